import { BlockStack, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { SeverityBadge } from '../../components/badges.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import type { OrderGst } from '../../../core/api/order-gst.ts';

/** What checks found about this order and nobody mended yet. */
export function OrderAlertsCard({ alerts }: { alerts: OrderGst['alerts'] }) {
  const { t } = useTranslation('order');
  const language = useLanguage();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('alerts.title')}
        </Text>
        {alerts.length === 0 && <Text as="p">{t('alerts.none')}</Text>}
        {alerts.map(({ id, severity, sentence }) => (
          <InlineStack key={id} gap="200" blockAlign="center">
            <SeverityBadge severity={severity} />
            <Link url={`/alerts/${id}`}>{sentence[language]}</Link>
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}
