import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import type { AlertEvent } from '../../../core/api/alerts.ts';

const OURSELVES = 'prahari';

/** What happened to the alert, newest first. People are told apart by their number in the shop's admin only. */
export function HistoryCard({ history }: { history: readonly AlertEvent[] }) {
  const { t } = useTranslation('alerts');
  const { dateTime } = useFormat();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('history.title')}
        </Text>
        <ol className="prahari-history">
          {history.toReversed().map((event) => (
            <li key={`${event.at} ${event.kind}`}>
              <BlockStack gap="050">
                <Text as="span">
                  {event.by === OURSELVES
                    ? t(`history.${event.kind}`)
                    : t('history.byPerson', { what: t(`history.${event.kind}`), person: event.by })}
                </Text>
                {event.reason !== undefined && (
                  <span className="prahari-wrap">
                    <Text as="span">{t('history.reason', { reason: event.reason })}</Text>
                  </span>
                )}
                <Text as="span" tone="subdued" variant="bodySm">
                  {dateTime(event.at)}
                </Text>
              </BlockStack>
            </li>
          ))}
        </ol>
      </BlockStack>
    </Card>
  );
}
