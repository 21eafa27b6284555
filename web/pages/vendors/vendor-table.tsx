import { Badge, BlockStack, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { RiskMeter } from './risk-meter.tsx';
import { DIRECTIONS, VENDOR_SORTS, type VendorSort } from './register.ts';
import type { VendorRow } from '../../../core/api/vendors.ts';
import { visibleText } from '../../../core/visible-text.ts';

/** The order of the columns; each is a way to sort. */
const COLUMNS = ['name', 'risk', 'step', 'owner', 'strength', 'seen'] as const satisfies readonly VendorSort[];

interface VendorTableProps {
  readonly vendors: readonly VendorRow[];
  readonly sort: VendorSort;
  readonly isTurned: boolean;
  readonly onSort: (sort: VendorSort) => void;
}

/** A row a vendor; on a phone a block, and the order is chosen above, where no heads stand. */
export function VendorTable({ vendors, sort, isTurned, onSort }: VendorTableProps) {
  const { t } = useTranslation('vendors');
  return (
    // A region that scrolls by keyboard too, where the columns do not fit.
    <div className="prahari-scroll" role="region" aria-label={t('register.title')} tabIndex={0}>
      <table role="table" className="prahari-table prahari-rows prahari-vendors">
        <caption>
          <Text as="span" visuallyHidden>
            {t('register.title')}
          </Text>
        </caption>
        <thead role="rowgroup" className="prahari-wide">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th
                key={column}
                role="columnheader"
                scope="col"
                aria-sort={column !== sort ? 'none' : isTurned ? opposite(DIRECTIONS[column]) : DIRECTIONS[column]}
              >
                <button type="button" className="prahari-sort" onClick={() => onSort(column)}>
                  {t(`column.${column}`)}
                  <span aria-hidden="true">{column !== sort ? '' : isAscending(column, isTurned) ? ' ↑' : ' ↓'}</span>
                </button>
                <span className="prahari-phone">{t(`column.${column}`)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {vendors.map((vendor) => (
            <Row key={vendor.id} vendor={vendor} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const opposite = (direction: 'ascending' | 'descending') => (direction === 'ascending' ? 'descending' : 'ascending');
const isAscending = (column: VendorSort, isTurned: boolean) => (DIRECTIONS[column] === 'ascending') !== isTurned;

/** For the phone's own choice of order. */
export const SORT_CHOICES = VENDOR_SORTS;

function Row({ vendor }: { vendor: VendorRow }) {
  const { t } = useTranslation('vendors');
  const { date } = useFormat();
  const { firstSeenAt, lastSeenAt } = vendor;
  const nobody = (
    <Text as="span" tone="subdued">
      {t('register.nobody')}
    </Text>
  );
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className="prahari-wrap">
        <VendorName vendor={vendor} />
      </th>
      <td role="cell" data-title={t('column.risk')}>
        <RiskMeter risk={vendor.risk} />
      </td>
      <td role="cell" data-title={t('column.step')}>
        <div className="prahari-wrap">{t(vendor.nextStep === null ? 'step.none' : `step.${vendor.nextStep}`)}</div>
      </td>
      <td role="cell" data-title={t('column.owner')}>
        <div className="prahari-wrap">{vendor.owner === null ? nobody : visibleText(vendor.owner)}</div>
      </td>
      <td role="cell" data-title={t('column.strength')}>
        {vendor.strength === null ? t('strength.none') : t(`strength.${vendor.strength}`)}
      </td>
      <td role="cell" data-title={t('column.seen')}>
        {firstSeenAt === null || lastSeenAt === null ? (
          <Text as="span" tone="subdued">
            {t('register.neverSeen')}
          </Text>
        ) : (
          t('register.seen', { first: date(firstSeenAt), last: date(lastSeenAt) })
        )}
      </td>
    </tr>
  );
}

function VendorName({ vendor }: { vendor: VendorRow }) {
  const { t } = useTranslation('vendors');
  return (
    <BlockStack gap="050">
      <Link url={`/vendors/${encodeURIComponent(vendor.id)}`} removeUnderline>
        {visibleText(vendor.name)}
      </Link>
      <Text as="span" tone="subdued" variant="bodySm">
        {vendor.isOurs ? t('register.ours') : vendor.isPlatform ? t('register.platform') : t(`kind.${vendor.kind}`)}
      </Text>
      <span className="prahari-nowrap">
        <InlineStack gap="100">
          {!vendor.isRecognised && <Badge tone="attention">{t('register.unrecognised')}</Badge>}
          {vendor.isNearPayment && <Badge>{t('register.nearPayment')}</Badge>}
        </InlineStack>
      </span>
    </BlockStack>
  );
}
