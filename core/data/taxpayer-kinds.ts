/** The same ids as TaxpayerKind of the evidence, which stands a floor higher: a test holds the two together. */
export type TaxpayerKindId =
  'regular' | 'composition' | 'casual' | 'sez' | 'isd' | 'tds' | 'tcs' | 'uin' | 'nrtp' | 'oidar' | 'government';

/** What the portal calls a kind of taxpayer (`dty`), and what a buyer of that kind is to the seller. */
export interface TaxpayerKindRow {
  readonly portalText: string;
  readonly id: TaxpayerKindId;
  /** 'none': GSTR-1 does not take such a number as the buyer of a B2B invoice. */
  readonly buyer: 'b2b' | 'sez' | 'uin' | 'none';
  readonly note: string;
  readonly source: string;
  readonly status: 'verified' | 'unverified';
}

const SEEN = 'india-compliance gstin_info.py; gst-validator docs (texts seen on the portal)';

export const TAXPAYER_KINDS: readonly TaxpayerKindRow[] = [
  row('Regular', 'regular', 'b2b', ''),
  row(
    'Composition',
    'composition',
    'b2b',
    'looks regular offline; may not collect tax and sells no goods between States',
  ),
  row('SEZ Unit', 'sez', 'sez', 'supplies to it are inter-State and zero-rated'),
  row('SEZ Developer', 'sez', 'sez', 'supplies to it are inter-State and zero-rated'),
  row('Input Service Distributor (ISD)', 'isd', 'b2b', 'cannot sell goods'),
  row('Tax Deductor', 'tds', 'b2b', ''),
  row('Tax Collector (Electronic Commerce Operator)', 'tcs', 'b2b', ''),
  row('United Nation Body', 'uin', 'uin', ''),
  row('Consulate or Embassy of Foreign Country', 'uin', 'uin', ''),
  row('Non Resident Taxable Person', 'nrtp', 'none', 'not taken as a buyer by GSTR-1 B2B'),
  row('Non Resident Online Services Provider', 'oidar', 'none', 'not taken as a buyer by GSTR-1 B2B'),
  row('Government Department ID', 'government', 'b2b', ''),
  { ...row('Casual Taxable Person', 'casual', 'b2b', 'its spelling is not confirmed'), status: 'unverified' },
];

function row(portalText: string, id: TaxpayerKindId, buyer: TaxpayerKindRow['buyer'], note: string): TaxpayerKindRow {
  return { portalText, id, buyer, note, source: SEEN, status: 'verified' };
}

const MOST_CHARACTERS = 100;
const plain = (text: string): string =>
  text
    .slice(0, MOST_CHARACTERS)
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
const BY_TEXT: ReadonlyMap<string, TaxpayerKindRow> = new Map(
  TAXPAYER_KINDS.map((kind) => [plain(kind.portalText), kind]),
);

/** By the portal's text, whatever its spacing and case. Null for a text that we do not know: it says nothing. */
export function taxpayerKindOf(portalText: string): TaxpayerKindRow | null {
  const text = plain(portalText);
  return BY_TEXT.get(text) ?? (text.startsWith('sez ') ? (BY_TEXT.get('sez unit') ?? null) : null);
}
