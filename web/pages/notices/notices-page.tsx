import { BlockStack, Card, Page, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/home.ts';
import { useNotices } from '../../api/notices.ts';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { FlowGroup } from './flow-group.tsx';
import { QuietGroup } from './quiet-group.tsx';
import { ReadersGroup } from './readers-group.tsx';
import { SentCard } from './sent-card.tsx';
import { WebhooksGroup } from './webhooks-group.tsx';

/** Who hears of alerts, when and how; and what was sent. */
export function NoticesPage() {
  const { t } = useTranslation('notices');
  const may = useMay();
  const notices = useNotices();
  if (may.isKnown && !may.manage) return <NotForViewers />;
  if (notices.isPending) return <PageSkeleton title={t('title')} cards={[4, 3, 5]} />;
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      {notices.data ? (
        <BlockStack gap={{ xs: '400', md: '600' }}>
          <ReadersGroup readers={notices.data.readers} isMailOn={notices.data.isMailOn} />
          <QuietGroup quietHours={notices.data.quietHours} />
          <WebhooksGroup webhooks={notices.data.webhooks} />
          <FlowGroup flow={notices.data.flow} />
          <SentCard />
        </BlockStack>
      ) : (
        <TroubleCard error={notices.error} onRetry={() => void notices.refetch()} />
      )}
    </Page>
  );
}

/** Addresses of others, and where the shop's weak spots are posted, are not for everybody. */
function NotForViewers() {
  const { t } = useTranslation('notices');
  return (
    <Page title={t('title')}>
      <Card>
        <Text as="p">{t('managersOnly')}</Text>
      </Card>
    </Page>
  );
}
