import { BlockStack, Card, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AssigneeName } from '../../components/assign/assignee-name.tsx';
import { DueText } from '../../components/due-text.tsx';
import { Facts } from '../../components/facts.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { AlertDetail } from '../../../core/api/alerts.ts';

/** The alert at a glance: how grave, since when, how much, and until when it is muted. */
export function StateCard({ alert, badge }: { alert: AlertDetail; badge: ReactNode }) {
  const { t } = useTranslation('alerts');
  const { money, date } = useFormat();
  const facts = [
    { name: t('head.severity'), value: badge },
    { name: t('head.area'), value: t(`common:area.${alert.area}`) },
    ...(alert.atStakePaise === null ? [] : [{ name: t('head.atStake'), value: money(alert.atStakePaise) }]),
    ...(alert.dueOn === null ? [] : [{ name: t('dueBy'), value: <DueText alert={alert} /> }]),
    {
      name: t('assign.who'),
      value: alert.assigneeId === null ? t('assignee.nobody') : <AssigneeName personId={alert.assigneeId} />,
    },
    { name: t('head.since'), value: date(alert.firstObservedAt) },
    ...(alert.suppression === null ? [] : [{ name: t('mute.kind'), value: t(`suppression.${alert.suppression}`) }]),
    ...(alert.suppressedUntil === null ? [] : [{ name: t('mutedUntil'), value: date(alert.suppressedUntil) }]),
    ...(alert.suppressReason === null ? [] : [{ name: t('mute.reason'), value: alert.suppressReason }]),
    ...(alert.resolvedAt === null ? [] : [{ name: t('resolvedOn'), value: date(alert.resolvedAt) }]),
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('state')}
        </Text>
        <Facts isNarrow facts={facts} />
      </BlockStack>
    </Card>
  );
}
