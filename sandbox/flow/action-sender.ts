import { createHmac, randomUUID } from 'node:crypto';
import type { SandboxClock } from '../clock.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { flowToml } from './flow-tomls.ts';
import { pendingWork } from '../pending-work.ts';

/** Shopify tells that the gaps grow, and not how long each is. */
export const ACTION_GAPS_MS: readonly number[] = [2, 5, 15, 30, 60, 120, 300, 600].map((seconds) => seconds * 1_000);
/** Shopify waits so long for an answer. */
const ANSWER_WITHIN_MS = 10_000;
const KEPT = 100;

/** One step of a workflow that calls an action of the app, and how to spoil it. */
export interface ActionOrder {
  readonly handle: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Default a fresh one. Naming an old one replays it. */
  readonly runId?: string;
  readonly copies?: number;
  /** Spoils one thing: the signature, the body after signing, or leaves the signature out. */
  readonly corrupt?: 'hmac' | 'body' | 'missing-hmac' | null;
  /** Another shop's domain in the body, signed. */
  readonly domain?: string;
}

/** One run and what became of it. */
export interface ActionRun {
  readonly runId: string;
  readonly handle: string;
  readonly at: string;
  /** HTTP status of each attempt, in order; 0 means no answer in time. */
  readonly attempts: number[];
  state: 'waiting' | 'done' | 'failed';
  returnValue: unknown;
}

export type ActionSender = ReturnType<typeof actionSender>;

/** Calls actions as Shopify Flow does: 200 ends a step, 202, 429, 5xx and silence are followed by another try, else it failed. */
export function actionSender({
  appUrl,
  clientSecret,
  clock,
  gapsMs = ACTION_GAPS_MS,
}: {
  appUrl: string;
  clientSecret: string;
  clock: SandboxClock;
  gapsMs?: readonly number[] | undefined;
}) {
  const log = new Map<string, ActionRun[]>();
  const { track, wait, settled, close } = pendingWork();
  let isClosed = false;

  async function attempt(run: ActionRun, post: () => Promise<Answered>, returns: readonly string[] | null) {
    const { status, returnValue } = await post();
    run.attempts.push(status);
    if (status === 200) {
      run.returnValue = returnValue;
      run.state = isWhole(returnValue, returns) ? 'done' : 'failed';
      return;
    }
    const isAgain = status === 202 || status === 429 || status === 0 || status >= 500;
    const gapMs = gapsMs[run.attempts.length - 1];
    if (!isAgain || gapMs === undefined || isClosed) run.state = 'failed';
    else void track(wait(gapMs).then(() => attempt(run, post, returns)));
  }

  return {
    /** Comes back when the first attempt of each copy is answered; null: the app has no such action. */
    async send(shop: ShopState, order: ActionOrder): Promise<ActionRun | null> {
      const toml = flowToml('flow_action', order.handle);
      if (!toml) return null;
      const { handle, properties, corrupt = null, runId = randomUUID() } = order;
      const body = Buffer.from(
        JSON.stringify({
          ...{ shop_id: String(shop.id), shopify_domain: order.domain ?? shop.domain, action_run_id: runId },
          ...{ action_definition_id: handle, handle, properties },
        }),
      );
      const hmac = createHmac('sha256', corrupt === 'hmac' ? 'not the secret' : clientSecret).update(body);
      const url = new URL(new URL(toml.runtimeUrl ?? `/flow/${handle}`, appUrl).pathname, appUrl).href;
      const headers = {
        ...{ 'Content-Type': 'application/json', 'User-Agent': 'Prahari-Sandbox-Flow' },
        ...(corrupt !== 'missing-hmac' && { 'X-Shopify-Hmac-Sha256': hmac.digest('base64') }),
      };
      const sent = corrupt === 'body' ? Buffer.concat([body.subarray(0, -1), Buffer.from(',"added":1}')]) : body;
      const run: ActionRun = {
        ...{ runId, handle, at: clock.now().toISOString(), attempts: [], state: 'waiting', returnValue: null },
      };
      log.set(shop.domain, [run, ...(log.get(shop.domain) ?? [])].slice(0, KEPT));
      const post = () => postOnce(url, headers, sent);
      for (let copy = 0; copy < (order.copies ?? 1); copy += 1) await track(attempt(run, post, toml.returns));
      return run;
    },
    /** Newest first. */
    runs: (domain: string): readonly ActionRun[] => log.get(domain) ?? [],
    settled,
    close() {
      isClosed = true;
      close();
    },
  };
}

interface Answered {
  readonly status: number;
  readonly returnValue: unknown;
}

async function postOnce(url: string, headers: Readonly<Record<string, string>>, body: Buffer): Promise<Answered> {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
      redirect: 'manual',
      signal,
    });
    const text = await answer.text();
    return { status: answer.status, returnValue: answer.status === 200 ? returnValueIn(text) : null };
  } catch {
    return { status: 0, returnValue: null };
  }
}

function returnValueIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { return_value?: unknown }).return_value ?? null;
  } catch {
    return null;
  }
}

/** A field that the schema promises and the answer lacks ends the workflow. */
function isWhole(value: unknown, returns: readonly string[] | null): boolean {
  if (returns === null) return true;
  const fields = (value ?? {}) as Record<string, unknown>;
  return returns.every((name) => fields[name] !== undefined && fields[name] !== null);
}
