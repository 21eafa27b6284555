import { Banner } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

/** Shopify closed the shop to apps; what to do, and when we look again. */
export function FrozenBanner() {
  const { t } = useTranslation('home');
  return (
    <Banner tone="warning" title={t('frozen.title')} stopAnnouncements>
      <p>{t('frozen.words')}</p>
    </Banner>
  );
}
