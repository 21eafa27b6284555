import type { ScriptBoard, ScriptExport, ScriptLog, ScriptLogRow, ScriptRow } from '../../core/api/scripts.ts';
import { PAGE_KINDS, type PageKind } from '../../core/evidence/storefront.ts';
import { isSensitive, type ScriptOrigin } from '../../core/scripts/script-item.ts';
import { standingOf, type ScriptStanding } from '../../core/scripts/standing.ts';
import type { Instant } from '../../core/time.ts';
import { visibleText } from '../../core/visible-text.ts';

/** How the integrity of a script is assured, the strongest way first. */
export const INTEGRITY = [
  'checksum-in-page', // the browser refuses another text (subresource integrity)
  'compared', // its text was read, and each check compares it
  'part-of-page', // a frame or the target of a form: there is no text to compare
  'not-read',
] as const;
export type Integrity = (typeof INTEGRITY)[number];

/** One script, frame or form target, as PCI DSS 6.4.3 asks: who authorised it, why, and how it stays what it is. */
export interface InventoryRow {
  readonly identity: string;
  readonly what: ScriptRow['what'];
  readonly origin: ScriptOrigin;
  readonly vendor: string | null;
  readonly host: string | null;
  readonly pages: readonly PageKind[];
  readonly nearPayment: boolean;
  readonly seenBy: ScriptRow['seenBy'];
  readonly standing: ScriptStanding;
  readonly decidedAt: Instant | null;
  /** Number of a user in the Shopify admin. */
  readonly decidedBy: string | null;
  readonly owner: string | null;
  readonly reason: string | null;
  readonly coversNewTexts: boolean;
  readonly integrity: Integrity;
  readonly hash: string | null;
  readonly firstSeenAt: Instant | null;
}

/** What the files have in common. */
interface ExportHead<W extends ScriptExport> {
  readonly format: 1;
  readonly what: W;
  readonly shop: string;
  readonly madeAt: Instant;
  /** Check that the figures are of; null: none has been made. */
  readonly takenAt: Instant | null;
  readonly standard: { readonly name: string; readonly version: string; readonly requirement: string };
}

export interface InventoryRecord extends ExportHead<'inventory'> {
  readonly pagesRead: ScriptBoard['pages'];
  readonly pagesNotRead: readonly PageKind[];
  readonly browsersReport: boolean;
  readonly scripts: readonly InventoryRow[];
}

export interface ChangesRecord extends ExportHead<'changes'> {
  readonly undecided: readonly {
    readonly kind: ScriptBoard['changes'][number]['kind'];
    readonly identity: string;
    readonly vendor: string | null;
    readonly since: Instant;
    readonly fromHash: string | null;
    readonly toHash: string | null;
  }[];
  readonly log: readonly ScriptLogRow[];
}

export interface SaqRecord extends ExportHead<'saq-a'> {
  readonly pagesRead: readonly PageKind[];
  readonly pagesNotRead: readonly PageKind[];
  readonly browsersReport: boolean;
  readonly counts: SaqCounts;
}

export interface SaqCounts {
  readonly listed: number;
  /** Those that a person must say something of. */
  readonly asked: number;
  readonly approved: number;
  readonly open: number;
  readonly rejectedAndThere: number;
  readonly nearPayment: number;
  readonly nearPaymentOpen: number;
  readonly compared: number;
  readonly checksums: number;
  readonly notRead: number;
  /** Changes of any kind that wait, and of them those that wait for more than seven days. */
  readonly waiting: number;
  readonly overdue: number;
  readonly decisionsInLog: number;
}

export interface ExportContext {
  readonly shop: string;
  readonly madeAt: Instant;
}

/** PCI DSS 11.6.1 asks for a look at least every seven days: what waits longer is late. */
const LATE_MS = 7 * 24 * 60 * 60 * 1000;
const STANDARD = { name: 'PCI DSS', version: '4.0.1' } as const;

/** First what nobody decided, then what runs near payment. */
const ORDER: readonly ScriptStanding[] = ['open', 'rejected', 'approved', 'not-asked'];

export function inventoryRecord(board: ScriptBoard, { shop, madeAt }: ExportContext): InventoryRecord {
  const changed = new Set(board.changes.map(({ identity }) => identity));
  const scripts = board.items
    .map((item) => inventoryRow(item, standingOf(item, changed)))
    .toSorted(
      (a, b) =>
        ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) ||
        Number(b.nearPayment) - Number(a.nearPayment) ||
        (a.identity < b.identity ? -1 : 1),
    );
  return {
    ...{ format: 1, what: 'inventory', shop, madeAt, takenAt: board.takenAt },
    standard: { ...STANDARD, requirement: '6.4.3' },
    pagesRead: board.pages,
    pagesNotRead: notRead(board),
    browsersReport: board.beacon.isOn,
    scripts,
  };
}

export function changesRecord(board: ScriptBoard, log: ScriptLog, { shop, madeAt }: ExportContext): ChangesRecord {
  return {
    ...{ format: 1, what: 'changes', shop, madeAt, takenAt: board.takenAt },
    standard: { ...STANDARD, requirement: '11.6.1' },
    undecided: board.changes.map(({ kind, identity, vendorName, since, fromHash, toHash }) => ({
      ...{ kind, identity: visibleText(identity), vendor: shown(vendorName), since, fromHash, toHash },
    })),
    log: log.rows.map((row) => ({ ...row, identity: visibleText(row.identity), reason: shown(row.reason) })),
  };
}

export function saqRecord(board: ScriptBoard, log: ScriptLog, context: ExportContext): SaqRecord {
  const { scripts } = inventoryRecord(board, context);
  const count = (is: (row: InventoryRow) => boolean) => scripts.filter(is).length;
  const waits = board.changes.map(({ since }) => Date.parse(context.madeAt) - Date.parse(since));
  return {
    ...{ format: 1, what: 'saq-a', shop: context.shop, madeAt: context.madeAt, takenAt: board.takenAt },
    standard: { ...STANDARD, requirement: 'SAQ A, eligibility' },
    pagesRead: PAGE_KINDS.filter((kind) => board.pages.some((page) => page.kind === kind)),
    pagesNotRead: notRead(board),
    browsersReport: board.beacon.isOn,
    counts: {
      listed: scripts.length,
      asked: count(({ standing }) => standing !== 'not-asked'),
      approved: count(({ standing }) => standing === 'approved'),
      open: count(({ standing }) => standing === 'open'),
      rejectedAndThere: count(({ standing }) => standing === 'rejected'),
      nearPayment: count(({ nearPayment }) => nearPayment),
      nearPaymentOpen: count(({ nearPayment, standing }) => nearPayment && standing === 'open'),
      compared: count(({ hash }) => hash !== null),
      checksums: count(({ integrity }) => integrity === 'checksum-in-page'),
      notRead: count(({ integrity }) => integrity === 'not-read'),
      waiting: waits.length,
      overdue: waits.filter((ms) => ms > LATE_MS).length,
      decisionsInLog: log.rows.filter(({ kind }) => kind === 'approved' || kind === 'rejected').length,
    },
  };
}

function inventoryRow(item: ScriptRow, standing: ScriptStanding): InventoryRow {
  const { decision, what, origin, pageKinds, seenBy, hash, firstSeenAt } = item;
  return {
    identity: visibleText(item.identity),
    ...{ what, origin, vendor: shown(item.vendorName), host: shown(item.host) },
    ...{ pages: pageKinds, nearPayment: isSensitive(item), seenBy, standing },
    decidedAt: decision?.decidedAt ?? null,
    decidedBy: decision?.decidedBy ?? null,
    owner: shown(decision?.owner ?? null),
    reason: shown(decision?.reason ?? null),
    coversNewTexts: decision?.coversNewTexts ?? false,
    integrity: integrityOf(item),
    ...{ hash, firstSeenAt },
  };
}

function integrityOf({ what, hasIntegrity, hash }: ScriptRow): Integrity {
  if (what !== 'script') return 'part-of-page';
  return hasIntegrity ? 'checksum-in-page' : hash === null ? 'not-read' : 'compared';
}

/** Kinds of pages of which nothing was seen, or only a part. */
function notRead({ pages }: ScriptBoard): PageKind[] {
  return PAGE_KINDS.filter((kind) => !pages.some((page) => page.kind === kind && !page.isPartial));
}

const shown = (text: string | null): string | null => (text === null || text === '' ? null : visibleText(text));
