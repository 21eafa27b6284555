import type {
  LookUpService,
  RegistrationStatus,
  RegistryEntry,
  RegistryRecord,
  WatchedField,
} from '../../core/evidence/registry.ts';
import { WATCHED_FIELDS } from '../../core/evidence/registry.ts';
import type { Instant } from '../../core/time.ts';
import type { RegistryAnswer, ReturnsAnswer } from './service.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Name, kind and places change seldom: an answer without them leaves those of a week ago standing. */
const DETAILS_LAST_MS = 7 * DAY_MS;
const CHANGES_LAST_MS = 90 * DAY_MS;
const MOST_CHANGES = 50;
/** Two years of monthly and yearly forms. */
const MOST_RETURNS = 100;

/** Fields that may be older than the answer, a week at most. Status and blocks never: null means not told now. */
const DETAILS = [
  'legalName',
  'tradeName',
  'taxpayerKind',
  'constitution',
  'registeredOn',
  'principal',
  'additional',
] as const satisfies readonly (keyof RegistryRecord)[];

/** An entry as it is stored: with the age of its slow fields. */
export interface StoredEntry extends RegistryEntry {
  /** When an answer last told name or place. */
  readonly detailsLearnedAt: Instant | null;
  /** Null: no answer told a status yet. Absent in entries of before it was kept. */
  readonly told?: ToldSince | null;
}

/** What the register says of a number, as one word. */
export type ToldStatus = RegistrationStatus | 'not-found';

/** The status that was told last, and when it was told first. */
export interface ToldSince {
  readonly status: ToldStatus;
  readonly since: Instant;
}

/** Answers that told nothing in between change nothing. */
export function toldOf({ told, asked, known }: StoredEntry): ToldSince | null {
  if (told !== undefined) return told;
  if (asked?.outcome === 'not-found') return { status: 'not-found', since: asked.at };
  return known?.record.status ? { status: known.record.status, since: known.learnedAt } : null;
}

export function unaskedEntry(gstin: string): StoredEntry {
  return { gstin, known: null, asked: null, changes: [], returns: null, detailsLearnedAt: null };
}

/** The entry after an answer. What was known stays when the answer is not known: it is only noted as the newest question. */
export function withAnswer(
  entry: StoredEntry,
  answer: RegistryAnswer,
  { service, at }: { service: LookUpService; at: Instant },
): StoredEntry {
  const outcome = answer.kind === 'unknown' ? answer.reason : answer.kind;
  const asked = { service, at, outcome };
  const told = toldAfter(entry, answer, at);
  if (answer.kind !== 'known') return { ...entry, asked, told, changes: recentChanges(entry, at) };
  const tellsDetails = answer.record.legalName !== null || answer.record.principal !== null;
  const record = withOlderDetails(answer.record, entry, at);
  const noticed = changedFields(entry.known?.record ?? null, record).map((field) => ({ field, noticedAt: at }));
  return {
    ...entry,
    asked,
    known: { record, service, learnedAt: at },
    changes: [...noticed, ...recentChanges(entry, at)].slice(0, MOST_CHANGES),
    detailsLearnedAt: tellsDetails ? at : entry.detailsLearnedAt,
    told,
  };
}

function toldAfter(entry: StoredEntry, answer: RegistryAnswer, at: Instant): ToldSince | null {
  const before = toldOf(entry);
  const status = answer.kind === 'known' ? answer.record.status : answer.kind === 'not-found' ? 'not-found' : null;
  return status === null || status === before?.status ? before : { status, since: at };
}

/** Returns of several financial years fold together: a year's answer does not take away another year's. */
export function withReturns(entry: StoredEntry, answer: ReturnsAnswer, at: Instant): StoredEntry {
  if (answer.kind === 'unknown') return entry;
  const byForm = new Map((entry.returns?.filed ?? []).map((one) => [`${one.form} ${one.period}`, one]));
  for (const one of answer.filed) byForm.set(`${one.form} ${one.period}`, one);
  const filed = [...byForm.values()].toSorted((a, b) =>
    a.period === b.period ? (a.form < b.form ? -1 : 1) : a.period < b.period ? 1 : -1,
  );
  return { ...entry, returns: { filed: filed.slice(0, MOST_RETURNS), learnedAt: at } };
}

/** Whether a check could judge the second entry otherwise than the first. Dates of asking alone are no news. */
export function isNews(before: StoredEntry, after: StoredEntry): boolean {
  return JSON.stringify(tellingPart(before)) !== JSON.stringify(tellingPart(after));
}

function tellingPart({ known, asked, returns }: StoredEntry): unknown {
  const outcome = asked?.outcome;
  const isTold = outcome === undefined || outcome === 'known' || outcome === 'not-found';
  return {
    record: known && { ...known.record, lastUpdatedOn: null },
    outcome: isTold ? (outcome ?? 'not-asked') : 'unknown',
    filed: returns?.filed ?? null,
  };
}

export function recentChanges({ changes }: RegistryEntry, at: Instant): RegistryEntry['changes'] {
  const from = Date.parse(at) - CHANGES_LAST_MS;
  return changes.filter(({ noticedAt }) => Date.parse(noticedAt) > from);
}

function withOlderDetails(record: RegistryRecord, entry: StoredEntry, at: Instant): RegistryRecord {
  const { known, detailsLearnedAt } = entry;
  const isFresh = detailsLearnedAt !== null && Date.parse(at) - Date.parse(detailsLearnedAt) <= DETAILS_LAST_MS;
  if (!known || !isFresh) return record;
  const older = DETAILS.filter((field) => record[field] === null).map((field) => [field, known.record[field]]);
  return { ...record, ...(Object.fromEntries(older) as Partial<RegistryRecord>) };
}

/** Only what was told both times can have changed. */
function changedFields(before: RegistryRecord | null, after: RegistryRecord): WatchedField[] {
  if (!before) return [];
  return WATCHED_FIELDS.filter((field) => {
    const [was, is] = [comparable(before[field]), comparable(after[field])];
    return was !== null && is !== null && was !== is;
  });
}

/** Letter case, blanks and the order of places are the service's taste. */
function comparable(value: RegistryRecord[WatchedField]): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return value.trim().replace(/\s+/g, ' ').toUpperCase();
  const places = 'pin' in value ? [value] : value;
  return JSON.stringify(places.map((place) => `${place.pin ?? ''} ${place.stateCode ?? ''}`).toSorted());
}
