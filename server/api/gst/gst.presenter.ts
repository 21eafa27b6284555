import type { GstHome } from '../../../core/api/gst.ts';
import type { HsnEvidence } from '../../../core/evidence/derived/hsn-coverage.ts';
import type { EvidenceByKind, EvidenceKind } from '../../../core/evidence/kinds.ts';
import type { Snapshot } from '../../../core/evidence/snapshot.ts';
import type { CalendarEntry } from '../../../core/evidence/summaries.ts';
import type { Language } from '../../../core/text.ts';
import type { Instant } from '../../../core/time.ts';
import type { PageSummaryStore } from '../../shop/page-summaries.ts';
import type { SnapshotStore } from '../../shop/snapshots.ts';
import type { TaxProfileStore } from '../../shop/tax-profiles.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import type { RegistryStore } from '../../verify/registry-store.ts';
import type { LookUpService } from '../look-ups/look-ups.service.ts';
import { calendarFile } from './calendar-file.ts';
import { hsnCsv, notAssessedCsv, taxAuditCsv } from './gst.csv.ts';
import { GstHomeAnswer, SummaryAnswer } from './gst.schema.ts';

export interface GstDeps {
  readonly summaries: Pick<PageSummaryStore, 'newest'>;
  readonly snapshots: Pick<SnapshotStore, 'find'>;
  readonly registry: Pick<RegistryStore, 'entries'>;
  readonly taxProfiles: Pick<TaxProfileStore, 'read'>;
  readonly lookUpService: Pick<LookUpService, 'read'>;
}

/** Everything the GST page shows: figures of the newest judged snapshot, and what is fresher than it. */
export async function presentGst(deps: GstDeps, merchant: Merchant): Promise<GstHome> {
  const { shop } = merchant;
  const [newest, registry, profile, lookUps] = await Promise.all([
    newestSummary(deps, shop),
    deps.registry.entries(shop),
    deps.taxProfiles.read(shop),
    deps.lookUpService.read(merchant),
  ]);
  return GstHomeAnswer.parse({ summary: newest?.summary ?? null, registry, profile, lookUps });
}

export async function presentTaxAudit(deps: GstDeps, shop: string, language: Language): Promise<string> {
  const taxAudit = (await newestSummary(deps, shop))?.summary.taxAudit;
  return taxAudit === undefined || 'reason' in taxAudit ? notAssessedCsv(language) : taxAuditCsv(taxAudit, language);
}

/** The whole list, of which the page shows the first hundred: made again from the snapshot. */
export async function presentHsn(deps: GstDeps, shop: string, language: Language): Promise<string> {
  const newest = await newestSummary(deps, shop);
  const snapshot = newest && (await deps.snapshots.find(shop, newest.snapshotId));
  const evidence = snapshot && hsnEvidence(snapshot);
  return newest && evidence ? hsnCsv(evidence, newest.summary.asOf, language) : notAssessedCsv(language);
}

export async function presentCalendar(deps: GstDeps, shop: string, now: Instant, language: Language): Promise<string> {
  const calendar = (await newestSummary(deps, shop))?.summary.calendar ?? [];
  const entries: readonly CalendarEntry[] = 'reason' in calendar ? [] : calendar;
  return calendarFile(entries, now, language);
}

/** Null before the first judged scan, and for one that an older version wrote in another shape. */
async function newestSummary({ summaries }: GstDeps, shop: string) {
  const newest = await summaries.newest(shop, 'gst');
  return newest && SummaryAnswer.safeParse(newest.summary).success ? newest : null;
}

function hsnEvidence(snapshot: Snapshot): HsnEvidence | null {
  const catalogue = valueOf(snapshot, 'catalogue');
  const taxProfile = valueOf(snapshot, 'taxProfile');
  const law = valueOf(snapshot, 'law');
  return catalogue && taxProfile && law && { catalogue, taxProfile, law };
}

function valueOf<K extends EvidenceKind>({ evidence }: Snapshot, kind: K): EvidenceByKind[K] | null {
  const collected: Snapshot['evidence'][K] = evidence[kind];
  return collected?.status === 'collected' ? collected.value : null;
}
