/** The same ids as RegistrationStatus of the evidence, which stands a floor higher: a test holds the two together. */
export type RegistrationStatusId = 'active' | 'suspended' | 'cancelled' | 'inactive' | 'provisional';

/** How a source writes the state of a registration. */
export interface RegistrationStatusRow {
  /** 'gstn': the registry's `sts`; 'nic': `Status` of the e-invoice system. */
  readonly system: 'gstn' | 'nic';
  /** Beginning of the text: "Cancelled" is also "Cancelled suo-moto". */
  readonly prefix: string;
  readonly id: RegistrationStatusId;
  readonly maySellWithTax: boolean;
  readonly note: string;
  readonly source: string;
  readonly status: 'verified' | 'unverified';
}

const PORTAL = 'gst-validator docs; india-compliance gstin_info.py';
const NIC = 'einv-apisandbox.nic.in v1.04; octagst.com';

export const REGISTRATION_STATUSES: readonly RegistrationStatusRow[] = [
  row('gstn', 'Active', 'active', true, ''),
  row('gstn', 'Inactive', 'inactive', false, 'carries a cancellation date'),
  row('gstn', 'Suspended', 'suspended', false, 'Rule 21A: no taxable supply while suspended'),
  row('gstn', 'Cancelled', 'cancelled', false, 'also "Cancelled suo-moto"'),
  { ...row('gstn', 'Provisional', 'provisional', false, ''), status: 'unverified' },
  row('nic', 'ACT', 'active', true, ''),
  row('nic', 'CNL', 'cancelled', false, ''),
  row('nic', 'INA', 'inactive', false, ''),
  row('nic', 'PRO', 'provisional', false, ''),
];

function row(
  system: RegistrationStatusRow['system'],
  prefix: string,
  id: RegistrationStatusId,
  maySellWithTax: boolean,
  note: string,
): RegistrationStatusRow {
  const source = system === 'gstn' ? PORTAL : NIC;
  return { system, prefix, id, maySellWithTax, note, source, status: 'verified' };
}

/** By the beginning of the text, whatever its case. Null for a text that we do not know: it is never read as active. */
export function registrationStatusOf(text: string, system: 'gstn' | 'nic' = 'gstn'): RegistrationStatusRow | null {
  const plain = text.trim().toLowerCase();
  const known = REGISTRATION_STATUSES.filter((one) => one.system === system);
  return known.find(({ prefix }) => startsWithWord(plain, prefix.toLowerCase())) ?? null;
}

/** "Active" is not the beginning of "Activeness". */
function startsWithWord(text: string, word: string): boolean {
  return text.startsWith(word) && !/^[a-z]/.test(text.slice(word.length));
}

/** `BlkStatus` of the e-invoice system: "B" is blocked, "U" or nothing is not. Null for anything else. */
export function isEwayBlocked(blkStatus: string | null): boolean | null {
  const plain = blkStatus?.trim().toUpperCase() ?? '';
  if (plain === 'B') return true;
  return plain === 'U' || plain === '' ? false : null;
}
