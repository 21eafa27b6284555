import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useVendorWords } from './use-vendor-words.ts';
import type { VendorEvent } from '../../../core/api/vendors.ts';

const OURSELVES = 'prahari';
const VENDOR = 'vendor';

/** What happened, newest first. People are told apart by their number in the shop's admin only. */
export function VendorHistoryCard({ history }: { history: readonly VendorEvent[] }) {
  const { t } = useTranslation('vendors');
  const { dateTime } = useFormat();
  const words = useVendorWords();
  const what = ({ kind, about }: VendorEvent) =>
    about === null ? t(`event.${kind}`) : t('event.about', { what: t(`event.${kind}`), about: words.about(about) });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('event.title')}
        </Text>
        {history.length === 0 && <Text as="p">{t('event.none')}</Text>}
        <ol className="prahari-history">
          {history.map((event, index) => (
            <li key={`${event.at} ${event.kind} ${index}`}>
              <BlockStack gap="050">
                <span className="prahari-wrap">
                  <Text as="span">
                    {event.by === OURSELVES
                      ? what(event)
                      : event.by === VENDOR
                        ? t('event.byVendor', { what: what(event) })
                        : t('event.byPerson', { what: what(event), person: event.by })}
                  </Text>
                </span>
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
