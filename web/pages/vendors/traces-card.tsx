import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { VendorDetails } from '../../../core/api/vendors.ts';
import { visibleText } from '../../../core/visible-text.ts';

/** Where the vendor was found, and how sure each trace is. */
export function TracesCard({ vendor }: { vendor: VendorDetails }) {
  const { t } = useTranslation('vendors');
  const { count } = useFormat();
  const rows = vendor.traces.map((trace, index) => ({ ...trace, index }));
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('traces.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t(rows.length === 0 ? 'traces.none' : 'traces.words')}
          </Text>
        </BlockStack>
        {rows.length > 0 && (
          <RowTable
            caption={t('traces.title')}
            rows={rows}
            keyOf={({ index }) => String(index)}
            columns={[
              { title: t('traces.source'), cell: ({ source }) => t(`source.${source}`) },
              { title: t('traces.place'), cell: ({ place }) => visibleText(place) },
              { title: t('column.strength'), cell: ({ strength }) => t(`strength.${strength}`) },
              { title: t('traces.count'), isNumber: true, cell: (trace) => count(trace.count) },
              { title: t('traces.state'), cell: ({ isActive }) => t(isActive ? 'traces.active' : 'traces.off') },
            ]}
          />
        )}
      </BlockStack>
    </Card>
  );
}
