import { BlockStack, Box, Card, Divider, Icon, InlineStack, SkeletonBodyText, Text } from '@shopify/polaris';
import { ChevronRightIcon } from '@shopify/polaris-icons';
import { Fragment, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { SeverityBadge } from '../../components/badges.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { AlertSummary } from '../../../core/api/alerts.ts';
import type { Home, Standing } from '../../../core/api/home.ts';

const AlertMessage = lazy(async () => ({ default: (await import('../../words/alert-message.tsx')).AlertMessage }));

/** The few alerts to mend first. With none left it says what that rests on, and never that all is well. */
export function DoNextCard({ home, standing }: { home: Home; standing: Standing }) {
  const { t } = useTranslation('home');
  return (
    <Card padding="0">
      <Box padding="400">
        <Text as="h2" variant="headingMd">
          {t('next.title')}
        </Text>
      </Box>
      {home.doNext.map((alert) => (
        <Fragment key={alert.id}>
          <Divider />
          <NextRow alert={alert} />
        </Fragment>
      ))}
      {home.doNext.length === 0 && (
        <Box padding="400" paddingBlockStart="0">
          <Text as="p" tone="subdued">
            {t('next.none', { count: standing.applicable - standing.assessed, assessed: standing.assessed })}
          </Text>
        </Box>
      )}
    </Card>
  );
}

function NextRow({ alert }: { alert: AlertSummary }) {
  const { t } = useTranslation('home');
  const { money, date } = useFormat();
  return (
    <Link className="prahari-row" to={`/alerts/${alert.id}`}>
      <InlineStack gap="300" align="space-between" blockAlign="center" wrap={false}>
        <BlockStack gap="150">
          <InlineStack gap="200" align="start" blockAlign="center">
            <SeverityBadge severity={alert.severity} />
            <Text as="span" tone="subdued" variant="bodySm">
              {t('next.since', { area: t(`common:area.${alert.area}`), date: date(alert.firstObservedAt) })}
            </Text>
          </InlineStack>
          <span className="prahari-wrap">
            <Text as="span" fontWeight="medium">
              <Suspense fallback={<SkeletonBodyText lines={1} />}>
                <AlertMessage told={alert} />
              </Suspense>
            </Text>
          </span>
          {alert.atStakePaise !== null && (
            <Text as="span" tone="subdued">
              {t('common:atStake', { amount: money(alert.atStakePaise) })}
            </Text>
          )}
        </BlockStack>
        <Box>
          <Icon source={ChevronRightIcon} tone="subdued" />
        </Box>
      </InlineStack>
    </Link>
  );
}
