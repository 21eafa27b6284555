import { BlockStack, Button, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { sortedRows } from './figures.ts';
import { usePlaceName } from './use-place-name.ts';
import type { TaxAuditRow } from '../../../core/evidence/summaries.ts';

/** What is to be corrected comes first, then a little of the rest; all of it opens on demand. */
const MOST_AT_FIRST = 10;
const LEAST_AT_FIRST = 5;

/** Each pair of States: what was due, what was charged, and the difference in rupees. */
export function TaxAuditTable({ rows }: { rows: readonly TaxAuditRow[] }) {
  const { t } = useTranslation('gst');
  const { money, count, date } = useFormat();
  const place = usePlaceName();
  const [isWhole, setWhole] = useState(false);
  const sorted = sortedRows(rows);
  const wrong = rows.filter(({ wrongOrders }) => wrongOrders > 0).length;
  const atFirst = Math.min(MOST_AT_FIRST, Math.max(LEAST_AT_FIRST, wrong));
  return (
    <BlockStack gap="300" inlineAlign="start">
      <RowTable
        caption={t('audit.table')}
        rows={isWhole ? sorted : sorted.slice(0, atFirst)}
        keyOf={(row) => `${row.deliveryState} ${row.dispatchState} ${row.expected}`}
        columns={[
          { title: t('audit.delivery'), cell: (row) => place(row.deliveryState) },
          { title: t('audit.dispatch'), cell: (row) => place(row.dispatchState) },
          {
            title: t('audit.verdict'),
            cell: (row) => (
              <BlockStack gap="050">
                <Text as="span">{verdict(row, t)}</Text>
                {row.lastWrongAt !== null && (
                  <Text as="span" tone="subdued" variant="bodySm">
                    {row.lastRightAt !== null && row.lastRightAt > row.lastWrongAt
                      ? t('audit.mended', { date: date(row.lastWrongAt) })
                      : t('audit.lastWrong', { date: date(row.lastWrongAt) })}
                  </Text>
                )}
              </BlockStack>
            ),
          },
          {
            title: t('audit.wrongOrders'),
            isNumber: true,
            cell: (row) => t('audit.of', { wrong: count(row.wrongOrders), all: count(row.orders) }),
          },
          { title: t('audit.tax'), isNumber: true, cell: (row) => money(row.taxPaise) },
          { title: t('audit.wrongTax'), isNumber: true, cell: (row) => money(row.wrongPaise) },
        ]}
      />
      {!isWhole && sorted.length > atFirst && (
        <Button variant="plain" onClick={() => setWhole(true)}>
          {t('showAll', { count: sorted.length })}
        </Button>
      )}
    </BlockStack>
  );
}

type Translate = ReturnType<typeof useTranslation<'gst'>>['t'];

/** Expected against charged, in plain words. */
function verdict({ expected, charged, wrongOrders, lastRightAt }: TaxAuditRow, t: Translate): string {
  const due = t(`heads.${expected}`);
  if (wrongOrders > 0) return t('audit.wrongHead', { due, charged: t(`heads.${charged}`) });
  // Orders without tax, or with a tax that names no head, are neither right nor wrong here.
  return lastRightAt === null ? t('audit.unclear', { due }) : t('audit.isRight', { due });
}
