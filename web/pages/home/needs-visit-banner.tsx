import { Banner } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

/** The shop's access had ended; opening the app renews it. The one banner of Home. */
export function NeedsVisitBanner() {
  const { t } = useTranslation('home');
  return (
    <Banner tone="warning" title={t('needsVisit.title')} stopAnnouncements>
      <p>{t('needsVisit.words')}</p>
    </Banner>
  );
}
