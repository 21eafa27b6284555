import type { GuardedFetch, OutboundAnswer } from '../http/guarded-fetch.ts';
import { NotKnown, type LookUpAdapter, type ServiceClient, type ServiceReply } from './service.ts';

const TIMEOUT_MS = 10_000;
/** A registration with five hundred places is some 200 KB. */
const MAX_BYTES = 1024 * 1024;
const LONGEST_RETRY_MS = 60 * 60 * 1000;

export interface ServiceClientDeps {
  readonly adapter: Pick<LookUpAdapter, 'hosts'>;
  readonly isTestMode: boolean;
  readonly credentials: Readonly<Record<string, string>>;
  readonly session: ServiceClient['session'];
  readonly guardedFetch: GuardedFetch;
  /** Takes one paid call out of the budget; false when there is none left. */
  readonly spend: () => Promise<boolean>;
  /** Comes back when the shop may call the service again. */
  readonly turn: () => Promise<void>;
  readonly now: () => Date;
}

/**
 * Calls one service for one shop. What goes wrong on the way is a reason, never an error that could hold a key, an address
 * or a body: fetches that carry a key follow no redirect.
 */
export function serviceClient(deps: ServiceClientDeps): ServiceClient {
  const { adapter, isTestMode, credentials, session, guardedFetch } = deps;
  const host = isTestMode ? adapter.hosts.test : adapter.hosts.live;
  return {
    credentials,
    session,
    async send({ method, path, headers, body, isFree = false }) {
      await deps.turn();
      if (!isFree && !(await deps.spend())) throw new NotKnown('limited');
      const answer = await reached(
        guardedFetch(`${host}${path}`, {
          method,
          headers: {
            ...headers,
            accept: 'application/json',
            ...(body !== undefined && { 'content-type': 'application/json' }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
          timeoutMs: TIMEOUT_MS,
          maxBytes: MAX_BYTES,
        }),
      );
      return replyOf(answer, deps.now());
    },
  };
}

async function reached(call: Promise<OutboundAnswer>): Promise<OutboundAnswer> {
  try {
    return await call;
  } catch (error) {
    const { reason } = error as { reason?: unknown };
    throw new NotKnown(reason === 'too-large' || reason === 'bad-encoding' ? 'unexpected-shape' : 'unreachable');
  }
}

function replyOf({ status, headers, bytes }: OutboundAnswer, now: Date): ServiceReply {
  return { status, json: jsonOf(bytes), retryAfterMs: retryAfterMs(headers.get('retry-after'), now) };
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Seconds or a date; an hour at most, since a service may err here too. */
function retryAfterMs(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST_RETRY_MS) : null;
}
