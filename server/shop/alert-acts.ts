import type { ClientSession, Connection } from 'mongoose';
import type { AlertBefore, AlertStatus, ChangedAlerts, SuppressionKind } from '../../core/api/alerts.ts';
import type { Clock } from '../clock.ts';
import { alertModel } from '../models/alert.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { markAlerts } from './alert-mark.ts';
import { alertSummary, reasonPlace, type StoredAlert } from './alert-shapes.ts';
import { MAX_HISTORY } from './fold-alerts.ts';

/** What a person does to alerts. */
export type AlertAct =
  | { readonly kind: 'acknowledged' | 'reopened' }
  | {
      readonly kind: 'suppressed';
      /** Without it: "can-wait". */
      readonly suppression?: SuppressionKind;
      readonly reason: string;
      readonly until: Date;
    }
  /** Null: nobody's any more. */
  | { readonly kind: 'assigned'; readonly personId: string | null };

/** The statuses from which each act leads on. A resolved alert belongs to the scans alone. */
const FROM: Readonly<Record<AlertAct['kind'], readonly AlertStatus[]>> = {
  acknowledged: ['open'],
  reopened: ['acknowledged', 'suppressed'],
  suppressed: ['open', 'acknowledged', 'suppressed'],
  assigned: ['open', 'acknowledged', 'suppressed'],
};

interface ActDeps {
  readonly connection: Connection;
  readonly cipher: FieldCipher;
  readonly clock: Clock;
}

/**
 * Does one thing to several alerts, all or none, with who did it: a member's number, or "link:" and a reader's id. Answers
 * those that changed, in the order of the ids; one that is past it (acknowledged already, resolved meanwhile) is left
 * alone, so that doing it twice changes nothing. Null when none of them is this shop's.
 */
export async function actOnAlerts(
  { connection, cipher, clock }: ActDeps,
  shop: string,
  ids: readonly string[],
  act: AlertAct,
  by: string,
): Promise<ChangedAlerts | null> {
  const model = alertModel(connection);
  const wanted = [...new Set(ids)];
  const sealed = await sealedReasons(cipher, shop, wanted, act);
  const at = clock.now();

  async function inside(session: ClientSession): Promise<ChangedAlerts | null> {
    const known = await found(session);
    if (known.size === 0) return null;
    const moved = wanted.flatMap((id) => {
      const record = known.get(id);
      return record && mayMove(record, act) ? [record] : [];
    });
    if (moved.length === 0) return { alerts: [], was: [] };
    await model.bulkWrite(
      moved.map(({ _id }) => {
        const id = _id.toString();
        return {
          updateOne: { filter: { shop, _id: id }, update: updateFor(act, { at, by, reasonSealed: sealed.get(id) }) },
        };
      }),
      { session, ordered: true },
    );
    await markAlerts(connection, shop, session);
    const after = await found(session);
    return {
      alerts: moved.flatMap(({ _id }) => after.get(_id.toString()) ?? []).map(alertSummary),
      was: moved.map(beforeOf),
    };
  }

  async function found(session: ClientSession): Promise<Map<string, Omit<StoredAlert, 'history'>>> {
    const records = await model
      .find({ shop, _id: trusted({ $in: wanted }) }, { history: 0, comments: 0 })
      .session(session)
      .lean<Omit<StoredAlert, 'history'>[]>();
    return new Map(records.map((record) => [record._id.toString(), record]));
  }

  return connection.transaction(inside);
}

/** Each alert's own copy: a sealed text opens where it was sealed for and nowhere else. */
async function sealedReasons(cipher: FieldCipher, shop: string, ids: readonly string[], act: AlertAct) {
  const sealed = new Map<string, string>();
  if (act.kind !== 'suppressed') return sealed;
  for (const id of ids) sealed.set(id, await cipher.seal(shop, reasonPlace(id), act.reason));
  return sealed;
}

function mayMove(record: Omit<StoredAlert, 'history'>, act: AlertAct): boolean {
  const isSame = act.kind === 'assigned' && (record.assigneeId ?? null) === act.personId;
  return FROM[act.kind].includes(record.status) && !isSame;
}

const beforeOf = ({ _id, status, assigneeId }: Omit<StoredAlert, 'history'>): AlertBefore => ({
  id: _id.toString(),
  status,
  assigneeId: assigneeId ?? null,
});

const AWAKE = { suppressedUntil: 1, suppressReason: 1, suppressReasonSealed: 1, suppression: 1 } as const;

interface Doing {
  readonly at: Date;
  readonly by: string;
  readonly reasonSealed: string | undefined;
}

function updateFor(act: AlertAct, { at, by, reasonSealed }: Doing) {
  const told = <E extends object>(event: E) => ({ $push: { history: { $each: [event], $slice: -MAX_HISTORY } } });
  switch (act.kind) {
    case 'suppressed': {
      const { until, suppression = 'can-wait' } = act;
      return {
        $set: {
          status: 'suppressed' as const,
          suppressedUntil: until,
          suppressReasonSealed: reasonSealed,
          suppression,
        },
        $unset: { suppressReason: 1 as const },
        ...told({ kind: 'suppressed' as const, at, by, reasonSealed, suppression, until }),
      };
    }
    case 'assigned':
      return act.personId === null
        ? { $unset: { assigneeId: 1 as const }, ...told({ kind: 'unassigned' as const, at, by }) }
        : {
            $set: { assigneeId: act.personId },
            ...told({ kind: 'assigned' as const, at, by, personId: act.personId }),
          };
    default:
      return {
        $set: { status: act.kind === 'acknowledged' ? ('acknowledged' as const) : ('open' as const) },
        $unset: AWAKE,
        ...told({ kind: act.kind, at, by }),
      };
  }
}

/**
 * Hands on what somebody was to mend: to whom the person turned out to be, or, removed from the register, to nobody. Who
 * they were stays an id without a name.
 */
export async function handOnAlerts(
  { connection, clock }: Omit<ActDeps, 'cipher'>,
  shop: string,
  from: string,
  into: string | null,
): Promise<void> {
  const act: AlertAct = { kind: 'assigned', personId: into };
  const update = updateFor(act, { at: clock.now(), by: 'prahari', reasonSealed: undefined });
  await connection.transaction(async (session) => {
    const { matchedCount } = await alertModel(connection).updateMany({ shop, assigneeId: from }, update, { session });
    if (matchedCount > 0) await markAlerts(connection, shop, session);
  });
}
