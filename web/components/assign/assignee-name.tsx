import { useTranslation } from 'react-i18next';
import { usePeople } from '../../api/people.ts';
import { useMay } from '../../api/home.ts';

/** Who mends it, by name where the reader may see the register. */
export function useNameOf(): (personId: string) => string {
  const { t } = useTranslation('alerts');
  const may = useMay();
  const people = usePeople();
  return (personId) => {
    if (!may.manage || !people.data) return t('assignee.somebody');
    return people.data.people.find(({ id }) => id === personId)?.name ?? t('assignee.gone');
  };
}

/** In a line of its own, so that the register is asked for only where somebody was named. */
export function AssigneeLine({ personId }: { personId: string }) {
  const { t } = useTranslation('alerts');
  const nameOf = useNameOf();
  return <>{t('forLine', { name: nameOf(personId) })}</>;
}

export function AssigneeName({ personId }: { personId: string }) {
  const nameOf = useNameOf();
  return <>{nameOf(personId)}</>;
}
