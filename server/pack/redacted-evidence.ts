import type { EvidenceByKind, EvidenceKind } from '../../core/evidence/kinds.ts';
import { EVIDENCE_KINDS } from '../../core/evidence/kinds.ts';
import type { Snapshot } from '../../core/evidence/snapshot.ts';
import { maskGstin } from '../../core/gst/mask-gstin.ts';

/** One kind of evidence as it leaves the shop in a pack: plain JSON. */
export interface RedactedEvidence {
  readonly kind: EvidenceKind;
  readonly content: object;
}

/** What names a person, or leads to one, wherever it stands. */
const PERSONAL_FIELDS = new Set([
  ...['label', 'personId', 'statedBy', 'acceptedBy', 'decidedBy', 'scannedBy', 'by', 'lastFour'],
  ...['legalName', 'buyerGstins', 'invoiceNumber'],
]);
const GSTIN = /\b\d{2}[A-Z]{5}\d{4}[A-Z][0-9A-Z]{3}\b/gi;
const PAN = /\b[A-Z]{5}\d{4}[A-Z]\b/gi;
const ADDRESS = /[^\s@"'<>(),;:]+@[^\s@"'<>(),;:]+/g;

/** Kinds of which counts alone leave: what they list is buyers, people, or numbers of either. */
const COUNTED: { readonly [K in EvidenceKind]?: (value: EvidenceByKind[K]) => object } = {
  orders: ({ since, orders, moreOrders }) => ({
    ...{ since, orders: orders.length, moreOrders },
    withBuyerNumber: orders.filter(({ buyerGstins }) => buyerGstins.length > 0).length,
  }),
  companyBuyers: (buyers) => ({ buyers: buyers.length }),
  dataSample: ({ orders, customers, seen }) => ({
    ...{ orders, customers },
    numbersSeen: Object.fromEntries(
      [...Map.groupBy(seen, ({ type }) => type)].map(([type, all]) => [type, all.length]),
    ),
  }),
  people: ({ people, accounts, policies, readings, services }) => ({
    ...{ people: people.length, leavers: people.filter(({ leftAt }) => leftAt !== null).length },
    ...{ accounts: accounts.length, policies, readings, services },
  }),
  selfChecks: ({ asked, passwords, devices }) => ({
    ...{ asked: asked.length, passwords: passwords.length, devices: devices.length },
  }),
};

/**
 * The evidence of a snapshot, kind by kind in the order of their list, without people, buyers and whole tax numbers. What
 * is missing says why.
 */
export function redactedEvidence({ takenAt, evidence }: Snapshot): RedactedEvidence[] {
  return EVIDENCE_KINDS.map((kind) => {
    const collected = evidence[kind];
    if (!collected) return { kind, content: { kind, asOf: takenAt, status: 'unavailable', reason: 'not-collected' } };
    if (collected.status === 'unavailable') return { kind, content: { kind, asOf: takenAt, ...collected } };
    const { value, ...rest } = collected;
    return { kind, content: { kind, asOf: takenAt, ...rest, value: redacted(valueOf(kind, value)) } };
  });
}

function valueOf(kind: EvidenceKind, value: unknown): unknown {
  const count = COUNTED[kind] as ((value: unknown) => object) | undefined;
  return count ? count(value) : value;
}

/** The same shape without personal fields; numbers of tax and addresses inside texts are masked. */
function redacted(value: unknown): unknown {
  if (typeof value === 'string') return maskedText(value);
  if (Array.isArray(value)) return value.map(redacted);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !PERSONAL_FIELDS.has(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, redacted(inner)]));
}

/** "27AAPFUXXXXF1ZV", "AAPFUXXXXF", "•••@•••". */
export function maskedText(text: string): string {
  return text
    .replace(GSTIN, maskGstin)
    .replace(PAN, (pan) => `${pan.slice(0, 5)}XXXX${pan.slice(9)}`)
    .replace(ADDRESS, '•••@•••');
}
