import { mongo, type ClientSession, type Connection } from 'mongoose';
import { BEFORE_ALL, type AuditEntry, type AuditMark } from '../../core/audit/audit-entry.ts';
import { chainHash } from '../../core/audit/chain.ts';
import type { Clock } from '../clock.ts';
import { auditAnchorModel } from '../models/audit-anchor.ts';
import { auditEntryModel, type AuditEntryRecord } from '../models/audit-entry.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { sha256, type AuditSeal } from './audit-seal.ts';
import type { Audit, NewAuditEntry } from './audit.ts';

const SUBJECTS_AT_MOST = 50;
const SUBJECT_LENGTH = 100;
const DETAIL_LENGTH = 200;
/** Two writers of one shop meet now and then; more than this at once is a defect. */
const ATTEMPTS = 200;

/** Adds lines to logs. */
export function auditWriter({
  connection,
  seal,
  clock,
}: {
  connection: Connection;
  seal: AuditSeal;
  clock: Clock;
}): Audit {
  const model = auditEntryModel(connection);
  const anchors = auditAnchorModel(connection);

  /** The line that the next one follows: the newest, else the one where the log was cut, else none. */
  async function last(shop: string, session: ClientSession | null): Promise<AuditMark> {
    const newest = await model.findOne({ shop }, { seq: 1, hash: 1 }).sort({ seq: -1 }).session(session).lean();
    return newest ?? (await anchors.findOne({ shop }).session(session).lean()) ?? BEFORE_ALL;
  }

  async function write(shop: string, entry: NewAuditEntry, session: ClientSession | null): Promise<number> {
    const { seq: before, hash: previousHash } = await last(shop, session);
    const seq = before + 1;
    const at = clock.now();
    const said = {
      action: entry.action,
      subjects: (entry.subjects ?? []).slice(0, SUBJECTS_AT_MOST).map((subject) => subject.slice(0, SUBJECT_LENGTH)),
      outcome: entry.outcome ?? 'done',
    };
    const details = shortDetails(entry.details ?? {});
    const line = { ...said, seq, at: at.toISOString(), actor: entry.actor, details, previousHash };
    const hash = chainHash(shop, line, sha256);
    const { kind: actorKind, id: actorId } = entry.actor;
    await model.create(
      [
        {
          ...{ shop, seq, at, actorKind, ...(actorId !== null && { actorId }), ...said },
          ...{ detailsJson: JSON.stringify(details), previousHash, hash },
          signature: seal.sign(shop, { seq, hash }),
        },
      ],
      { session },
    );
    return seq;
  }

  return {
    async append(shop, entry, session) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await write(shop, entry, session ?? null);
        } catch (error) {
          if (!duplicateKey(error)?.includes('seq')) throw error;
          // Another line came first. A transaction sees the store as it was, so all of it is done again.
          if (session) throw tryAgain(error);
          if (attempt >= ATTEMPTS) throw error;
        }
      }
    },
  };
}

function tryAgain(error: unknown): unknown {
  if (error instanceof mongo.MongoError) error.addErrorLabel('TransientTransactionError');
  return error;
}

/** Texts are codes and short; a number that JSON does not know would not come back as it went. */
function shortDetails(details: AuditEntry['details']): AuditEntry['details'] {
  const kept = Object.entries(details).map(([name, value]): [string, string | number | boolean] => {
    if (typeof value === 'string') return [name, value.slice(0, DETAIL_LENGTH)];
    if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${name} is no number to keep.`);
    return [name, value];
  });
  return Object.fromEntries(kept);
}

/** A stored line as the log tells it. */
export function entryOf(record: Omit<AuditEntryRecord, 'shop' | 'signature'>): AuditEntry {
  const { seq, at, actorKind, actorId, action, subjects, outcome, detailsJson, previousHash, hash } = record;
  return {
    ...{ seq, at: at.toISOString(), actor: { kind: actorKind, id: actorId ?? null }, action, subjects, outcome },
    ...{ details: JSON.parse(detailsJson) as AuditEntry['details'], previousHash, hash },
  };
}
