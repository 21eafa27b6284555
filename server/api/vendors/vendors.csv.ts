import type { VendorFields, VendorRow } from '../../../core/api/vendors.ts';
import { BYTE_ORDER_MARK, csvRow } from '../../../core/csv/csv-cell.ts';
import { dayInIndia } from '../../../core/gst/days.ts';
import type { Instant } from '../../../core/time.ts';

/** Headers are those by which a list is taken over: the file can come back. */
const COLUMNS = [
  ...['Name', 'Handle', 'Hosts', 'Kind', 'Purpose', 'Owner', 'Data', 'Permissions', 'Risk', 'Class', 'Recognised'],
  ...['In the register', 'Near payment', 'First seen', 'Last seen', 'Reviewed', 'Next paper ends', 'Next step'],
];

export type VendorLine = VendorRow & Pick<VendorFields, 'handle' | 'hosts' | 'purpose' | 'scopes'>;

/** One line a vendor, by risk. What nobody knows is an empty cell. */
export function vendorsCsv(vendors: readonly VendorLine[]): string {
  const rows = vendors.map((vendor) => [
    ...[
      vendor.name,
      vendor.handle ?? '',
      vendor.hosts.join(' '),
      vendor.kind,
      vendor.purpose ?? '',
      vendor.owner ?? '',
    ],
    ...[vendor.dataClasses.join('; '), (vendor.scopes ?? []).join(' ')],
    ...[String(vendor.risk.risk), vendor.risk.riskClass, yesNo(vendor.isRecognised), yesNo(vendor.isEntered)],
    ...[yesNo(vendor.isNearPayment), dayOf(vendor.firstSeenAt), dayOf(vendor.lastSeenAt), dayOf(vendor.reviewedAt)],
    ...[vendor.nextEndsOn ?? '', vendor.nextStep ?? ''],
  ]);
  return BYTE_ORDER_MARK + [COLUMNS, ...rows].map(csvRow).join('');
}

const yesNo = (claim: boolean): string => (claim ? 'yes' : 'no');
const dayOf = (at: Instant | null): string => (at === null ? '' : dayInIndia(at));
