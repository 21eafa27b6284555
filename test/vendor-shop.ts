import type { EvidenceByKind } from '../core/evidence/kinds.ts';
import type { AppBlock, AppRecord, VendorBook, VendorEntry } from '../core/evidence/vendors.ts';
import type { Check } from '../core/checks/check.ts';
import { assess } from './assess.ts';
import { aTheme, aThemeFile } from './factories.ts';
import { anAppRecord, aVendorBook, aVendorEntry } from './vendor-factories.ts';

/** An embed of the app of `anAppRecord`. */
export function anAppBlock(over: Partial<AppBlock> = {}): AppBlock {
  return { appHandle: 'invented-reviews', blockHandle: 'stars', isEmbed: true, isDisabled: false, ...over };
}

/** A theme in which each of these apps has a part; `records` are what Shopify tells of them. */
export function aThemeWithApps(
  blocks: readonly AppBlock[],
  records: readonly AppRecord[] = [],
): EvidenceByKind['theme'] {
  const settings = aThemeFile({ filename: 'config/settings_data.json', resources: [], appBlocks: blocks });
  const apps = records.map((record) => ({ handle: record.handle, askedAt: '2026-11-22T00:00:00.000Z', record }));
  return aTheme({ files: [settings], apps });
}

/** A shop with one app in its theme, and its entry in the register. */
export function aVendorShop({
  record = {},
  entry = {},
  isFound = true,
  sightings = [],
  ...evidence
}: {
  readonly record?: Partial<AppRecord>;
  /** Null: nobody took it over. */
  readonly entry?: Partial<VendorEntry> | null;
  readonly isFound?: boolean;
  readonly sightings?: VendorBook['sightings'];
} & Partial<EvidenceByKind> = {}): Partial<EvidenceByKind> {
  const entries = entry === null ? [] : [aVendorEntry(entry)];
  return {
    theme: aThemeWithApps(isFound ? [anAppBlock()] : [], isFound ? [anAppRecord(record)] : []),
    vendorBook: aVendorBook({ entries, sightings }),
    ...evidence,
  };
}

/** Outcome, findings as "messageId severity", and why it could not be assessed. */
export function judgedVendors(check: Check, evidence: Partial<EvidenceByKind>, asOf?: string) {
  const { outcome, findings, notAssessed } = assess(check, evidence, asOf);
  const found = findings.map(({ messageId, severity }) => `${messageId} ${severity}`);
  return [outcome, found, notAssessed.map((one) => ('kind' in one ? `${one.kind} ${one.reason}` : one.reason))];
}
