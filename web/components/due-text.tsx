import { Badge, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { indiaDay } from '../format/calendar.ts';
import { useFormat } from '../format/use-format.ts';
import type { AlertSummary } from '../../core/api/alerts.ts';
import type { Day } from '../../core/time.ts';

/** Whether the day by which it should be mended is over, and it still is to be mended. */
export function isOverdue({ status, dueOn }: Pick<AlertSummary, 'status' | 'dueOn'>, today: Day): boolean {
  return (status === 'open' || status === 'acknowledged') && dueOn !== null && dueOn < today;
}

export const todayInIndia = (): Day => indiaDay(new Date().toISOString());

/** The day by which an alert should be mended, and whether it is over. */
export function DueText({ alert }: { alert: Pick<AlertSummary, 'status' | 'dueOn'> }) {
  const { t } = useTranslation('alerts');
  const { day } = useFormat();
  if (alert.dueOn === null) return <>{t('noDue')}</>;
  return (
    <InlineStack gap="200" blockAlign="center" wrap>
      <Text as="span">{day(alert.dueOn)}</Text>
      {isOverdue(alert, todayInIndia()) && (
        <Badge tone="attention" toneAndProgressLabelOverride="">
          {t('overdue')}
        </Badge>
      )}
    </InlineStack>
  );
}
