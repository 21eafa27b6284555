import { Banner } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useBanners } from './use-banners.ts';
import type { Home } from '../../../core/api/home.ts';

/** What of the alerts cannot wait, or is new. At most one banner; dismissed, it stays away. */
export function AlertBanner({ home }: { home: Home }) {
  const { t } = useTranslation('home');
  const { dateTime } = useFormat();
  const shown = useBanners(home);
  if (shown === null) return null;
  if (shown.kind === 'critical') {
    return (
      <Banner
        tone="critical"
        title={t('critical.title', { count: shown.count })}
        action={{ content: t('critical.open', { count: shown.count }), url: '/alerts?severity=critical' }}
        onDismiss={shown.dismiss}
        stopAnnouncements
      >
        <p>{t('critical.words', { count: shown.count })}</p>
      </Banner>
    );
  }
  return (
    <Banner
      tone="info"
      title={t('news.title', { count: shown.count, time: dateTime(shown.since) })}
      action={{ content: t('news.open'), url: '/alerts?sort=newest' }}
      onDismiss={shown.dismiss}
      stopAnnouncements
    >
      <p>{t('news.words')}</p>
    </Banner>
  );
}
