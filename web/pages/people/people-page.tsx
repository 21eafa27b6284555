import { Page } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

export function PeoplePage() {
  const { t } = useTranslation('people');
  return <Page title={t('title')} />;
}
