import { BlockStack, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useAlerts } from '../../api/alerts.ts';
import { SeverityBadge } from '../../components/badges.tsx';
import { AlertMessage } from '../../words/alert-message.tsx';
import { queryOf } from '../alerts/alert-query.ts';

const SHOWN = 5;
const OPEN_OF_GST = queryOf(new URLSearchParams({ area: 'gst' }));

/** What checks found of GST and nobody mended yet, gravest first. The page does not wait for it, nor fall with it. */
export function GstAlertsCard() {
  const { t } = useTranslation('gst');
  const { data } = useAlerts(OPEN_OF_GST);
  if (!data) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {t('found.title')}
          </Text>
          {data.total > 0 && <Link url="/alerts?area=gst">{t('found.all', { count: data.total })}</Link>}
        </InlineStack>
        {data.total === 0 && (
          <Text as="p" tone="subdued">
            {t('found.none')}
          </Text>
        )}
        {data.alerts.slice(0, SHOWN).map((alert) => (
          <InlineStack key={alert.id} gap="200" blockAlign="start" wrap={false}>
            <SeverityBadge severity={alert.severity} />
            <span className="prahari-wrap">
              <Link url={`/alerts/${alert.id}`}>
                <AlertMessage told={alert} />
              </Link>
            </span>
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}
