import { Badge, BlockStack, Box, Card, Divider, InlineStack, Link, SkeletonBodyText, Text } from '@shopify/polaris';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAlert } from '../../api/alerts.ts';
import { useAcceptedRisks } from '../../api/security.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { SeverityBadge } from '../../components/badges.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useCheckWords } from '../../words/use-check-words.ts';
import { acceptedBy, isStale } from './accepted-risks.ts';
import type { AlertSummary } from '../../../core/api/alerts.ts';

/** Each asks the server for its reason: those beyond stand in the list of alerts. */
const MOST_ROWS = 10;

/** Alerts that somebody put aside: why, who, and until when. They stay counted. */
export function AcceptedRisksCard() {
  const { t } = useTranslation('security');
  const risks = useAcceptedRisks();
  const [now] = useState(() => new Date().toISOString());
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('risks.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('risks.words')}
          </Text>
        </BlockStack>
      </Box>
      {risks.isPending ? (
        <Box padding="400" paddingBlockStart="0">
          <SkeletonBodyText lines={2} />
        </Box>
      ) : !risks.data ? (
        <Box padding="400" paddingBlockStart="0">
          <ActProblem id="accepted-risks" error={risks.error} />
        </Box>
      ) : risks.data.alerts.length === 0 ? (
        <Box padding="400" paddingBlockStart="0">
          <Text as="p">{t('risks.none')}</Text>
        </Box>
      ) : (
        <>
          {risks.data.alerts.slice(0, MOST_ROWS).map((alert) => (
            <Fragment key={alert.id}>
              <Divider />
              <RiskRow alert={alert} now={now} />
            </Fragment>
          ))}
          {risks.data.total > MOST_ROWS && (
            <>
              <Divider />
              <Box padding="400">
                <Link url="/alerts?status=suppressed&area=security">{t('risks.all', { count: risks.data.total })}</Link>
              </Box>
            </>
          )}
        </>
      )}
    </Card>
  );
}

function RiskRow({ alert, now }: { alert: AlertSummary; now: string }) {
  const { t } = useTranslation('security');
  const { message } = useCheckWords();
  const { date } = useFormat();
  const { data: detail } = useAlert(alert.id);
  const act = detail && acceptedBy(detail);
  return (
    <Box padding="400">
      <BlockStack gap="150">
        <InlineStack gap="200" align="start" blockAlign="center">
          <SeverityBadge severity={alert.severity} />
          {isStale(alert, now) && <Badge tone="attention">{t('risks.stale')}</Badge>}
          <Text as="span" tone="subdued" variant="bodySm">
            {alert.suppressedUntil === null
              ? t('risks.noEnd')
              : t('risks.until', { date: date(alert.suppressedUntil) })}
          </Text>
        </InlineStack>
        <span className="prahari-wrap">
          <Link url={`/alerts/${alert.id}`}>{message(alert)}</Link>
        </span>
        {detail && (
          <span className="prahari-wrap">
            <Text as="span" tone="subdued">
              {[
                detail.suppressReason === null
                  ? t('risks.noReason')
                  : t('risks.reason', { reason: detail.suppressReason }),
                act ? t('risks.by', { person: act.by, date: date(act.at) }) : t('risks.byNobody'),
              ].join(' · ')}
            </Text>
          </span>
        )}
      </BlockStack>
    </Box>
  );
}
