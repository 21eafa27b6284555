import { Types, type ClientSession, type Connection } from 'mongoose';
import type { ScriptDecision } from '../../core/evidence/scripts.ts';
import { scriptChanges } from '../../core/scripts/changes.ts';
import type { PageLook } from '../../core/scripts/pages-read.ts';
import type { ScriptChange } from '../../core/scripts/script-change.ts';
import type { ScriptItem } from '../../core/scripts/script-item.ts';
import type { Instant } from '../../core/time.ts';
import { scriptEventModel } from '../models/script-event.ts';
import { scriptSightingModel } from '../models/script-sighting.ts';
import { pack, unpack } from '../shop/packed.ts';
import { seenAgain, sightingOf, type KeptSighting } from './sightings.ts';

const MAX_CHARS = 4_000_000;
/** A page whose scripts change without end fills the log no further. */
const MOST_EVENTS = 300;

export interface FoldedScripts {
  readonly shop: string;
  /** When the pages were looked at. */
  readonly takenAt: Date;
  readonly session: ClientSession;
}

/**
 * Remembers what a look at the pages saw, and writes into the log what changed since the look before, inside the
 * caller's transaction. A look that saw no page changes nothing; repeating one changes nothing.
 */
export async function foldScripts(
  connection: Connection,
  { shop, takenAt, session }: FoldedScripts,
  items: readonly ScriptItem[],
  pagesRead: readonly PageLook[],
): Promise<void> {
  if (pagesRead.length === 0) return;
  const model = scriptSightingModel(connection);
  const record = await model.findOne({ shop }).session(session).lean();
  if (record?.comparedAt && record.comparedAt > takenAt) return; // an older look tells nothing new
  const before = record ? await sightingsIn(record.sightingsPacked) : [];
  const look = { takenAt: takenAt.toISOString(), pagesRead };
  const changes = changesSince(before, items, look).slice(0, MOST_EVENTS);
  const fields = {
    sightingsPacked: await pack(seenAgain(before, items, look), { maxChars: MAX_CHARS }),
    comparedAt: takenAt,
  };
  await model.updateOne({ shop }, { $set: fields }, { upsert: true, session });
  if (changes.length === 0) return;
  const events = changes.map(({ kind, identity, fromHash, toHash }) => ({
    ...{ _id: new Types.ObjectId(), shop, at: takenAt, kind, identity, by: 'prahari' },
    ...(fromHash !== null && { fromHash }),
    ...(toHash !== null && { toHash }),
  }));
  await scriptEventModel(connection).insertMany(events, { session });
}

/** All that is remembered of the shop's scripts. */
export const sightingsIn = async (packed: string): Promise<KeptSighting[]> => (await unpack(packed)) as KeptSighting[];

/** Against the look before, whatever people decided: each sighting stands for a word on what was seen then. */
export function changesSince(
  before: readonly KeptSighting[],
  items: readonly ScriptItem[],
  { takenAt, pagesRead }: { readonly takenAt: Instant; readonly pagesRead: readonly PageLook[] },
): ScriptChange[] {
  const there = before.filter(({ goneAt, isAsked }) => goneAt === null && isAsked);
  const book = {
    sightings: there.map(sightingOf),
    decisions: there.map(asDecision),
    lastComparedAt: null,
    beacon: { isOn: false, seen: [] },
  };
  return scriptChanges(items, book, { asOf: takenAt, pagesRead });
}

function asDecision({ identity, lineage, pageKinds, hash, firstSeenAt }: KeptSighting): ScriptDecision {
  return {
    ...{ identity, lineage, pageKinds, hash, verdict: 'approved', coversNewTexts: false },
    ...{ hasOwner: false, hasReason: false, decidedAt: firstSeenAt, decidedBy: 'prahari' },
  };
}
