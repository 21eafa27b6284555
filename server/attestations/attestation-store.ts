import { Types, type Connection } from 'mongoose';
import { RETENTION_DAYS } from '../models/retention.ts';
import type { Attestation, AttestedAnswer } from '../../core/evidence/attestations.ts';
import type { Clock } from '../clock.ts';
import type { EvidenceFileStore } from '../files/evidence-files.ts';
import { attestationModel, type AttestationRecord } from '../models/attestation.ts';
import { trusted } from '../store/connect.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** An ended statement is history for an audit. */
const HISTORY_DAYS = RETENTION_DAYS.statements;
/** What the control does not end by itself is asked again after a year all the same: nobody remembers longer. */
const LONGEST_DAYS = 365;

export interface KeptStatement extends Omit<Attestation, 'hasFile'> {
  readonly id: string;
  /** Its paper is kept as long as it. */
  readonly forgetAt: Date;
}

export type AttestationStore = ReturnType<typeof attestationStore>;

/** What people of the shop stated. Each statement names its person and ends by itself. */
export function attestationStore({
  connection,
  files,
  clock,
}: {
  connection: Connection;
  files: Pick<EvidenceFileStore, 'list' | 'remove'>;
  clock: Clock;
}) {
  const model = attestationModel(connection);

  async function end(shop: string, questionId: string, userId: string): Promise<boolean> {
    const ending = await model.find({ shop, questionId, isCurrent: true }, { _id: 1 }).lean();
    const ids = ending.map(({ _id }) => _id.toString());
    await model.updateMany(
      { shop, _id: trusted({ $in: ids }), isCurrent: true },
      { $set: { isCurrent: false, endedAt: clock.now(), endedBy: userId } },
    );
    await files.remove(shop, ids);
    return ids.length > 0;
  }

  /** The newest of each question, by question; ended by time or not. */
  async function current(shop: string): Promise<KeptStatement[]> {
    const records = await model.find({ shop, isCurrent: true }).sort({ questionId: 1, statedAt: -1 }).lean();
    const newest = records.filter(({ questionId }, at) => records[at - 1]?.questionId !== questionId);
    return newest.map(statementOf);
  }

  return {
    current,

    /** Takes the place of what was stated before, whose paper goes. */
    async state(
      shop: string,
      { questionId, answer, expiryDays }: { questionId: string; answer: AttestedAnswer; expiryDays: number },
      userId: string,
    ): Promise<KeptStatement> {
      const statedAt = clock.now();
      const days = expiryDays > 0 ? expiryDays : LONGEST_DAYS;
      const expiresAt = new Date(statedAt.getTime() + days * DAY_MS);
      const forgetAt = new Date(expiresAt.getTime() + HISTORY_DAYS * DAY_MS);
      await end(shop, questionId, userId);
      const record = {
        ...{ _id: new Types.ObjectId(), shop, questionId, answer, statedAt, statedBy: userId },
        ...{ expiresAt, isCurrent: true, forgetAt },
      };
      await model.create(record);
      return statementOf(record);
    },

    /** False: nothing was stated. */
    withdraw: end,

    /** As evidence; what ended by time is in it, since who judges says so. */
    async evidence(shop: string): Promise<Attestation[]> {
      const withFile = new Set((await files.list(shop)).map(({ owner }) => owner));
      return (await current(shop)).map(({ id, questionId, answer, statedAt, expiresAt, statedBy }) => ({
        ...{ questionId, answer, statedAt, expiresAt, statedBy },
        hasFile: withFile.has(id),
      }));
    },
  };
}

type Statement = Pick<AttestationRecord, 'questionId' | 'answer' | 'statedAt' | 'expiresAt' | 'statedBy' | 'forgetAt'>;

function statementOf({ _id, ...record }: Statement & { _id: Types.ObjectId }): KeptStatement {
  return {
    id: _id.toString(),
    questionId: record.questionId,
    answer: record.answer,
    statedAt: record.statedAt.toISOString(),
    expiresAt: record.expiresAt.toISOString(),
    statedBy: record.statedBy,
    forgetAt: record.forgetAt,
  };
}
