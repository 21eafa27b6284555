import type { EvidenceByKind, EvidenceKind } from '../../core/evidence/kinds.ts';
import type { Collected, UnavailableReason } from '../../core/evidence/snapshot.ts';
import type { Clock } from '../clock.ts';
import {
  AdminUnreachableError,
  EvidenceShapeError,
  ThrottledError,
  TokenRefusedError,
} from '../shopify/admin-errors.ts';
import { storeAway } from '../store/store-away.ts';
import { AccessDeniedError } from './access-denied.ts';
import type { CollectContext, Collector } from './collector.ts';
import { EVIDENCE_SCHEMAS } from './evidence-schema.ts';
import { NoEvidenceYet } from './no-evidence-yet.ts';

/** What collectOne needs besides the collector's own context. */
export interface RunOptions {
  readonly clock: Clock;
  /** Told of each failure with its cause, for the log of operators. */
  readonly onFailure?: (kind: EvidenceKind, reason: UnavailableReason, cause: unknown) => void;
}

/**
 * Runs one collector up to its deadline. Whatever it does (throws, hangs, answers nonsense) comes back as evidence or
 * as the reason why there is none. It rejects in one case alone: what our own store did not answer tells nothing of the
 * shop, and the same question works a little later.
 *
 * @throws {StoreAwayError}
 */
export async function collectOne<K extends EvidenceKind>(
  collector: Collector<K>,
  context: Omit<CollectContext<K>, 'signal' | 'asOf'>,
  { clock, onFailure }: RunOptions,
): Promise<Collected<EvidenceByKind[K]>> {
  const deadline = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  // A collector may ignore its signal, so the deadline itself ends the waiting.
  const passed = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      deadline.abort();
      reject(new DeadlineError());
    }, collector.deadlineMs);
  });
  try {
    const asOf = clock.now().toISOString();
    const running = Promise.resolve().then(() => collector.collect({ ...context, asOf, signal: deadline.signal }));
    const parsed = EVIDENCE_SCHEMAS[collector.kind].safeParse(await Promise.race([running, passed]));
    if (!parsed.success)
      throw new EvidenceShapeError(`The collector "${collector.kind}"`, parsed.error.issues[0]?.path.join('.'));
    return { status: 'collected', value: parsed.data, collectedAt: clock.now().toISOString(), rung: collector.rung };
  } catch (error) {
    const away = deadline.signal.aborted ? undefined : storeAway(error);
    if (away) throw away;
    const reason = deadline.signal.aborted ? 'timed-out' : reasonOf(error);
    onFailure?.(collector.kind, reason, error);
    return {
      status: 'unavailable',
      reason,
      collectedAt: clock.now().toISOString(),
      ...(error instanceof AccessDeniedError && reason === 'not-permitted' && { missingScopes: error.missingScopes }),
    };
  } finally {
    clearTimeout(timer);
  }
}

class DeadlineError extends Error {}

function reasonOf(error: unknown): UnavailableReason {
  if (error instanceof NoEvidenceYet) return error.reason;
  if (error instanceof AccessDeniedError) return 'not-permitted';
  if (error instanceof TokenRefusedError) return 'token-refused';
  if (error instanceof ThrottledError) return 'throttled';
  if (error instanceof AdminUnreachableError) return 'unreachable';
  if (error instanceof EvidenceShapeError) return 'unexpected-shape';
  return 'collector-failed';
}
