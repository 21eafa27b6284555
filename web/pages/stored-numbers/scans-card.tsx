import { BlockStack, Button, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeDataAtRest } from '../../api/storefront.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { PERSONAL_NUMBERS, type FileScan } from '../../../core/evidence/data-at-rest.ts';

/** Counts that were saved. Removing one says that the file is gone or clean. */
export function ScansCard({ scans }: { scans: readonly FileScan[] }) {
  const { t } = useTranslation('storefront');
  const { count, dateTime } = useFormat();
  const may = useMay();
  const remove = useChangeDataAtRest();
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('scans.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('scans.words')}
          </Text>
        </BlockStack>
        <RowTable
          caption={t('scans.title')}
          rows={scans}
          keyOf={({ id }) => id}
          columns={[
            { title: t('scans.when'), cell: ({ scannedAt }) => dateTime(scannedAt) },
            { title: t('scans.rows'), isNumber: true, cell: ({ rows }) => count(rows) },
            ...PERSONAL_NUMBERS.map((type) => ({
              title: t(`number.${type}`),
              isNumber: true,
              cell: ({ counts }: FileScan) => count(counts[type]),
            })),
            {
              title: t('scans.act'),
              cell: ({ id, scannedAt }) => (
                <Button
                  variant="plain"
                  tone="critical"
                  disabled={!may.manage || remove.isPending}
                  accessibilityLabel={t('scans.removeOf', { time: dateTime(scannedAt) })}
                  onClick={() =>
                    remove.mutate({ act: 'remove-scan', id }, { onSuccess: () => toast(t('scans.removed')) })
                  }
                >
                  {t('scans.remove')}
                </Button>
              ),
            },
          ]}
        />
        <ActProblem id="remove-scan" error={remove.error} />
      </BlockStack>
    </Card>
  );
}
