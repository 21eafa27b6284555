import { Page } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

export function StorefrontPage() {
  const { t } = useTranslation('storefront');
  return <Page title={t('title')} />;
}
