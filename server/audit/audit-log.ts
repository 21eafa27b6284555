import type { Connection } from 'mongoose';
import type { AuditPage, AuditProof } from '../../core/api/audit.ts';
import type { ActorKind, AuditEntry, AuditMark } from '../../core/audit/audit-entry.ts';
import { chainWalk } from '../../core/audit/chain.ts';
import type { AuditAction } from '../../core/data/audit-actions.ts';
import { dayInIndia } from '../../core/gst/days.ts';
import type { Clock } from '../clock.ts';
import { auditAnchorModel } from '../models/audit-anchor.ts';
import { auditEntryModel } from '../models/audit-entry.ts';
import { trusted } from '../store/connect.ts';
import type { KeyRing } from '../store/key-ring.ts';
import { auditPruning, type AuditPruning } from './audit-pruning.ts';
import { auditWriter, entryOf } from './audit-records.ts';
import { auditSeal, sha256 } from './audit-seal.ts';
import type { Audit } from './audit.ts';

const PAGE = 50;
/** Lines read at once while a log is walked: memory stays flat, however long it is. */
const STEP = 500;
const REFUSALS_SHOWN_MS = 7 * 24 * 60 * 60 * 1_000;
/** So many refusals of one person on one day are told to the owner. */
const OFTEN = 5;
const REFUSALS_READ = 2_000;

export interface AuditFilter {
  readonly before?: number;
  readonly action?: string;
  readonly actorKind?: ActorKind;
  readonly actorId?: string;
}

export interface AuditLog extends Audit, AuditPruning {
  page(shop: string, filter: AuditFilter): Promise<AuditPage>;
  /** Every line that is kept, oldest first. */
  lines(shop: string): AsyncIterable<AuditEntry>;
  /** Where the log was cut when its oldest lines had had their time. */
  anchor(shop: string): Promise<AuditMark | null>;
  /** How often something was done since a moment. */
  countSince(shop: string, action: AuditAction, since: Date): Promise<number>;
  /** The newest line: to be written down elsewhere, against a log whose end is cut. Null: nothing happened yet. */
  head(shop: string): Promise<AuditMark | null>;
  /** Walks the whole log. `known`: lines that somebody wrote down before. */
  verify(shop: string, known?: readonly AuditMark[]): Promise<AuditProof>;
}

/** The audit logs of all shops. */
export function auditLog({
  connection,
  ring,
  clock,
}: {
  connection: Connection;
  ring: Pick<KeyRing, 'activeId' | 'derive'>;
  clock: Clock;
}): AuditLog {
  const model = auditEntryModel(connection);
  const anchors = auditAnchorModel(connection);
  const seal = auditSeal(ring);

  async function* records(shop: string) {
    let after = (await anchors.findOne({ shop }).lean())?.seq ?? 0;
    for (;;) {
      const step = await model
        .find({ shop, seq: trusted({ $gt: after }) })
        .sort({ seq: 1 })
        .limit(STEP)
        .lean();
      yield* step;
      if (step.length < STEP) return;
      after = step.at(-1)?.seq ?? after;
    }
  }

  async function refusals(shop: string): Promise<AuditPage['refusals']> {
    const since = new Date(clock.now().getTime() - REFUSALS_SHOWN_MS);
    const refused = await model
      .find(
        { shop, outcome: 'refused', at: trusted({ $gte: since }) },
        { at: 1, actorKind: 1, actorId: 1, detailsJson: 1 },
      )
      .sort({ at: -1 })
      .limit(REFUSALS_READ)
      .lean();
    const counts = new Map<string, { userId: string; on: string; times: number }>();
    for (const { at, actorKind, actorId, detailsJson } of refused) {
      const { status } = JSON.parse(detailsJson) as AuditEntry['details'];
      if (actorKind !== 'person' || !actorId || (status !== 403 && status !== 404)) continue;
      const on = dayInIndia(at.toISOString());
      const known = counts.get(`${on} ${actorId}`) ?? { userId: actorId, on, times: 0 };
      counts.set(`${on} ${actorId}`, { ...known, times: known.times + 1 });
    }
    return [...counts.values()]
      .filter(({ times }) => times >= OFTEN)
      .sort((one, other) => (one.on < other.on ? 1 : -1));
  }

  const anchor = async (shop: string): Promise<AuditMark | null> => {
    const found = await anchors.findOne({ shop }).lean();
    return found && { seq: found.seq, hash: found.hash };
  };

  return {
    ...auditWriter({ connection, seal, clock }),
    ...auditPruning({ connection, seal, clock }),
    anchor,

    async page(shop, { before, ...wanted }) {
      const filter = { shop, ...wanted };
      const [found, total, often] = await Promise.all([
        model
          .find({ ...filter, ...(before !== undefined && { seq: trusted({ $lt: before }) }) })
          .sort({ seq: -1 })
          .limit(PAGE + 1)
          .lean(),
        model.countDocuments(filter),
        refusals(shop),
      ]);
      const entries = found.slice(0, PAGE).map(entryOf);
      return { entries, next: found.length > PAGE ? (entries.at(-1)?.seq ?? null) : null, total, refusals: often };
    },

    countSince: (shop, action, since) =>
      model.countDocuments({ shop, outcome: 'done', action, at: trusted({ $gte: since }) }),

    async *lines(shop) {
      for await (const record of records(shop)) yield entryOf(record);
    },

    async head(shop) {
      const newest = await model.findOne({ shop }, { seq: 1, hash: 1 }).sort({ seq: -1 }).lean();
      return newest ? { seq: newest.seq, hash: newest.hash } : anchor(shop);
    },

    async verify(shop, known = []) {
      const cut = await anchors.findOne({ shop }).lean();
      const walk = chainWalk({ shop, sha256, anchor: cut && { seq: cut.seq, hash: cut.hash }, known });
      let forged = cut && seal.judge(shop, cut, cut.signature) === 'wrong' ? cut.seq : null;
      let newest: AuditProof['signature'] = cut ? 'valid' : 'not-asked';
      for await (const record of records(shop)) {
        walk.take(entryOf(record));
        const verdict = seal.judge(shop, record, record.signature);
        if (verdict === 'wrong') forged ??= record.seq;
        else newest = verdict;
      }
      const chain = walk.result();
      const isForgedFirst = forged !== null && (chain.broken === null || forged < chain.broken.seq);
      const broken = isForgedFirst ? { seq: forged ?? 0, what: 'signature' as const } : chain.broken;
      return {
        ...{ ...chain, isWhole: broken === null, broken, signature: newest },
        verifiedAt: clock.now().toISOString(),
      };
    },
  };
}
