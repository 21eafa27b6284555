import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { usePlaceName } from '../gst/use-place-name.ts';
import type { OrderGst } from '../../../core/api/order-gst.ts';

/** What the law asks and what the order carries, head by head. */
export function TaxCard({ order: { tax } }: { order: OrderGst }) {
  const { t } = useTranslation('order');
  const { exactMoney } = useFormat();
  const language = useLanguage();
  const place = usePlaceName();
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {t('tax.title')}
          </Text>
          <Text as="p">{tax.sentence[language]}</Text>
        </BlockStack>
        {tax.isJudged && (
          <>
            <Facts
              facts={[
                { name: t('tax.place'), value: place(tax.placeOfSupply) },
                { name: t('tax.from'), value: place(tax.dispatchState) },
                { name: t('tax.to'), value: place(tax.deliveryState) },
                { name: t('tax.charged'), value: tax.chargedNames === '' ? t('tax.none') : tax.chargedNames },
                { name: t('tax.difference'), value: exactMoney(tax.differencePaise) },
              ]}
            />
            <RowTable
              caption={t('tax.caption')}
              columns={[
                { title: t('tax.head'), cell: ({ head }) => t(`head.${head}`) },
                { title: t('tax.expected'), isNumber: true, cell: ({ expectedPaise }) => exactMoney(expectedPaise) },
                { title: t('tax.onOrder'), isNumber: true, cell: ({ chargedPaise }) => exactMoney(chargedPaise) },
              ]}
              rows={tax.heads}
              keyOf={({ head }) => head}
            />
          </>
        )}
      </BlockStack>
    </Card>
  );
}
