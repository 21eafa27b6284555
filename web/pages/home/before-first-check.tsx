import { Card } from '@shopify/polaris';
import { ClockIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../../components/empty-note.tsx';

/** In place of figures that do not exist yet: zeros would read as "all is well". */
export function BeforeFirstCheck() {
  const { t } = useTranslation('home');
  return (
    <Card>
      <EmptyNote icon={ClockIcon} title={t('before.title')} words={t('before.words')} />
    </Card>
  );
}
