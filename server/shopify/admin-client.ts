import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { GuardedFetch, OpenStream, OutboundAnswer } from '../http/guarded-fetch.ts';
import { OutboundFailedError } from '../http/outbound-errors.ts';
import { readAnswer } from './admin-answer.ts';
import { ADMIN_API_VERSION } from './admin-api.ts';
import type { AdminAnswer, AdminApi } from './admin-api.ts';
import { adminFileLines } from './admin-file.ts';
import {
  AdminUnreachableError,
  EvidenceShapeError,
  ShopFrozenError,
  ThrottledError,
  TokenRefusedError,
} from './admin-errors.ts';
import { QueryBudget } from './query-budget.ts';
import type { ShopTokens } from './tokens.ts';

/** For one query: how often it is sent, and how long it may wait in all. */
const ATTEMPTS = 5;
const WAIT_MS = 30_000;
const BACKOFF_MS = 500;
const BACKOFF_AT_MOST_MS = 8_000;
const TIMEOUT_MS = 15_000;
/** Fifty theme files of 256 KB, escaped in JSON. */
const MAX_BYTES = 16 * 1024 * 1024;

export type AdminCallOutcome = 'answered' | 'denied' | 'throttled' | 'refused' | 'unreachable' | 'unexpected';

export interface AdminClientParts {
  readonly guardedFetch: GuardedFetch;
  readonly openStream: OpenStream;
  readonly tokens: Pick<ShopTokens, 'accessToken' | 'refuse' | 'lose'>;
  readonly clock: Clock;
  /** Counts calls; told of the outcome only, never of the shop. */
  readonly observe?: (outcome: AdminCallOutcome) => void;
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** 0 to 1: the jitter of a wait. */
  readonly random?: () => number;
}

/**
 * Shopify's Admin GraphQL for each shop. Waits by the shop's restore rate before a query that the bucket cannot hold;
 * sends again after THROTTLED, 429, 5xx and broken connections with full jitter, honouring Retry-After in seconds; after a
 * 401 renews the token once.
 */
export function createAdminClient({
  guardedFetch,
  openStream,
  tokens,
  clock,
  observe = () => undefined,
  sleep = async (ms, signal) => void (await sleepFor(ms, undefined, signal ? { signal } : {})),
  random = Math.random,
}: AdminClientParts): (shop: string) => AdminApi {
  const budget = new QueryBudget(clock);

  async function post(
    shop: string,
    body: string,
    token: string,
    signal: AbortSignal | undefined,
  ): Promise<OutboundAnswer | null> {
    try {
      return await guardedFetch(`https://${shop}/admin/api/${ADMIN_API_VERSION}/graphql.json`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', 'x-shopify-access-token': token },
        body,
        timeoutMs: TIMEOUT_MS,
        maxBytes: MAX_BYTES,
        ...(signal && { signal }),
      });
    } catch (error) {
      if (!(error instanceof OutboundFailedError)) throw error;
      if (error.reason === 'too-large' || error.reason === 'bad-encoding') {
        throw new EvidenceShapeError("Shopify's Admin API", error);
      }
      return null;
    }
  }

  async function query(
    shop: string,
    document: string,
    body: string,
    signal: AbortSignal | undefined,
  ): Promise<AdminAnswer> {
    let leftMs = WAIT_MS;
    let hasRenewed = false;
    let token = await tokens.accessToken(shop);

    /** Waits within the budget, or gives up with `error`. */
    const wait = async (ms: number, error: Error): Promise<void> => {
      if (ms > leftMs) throw error;
      leftMs -= ms;
      await sleep(ms, signal);
    };

    const low = budget.waitMs(shop, document);
    if (low > 0) await wait(low, new ThrottledError(low));

    for (let attempt = 1; ; attempt++) {
      signal?.throwIfAborted();
      const answer = await post(shop, body, token, signal);
      const backoffMs = Math.ceil(random() * Math.min(BACKOFF_AT_MOST_MS, BACKOFF_MS * 2 ** attempt));
      const isLast = attempt >= ATTEMPTS;

      if (answer?.status === 401) {
        await tokens.refuse(shop, token);
        if (hasRenewed) {
          await tokens.lose(shop);
          throw new TokenRefusedError();
        }
        hasRenewed = true;
        token = await tokens.accessToken(shop);
      } else if (answer === null || answer.status >= 500) {
        const error = new AdminUnreachableError();
        if (isLast) throw error;
        await wait(Math.max(backoffMs, answer ? retryAfterMs(answer) : 0), error);
      } else if (answer.status === 429) {
        const waitMs = Math.max(backoffMs, retryAfterMs(answer));
        if (isLast) throw new ThrottledError(waitMs);
        await wait(waitMs, new ThrottledError(waitMs));
      } else if (answer.status === 402 || answer.status === 423) {
        throw new ShopFrozenError(answer.status);
      } else if (answer.status === 403 || answer.status === 404) {
        throw new AdminUnreachableError(new Error(`HTTP ${answer.status}: the shop is closed`));
      } else if (answer.status !== 200) {
        throw new EvidenceShapeError("Shopify's Admin API", new Error(`HTTP ${answer.status}`));
      } else {
        const read = readAnswer(answer.text());
        if (read.cost) budget.learn(shop, document, read.cost);
        if (read.kind === 'answer') return read.answer;
        const waitMs = Math.max(backoffMs, budget.waitMs(shop, document));
        if (isLast) throw new ThrottledError(waitMs);
        await wait(waitMs, new ThrottledError(waitMs));
      }
    }
  }

  return (shop) => ({
    async query(document, variables = {}, { signal } = {}) {
      try {
        const answer = await query(shop, document, JSON.stringify({ query: document, variables }), signal);
        observe(answer.denied.length > 0 ? 'denied' : 'answered');
        return answer;
      } catch (error) {
        observe(outcomeOf(error));
        throw error;
      }
    },
    fileLines: (url, { signal } = {}) => adminFileLines({ openStream, sleep }, url, signal),
  });
}

/** Seconds, as Shopify and HTTP mean it; a date is not used by Shopify and counts as nothing. */
function retryAfterMs({ headers }: OutboundAnswer): number {
  const seconds = Number(headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds * 1_000) : 0;
}

function outcomeOf(error: unknown): AdminCallOutcome {
  if (error instanceof ThrottledError) return 'throttled';
  if (error instanceof TokenRefusedError) return 'refused';
  return error instanceof AdminUnreachableError ? 'unreachable' : 'unexpected';
}
