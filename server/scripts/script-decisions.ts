import type { Connection } from 'mongoose';
import type { ScriptDecisionRow } from '../../core/api/scripts.ts';
import type { ScriptDecision } from '../../core/evidence/scripts.ts';
import type { Clock } from '../clock.ts';
import { ConflictError } from '../errors.ts';
import { scriptDecisionModel, type ScriptDecisionRecord } from '../models/script-decision.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';

export const MOST_DECISIONS = 5_000;

/** A person's word on one script as it is now. */
export type NewDecision = Pick<
  ScriptDecision,
  'identity' | 'lineage' | 'verdict' | 'pageKinds' | 'hash' | 'coversNewTexts'
> & {
  readonly owner: string;
  readonly reason: string;
  /** Decisions whose place this one takes: on another release of the script, or on its file on another host. */
  readonly replaces: readonly string[];
};

/** What people of the shop said of its scripts. */
export function scriptDecisionStore({
  connection,
  cipher,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  clock: Clock;
}) {
  const model = scriptDecisionModel(connection);
  const place = (identity: string, field: 'owner' | 'reason') => ({
    ...{ collection: 'script_decisions', field, id: identity },
  });

  async function operationsOf(shop: string, decision: NewDecision, userId: string) {
    const { owner, reason, replaces, hash, identity, ...rest } = decision;
    const set = {
      ...{ lineage: rest.lineage, verdict: rest.verdict, coversNewTexts: rest.coversNewTexts },
      pageKinds: [...rest.pageKinds],
      ownerSealed: await cipher.seal(shop, place(identity, 'owner'), owner),
      reasonSealed: await cipher.seal(shop, place(identity, 'reason'), reason),
      decidedAt: clock.now(),
      decidedBy: userId,
      ...(hash !== null && { hash }),
    };
    const update = { $set: set, ...(hash === null && { $unset: { hash: 1 as const } }) };
    return [
      { updateOne: { filter: { shop, identity }, update, upsert: true } },
      ...replaces.filter((old) => old !== identity).map((old) => ({ deleteOne: { filter: { shop, identity: old } } })),
    ];
  }

  return {
    /** Without the words of people. */
    async list(shop: string): Promise<ScriptDecision[]> {
      const records = await model.find({ shop }, { ownerSealed: 0, reasonSealed: 0 }).sort({ decidedAt: 1 }).lean();
      return records.map(decisionOf);
    },

    /** With them. */
    async rows(shop: string): Promise<ScriptDecisionRow[]> {
      const records = await model.find({ shop }).sort({ decidedAt: 1 }).lean();
      return Promise.all(
        records.map(async (record) => ({
          ...decisionOf(record),
          owner: await cipher.open(shop, place(record.identity, 'owner'), record.ownerSealed),
          reason: await cipher.open(shop, place(record.identity, 'reason'), record.reasonSealed),
        })),
      );
    },

    /** @throws {ConflictError} there are too many */
    async decide(shop: string, decisions: readonly NewDecision[], userId: string): Promise<void> {
      if ((await model.countDocuments({ shop })) + decisions.length > MOST_DECISIONS) throw full();
      const operations = await Promise.all(decisions.map((decision) => operationsOf(shop, decision, userId)));
      await model.bulkWrite(operations.flat(), { ordered: true });
    },

    /** Those that were there and are gone now. */
    async withdraw(shop: string, identities: readonly string[]): Promise<ScriptDecision[]> {
      const filter = { shop, identity: trusted({ $in: [...identities] }) };
      const records = await model.find(filter, { ownerSealed: 0, reasonSealed: 0 }).lean();
      await model.deleteMany(filter);
      return records.map(decisionOf);
    },
  };
}

type Record = Omit<ScriptDecisionRecord, 'ownerSealed' | 'reasonSealed'>;

function decisionOf({ decidedAt, hash, ...record }: Record): ScriptDecision {
  return {
    ...{ identity: record.identity, lineage: record.lineage, verdict: record.verdict, hash: hash ?? null },
    pageKinds: [...record.pageKinds],
    coversNewTexts: record.coversNewTexts,
    // Both are asked for before a decision is taken.
    ...{ hasOwner: true, hasReason: true, decidedAt: decidedAt.toISOString(), decidedBy: record.decidedBy },
  };
}

const full = () =>
  new ConflictError('There are too many decisions on scripts. Take back those on scripts that are gone, then decide.');
