import { BlockStack, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { SeverityBadge } from '../../components/badges.tsx';
import { useFormat } from '../../format/use-format.ts';
import { SEVERITIES } from '../../../core/severity.ts';
import type { Home } from '../../../core/api/home.ts';

/** How many alerts are open, by severity; each row leads to them. Muted ones stay counted. */
export function OpenAlertsCard({ home }: { home: Home }) {
  const { t } = useTranslation('home');
  const { count, money } = useFormat();
  const open = SEVERITIES.reduce((sum, severity) => sum + home.openBySeverity[severity], 0);
  const shown = SEVERITIES.filter((severity) => severity !== 'info' || home.openBySeverity.info > 0);

  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {t('open.title')}
          </Text>
          {open > 0 ? (
            <Link url="/alerts">{t('open.total', { count: open })}</Link>
          ) : (
            <Text as="p" tone="subdued">
              {t('open.total', { count: open })}
            </Text>
          )}
        </InlineStack>
        <BlockStack gap="300">
          {shown.map((severity) => (
            <InlineStack key={severity} align="space-between" blockAlign="center">
              <SeverityBadge severity={severity} />
              {home.openBySeverity[severity] > 0 ? (
                <Link url={`/alerts?severity=${severity}`}>
                  {t('open.count', { count: home.openBySeverity[severity] })}
                </Link>
              ) : (
                <Text as="span" tone="subdued">
                  {t('open.count', { count: 0 })}
                </Text>
              )}
            </InlineStack>
          ))}
        </BlockStack>
        {home.overdueCount > 0 && (
          <Text as="p">
            <Link url="/alerts?sort=due">{t('open.overdue', { count: home.overdueCount })}</Link>
          </Text>
        )}
        {home.atStakePaise !== null && <Text as="p">{t('open.stake', { amount: money(home.atStakePaise) })}</Text>}
        {home.suppressedCount > 0 && (
          <Text as="p" tone="subdued">
            <Link url="/alerts?status=suppressed">
              {t('open.muted', { count: home.suppressedCount, shown: count(home.suppressedCount) })}
            </Link>
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
