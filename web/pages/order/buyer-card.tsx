import { Badge, BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { LOOK_UP_SERVICE_FACTS } from '../../../core/api/look-up-services.ts';
import type { BuyerNumberShown, OrderGst } from '../../../core/api/order-gst.ts';

/** Every number that stands on the order, where it stands, and what is known of it. */
export function BuyerCard({ order: { buyerNumbers, buyerBusiness } }: { order: OrderGst }) {
  const { t } = useTranslation('order');
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('buyer.title')}
        </Text>
        {buyerNumbers.length === 0 && <Text as="p">{t('buyer.none')}</Text>}
        {buyerNumbers.map((number) => (
          <Number key={`${number.place} ${number.gstin}`} number={number} />
        ))}
        {buyerBusiness !== null && <Facts facts={[{ name: t('buyer.business'), value: buyerBusiness }]} />}
      </BlockStack>
    </Card>
  );
}

function Number({ number: { place, isUsed, gstin, couldExist, verdict, registry } }: { number: BuyerNumberShown }) {
  const { t } = useTranslation('order');
  const { dateTime } = useFormat();
  const language = useLanguage();
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="span" fontWeight="semibold">
          <span className="prahari-wrap">{gstin}</span>
        </Text>
        <Badge>{t(`buyer.place.${place}`)}</Badge>
        {isUsed && <Badge tone="info">{t('buyer.used')}</Badge>}
      </InlineStack>
      <Text as="p" {...(!couldExist && { tone: 'critical' as const })}>
        {verdict[language]}
      </Text>
      <Text as="p" tone="subdued">
        {registry === null
          ? t('buyer.notAsked')
          : t('buyer.registry', {
              status: t(`buyer.status.${registry.status ?? 'unknown'}`),
              service: LOOK_UP_SERVICE_FACTS[registry.service].name,
              date: dateTime(registry.learnedAt),
            })}
      </Text>
    </BlockStack>
  );
}
