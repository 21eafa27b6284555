import type { FileScan, NumberSeen, PersonalNumber } from '../data-at-rest.ts';
import type { EvidenceByKind, EvidenceKind } from '../kinds.ts';
import type { UnavailableReason } from '../snapshot.ts';
import type { Instant } from '../../time.ts';

/** How long a scan of a file speaks for what the shop keeps. */
const SCAN_LIFE_DAYS = 30;
const DAY_MS = 86_400_000;

type Stores = Pick<EvidenceByKind, 'fileScans'> & Partial<Pick<EvidenceByKind, 'dataSample'>>;

/** Numbers of these types in the sample, and scanned files that hold some; older scans are passed over. */
export function storedNumbers({ fileScans, dataSample }: Stores, types: readonly PersonalNumber[], asOf: Instant) {
  const seen: readonly NumberSeen[] = (dataSample?.seen ?? []).filter(({ type }) => types.includes(type));
  const files = fileScans
    .filter((scan) => isCurrent(scan, asOf))
    .map((scan) => ({ scan, count: types.reduce((sum, type) => sum + scan.counts[type], 0) }))
    .filter(({ count }) => count > 0);
  return { seen, files };
}

/** Why the shop's stores are not known; null: a sample or a file of late was read. */
export function storesGap(
  { fileScans, dataSample }: Stores,
  asOf: Instant,
): { readonly kind: EvidenceKind & ('dataSample' | 'fileScans'); readonly reason: UnavailableReason } | null {
  if (dataSample && dataSample.orders + dataSample.customers > 0) return null;
  if (fileScans.some((scan) => isCurrent(scan, asOf) && scan.rows > 0)) return null;
  if (dataSample) return { kind: 'dataSample', reason: 'too-little' };
  return fileScans.length > 0
    ? { kind: 'fileScans', reason: 'expired' }
    : { kind: 'dataSample', reason: 'switched-off' };
}

function isCurrent({ scannedAt }: FileScan, asOf: Instant): boolean {
  return Date.parse(asOf) - Date.parse(scannedAt) <= SCAN_LIFE_DAYS * DAY_MS;
}

const PLACES: Readonly<Record<NumberSeen['place'], string>> = {
  'order-note': 'note',
  'order-tag': 'tag',
  'order-attribute': 'attribute',
  'customer-note': 'customer note',
  'customer-tag': 'customer tag',
  'product-metafield': 'metafield',
};

/** One alert a place and subject: "#1001, note". */
export const numberSubject = ({ subject, place }: NumberSeen): string => `${subject}, ${PLACES[place]}`;
