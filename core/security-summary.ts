import type { EvidenceItem, StorefrontFigures, ThemeCodeRow, ThemeListing } from './api/security.ts';
import type { DataSample } from './evidence/data-at-rest.ts';
import { EVIDENCE_KINDS } from './evidence/kinds.ts';
import type { EvidenceByKind, EvidenceKind, MainTheme } from './evidence/kinds.ts';
import { RUNG_OF_SOURCE } from './evidence/people.ts';
import { RUNGS } from './evidence/rungs.ts';
import type { Collected, Snapshot } from './evidence/snapshot.ts';
import type { Instant } from './time.ts';

/** What the security pages show of a snapshot beside its verdicts. */
export interface SecuritySummary {
  readonly asOf: Instant;
  readonly evidence: readonly EvidenceItem[];
  readonly storefront: StorefrontFigures;
  /** Null: the theme could not be read. */
  readonly theme: ThemeListing | null;
  /** Null: switched off, or not to be had. */
  readonly sample: DataSample | null;
}

/** Each part stands alone: evidence that is missing is listed as missing and costs no other its place. */
export function securitySummary(snapshot: Snapshot): SecuritySummary {
  const storefront = snapshot.evidence.storefront;
  const theme = valueOf(snapshot, 'theme');
  return {
    asOf: snapshot.takenAt,
    evidence: EVIDENCE_KINDS.map((kind) =>
      kind === 'people' ? peopleItem(snapshot) : itemOf(kind, snapshot.evidence[kind]),
    ),
    storefront: {
      reason: storefront?.status === 'collected' ? null : (storefront?.reason ?? 'not-collected'),
      hosts: valueOf(snapshot, 'storefront')?.hosts ?? [],
      domains: valueOf(snapshot, 'dns') ?? [],
      libraries: librariesOf(snapshot),
      theme: theme ? themeRows(theme) : [],
      themeFiles: theme?.files.length ?? 0,
    },
    theme: theme && listing(theme),
    sample: valueOf(snapshot, 'dataSample'),
  };
}

function itemOf(kind: EvidenceKind, collected: Collected<unknown> | undefined): EvidenceItem {
  const nothing = { kind, rung: null, collectedAt: null, expiresAt: null, missingScopes: [], count: null };
  if (!collected) return { ...nothing, reason: 'not-collected' };
  const { collectedAt } = collected;
  if (collected.status !== 'collected') {
    return { ...nothing, collectedAt, reason: collected.reason, missingScopes: collected.missingScopes ?? [] };
  }
  const { value, rung } = collected;
  return { ...nothing, rung, collectedAt, reason: null, count: countOf(value), expiresAt: firstEndOf(value) };
}

/** The register holds statements of several rungs: the weakest source that was read is shown. */
function peopleItem(snapshot: Snapshot): EvidenceItem {
  const item = itemOf('people', snapshot.evidence.people);
  const read = valueOf(snapshot, 'people')?.readings.map(({ source }) => RUNGS.indexOf(RUNG_OF_SOURCE[source])) ?? [];
  return { ...item, rung: RUNGS[Math.max(...read)] ?? item.rung };
}

/** What people count: rows of a list, files of a theme, hosts, people. */
function countOf(value: unknown): number | null {
  if (Array.isArray(value)) return value.length;
  const lists = ['hosts', 'files', 'orders', 'products', 'people', 'passwords', 'openAlerts'];
  const record = value as Readonly<Record<string, unknown>>;
  const list = lists.map((name) => record[name]).find(Array.isArray);
  return list ? list.length : null;
}

/** The earliest `expiresAt` anywhere in a list of statements. */
function firstEndOf(value: unknown): Instant | null {
  if (!Array.isArray(value)) return null;
  const ends = value.map((one: unknown) => (one as { expiresAt?: unknown }).expiresAt);
  return ends.filter((end): end is string => typeof end === 'string').sort()[0] ?? null;
}

function librariesOf(snapshot: Snapshot): StorefrontFigures['libraries'] {
  const lists = [valueOf(snapshot, 'storefront')?.libraries, valueOf(snapshot, 'theme')?.libraries];
  const known = lists.filter((list) => list !== undefined);
  if (known.length === 0) return null;
  const flaws = new Map(known.flatMap((list) => list.flaws.map((flaw) => [`${flaw.component} ${flaw.version}`, flaw])));
  return { dataDay: known.map(({ dataDay }) => dataDay).sort()[0] ?? '', flaws: [...flaws.values()] };
}

/** Files of which there is something to say. */
function themeRows({ files }: MainTheme): ThemeCodeRow[] {
  return files.flatMap(({ filename, code }) => {
    if (!code) return [];
    const { libraries, secrets, behaviours, isPartial } = code;
    const isQuiet = libraries.length + secrets.length + behaviours.length === 0 && !isPartial;
    return isQuiet ? [] : [{ filename, libraries, secrets, behaviours, isPartial }];
  });
}

function listing({ id, name, files }: MainTheme): ThemeListing {
  return {
    id,
    name,
    files: files.flatMap(({ filename, checksumMd5 }) => (checksumMd5 === null ? [] : [{ filename, checksumMd5 }])),
  };
}

function valueOf<K extends EvidenceKind>({ evidence }: Snapshot, kind: K): EvidenceByKind[K] | null {
  const collected: Snapshot['evidence'][K] = evidence[kind];
  return collected?.status === 'collected' ? collected.value : null;
}
