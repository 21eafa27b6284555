import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { toast } from '../../admin/app-bridge.ts';
import { useChangePeople, usePeople } from '../../api/people.ts';
import { MergeDialog } from '../../components/merge-dialog.tsx';
import type { PersonRow } from '../../../core/api/people.ts';

/** Two rows that are one person: this one's accounts and addresses go to the other. */
export function MergePersonDialog({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const people = usePeople();
  const merge = useChangePeople();
  const run = (into: string) =>
    merge.mutate(
      { act: 'merge', from: person.id, into },
      {
        onSuccess: () => {
          toast(t('merge.done'));
          void navigate(`/people/${encodeURIComponent(into)}`, { replace: true });
        },
      },
    );
  return (
    <MergeDialog
      title={t('merge.title', { name: person.name })}
      words={t('merge.words')}
      action={t('merge.run')}
      into={t('merge.into')}
      choose={t('merge.choose')}
      others={people.data?.people
        .filter(({ id }) => id !== person.id)
        .map(({ id, name, email }) => ({ id, name: email === null ? name : `${name} · ${email}` }))}
      nobody={t('merge.nobody')}
      isBusy={merge.isPending}
      error={merge.error}
      onMerge={run}
      onClose={onClose}
    />
  );
}
