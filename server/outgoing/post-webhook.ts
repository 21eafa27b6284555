import type { Clock } from '../clock.ts';
import { hostBudget } from '../http/host-budget.ts';
import type { GuardedFetch } from '../http/guarded-fetch.ts';
import { OutboundFailedError, OutboundRefusedError } from '../http/outbound-errors.ts';
import type { Attempt } from '../outbox/channel.ts';
import { signatureHeaders } from './signature.ts';
import type { LastPost, OpenWebhook } from './webhook-store.ts';

const TIMEOUT_MS = 10_000;
/** An answer is read to let go of the connection, and looked at by nobody. */
const MAX_ANSWER_BYTES = 256 * 1024;
const LONGEST_WAIT_MS = 60 * 60 * 1000;
const CROWDED_WAIT_MS = 60 * 1000;
/** Hosts that all shops share; each target there has a limit of its own, and says so by 429. */
const SHARED_HOSTS =
  /(^|\.)(slack\.com|chat\.googleapis\.com|webhook\.office\.com|logic\.azure\.com|api\.powerplatform\.com)$/;

/** How one post ended: for the outbox, and as its target's page tells it. */
export interface Posted {
  readonly attempt: Attempt;
  readonly last: LastPost;
}

export type PostWebhook = (
  webhook: Pick<OpenWebhook, 'url' | 'secrets'>,
  identity: string,
  body: string,
) => Promise<Posted>;

/** One signed post through the guarded fetch. Of the answer nothing but its status is looked at. */
export function postWebhook({ guardedFetch, clock }: { guardedFetch: GuardedFetch; clock: Clock }): PostWebhook {
  const budget = hostBudget({ clock });

  return async ({ url, secrets }, identity, body) => {
    const { hostname } = new URL(url);
    if (!SHARED_HOSTS.test(hostname) && !budget.take(hostname)) return again('crowded', null, CROWDED_WAIT_MS);
    try {
      const { status, headers } = await guardedFetch(url, {
        method: 'POST',
        headers: {
          ...{ 'content-type': 'application/json; charset=utf-8', accept: '*/*', 'accept-encoding': 'identity' },
          ...signatureHeaders({ id: identity, at: clock.now(), body }, secrets),
        },
        ...{ body, timeoutMs: TIMEOUT_MS, maxBytes: MAX_ANSWER_BYTES },
      });
      return answered(status, retryAfterMs(headers.get('retry-after'), clock.now()));
    } catch (error) {
      if (error instanceof OutboundRefusedError) return again('refused-address', null);
      if (!(error instanceof OutboundFailedError)) throw error;
      return again(CODES[error.reason], null);
    }
  };
}

const CODES = {
  unreachable: 'unreachable',
  'timed-out': 'timed-out',
  'too-large': 'long-answer',
  'bad-encoding': 'long-answer',
} as const satisfies Readonly<Record<OutboundFailedError['reason'], string>>;

function answered(status: number, waitMs: number | null): Posted {
  if (status >= 200 && status < 300) return { attempt: { outcome: 'sent' }, last: { status, code: 'sent' } };
  if (status === 410) return { attempt: { outcome: 'never', code: 'gone' }, last: { status, code: 'gone' } };
  if (status >= 300 && status < 400) return again('redirect', status);
  return again(status === 429 ? 'busy' : 'status', status, waitMs);
}

function again(code: string, status: number | null, waitMs: number | null = null): Posted {
  return {
    attempt: { outcome: 'again', code, ...(waitMs !== null && { afterMs: waitMs }) },
    last: { status, code },
  };
}

/** Seconds or a date of HTTP, an hour at most; null: nothing that we understand. */
function retryAfterMs(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? '';
  const isDate = /^[A-Z][a-z]{2}, \d/.test(text);
  const waitMs = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : isDate ? Date.parse(text) - now.getTime() : NaN;
  return waitMs > 0 ? Math.min(waitMs, LONGEST_WAIT_MS) : null;
}
