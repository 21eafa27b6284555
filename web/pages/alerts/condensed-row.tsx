import { BlockStack, IndexTable, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { SeverityBadge, StatusBadge } from '../../components/badges.tsx';
import { isOverdue, todayInIndia } from '../../components/due-text.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useCheckWords } from '../../words/use-check-words.ts';
import type { AlertSummary } from '../../../core/api/alerts.ts';

/** An alert on a phone: the badge, the sentence, then by when and where. */
export function CondensedRow({ alert, index }: { alert: AlertSummary; index: number }) {
  const { t } = useTranslation('alerts');
  const { message } = useCheckWords();
  const { date, day } = useFormat();
  const area = t(`common:area.${alert.area}`);
  const when =
    alert.dueOn === null
      ? t('phoneLine', { area, date: date(alert.firstObservedAt) })
      : t(isOverdue(alert, todayInIndia()) ? 'phoneOverdue' : 'phoneDue', { area, date: day(alert.dueOn) });
  return (
    <IndexTable.Row id={alert.id} position={index} selected={false}>
      <Link className="prahari-row" to={`/alerts/${alert.id}`}>
        <BlockStack gap="150">
          <InlineStack gap="200" align="space-between">
            <SeverityBadge severity={alert.severity} />
            <StatusBadge status={alert.status} />
          </InlineStack>
          <span className="prahari-wrap">
            <Text as="span" fontWeight="semibold">
              {message(alert)}
            </Text>
          </span>
          <Text as="span" tone="subdued" variant="bodySm">
            {when}
          </Text>
        </BlockStack>
      </Link>
    </IndexTable.Row>
  );
}
