import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'koa';

import type { SandboxClock } from '../clock.ts';
import type { OtherHost } from '../other-host.ts';
import { hangUp } from '../raw-reply.ts';
import { readBody } from '../read-body.ts';

/** An invented firm that takes posts for anybody: https://hooks.receiver.example/whatever. */
export const RECEIVER_HOST = 'hooks.receiver.example';
const KEPT = 500;
const OLDEST_S = 5 * 60;

export const RECEIVER_FAULTS = [
  'error', // 500
  'busy', // 429 for an hour
  'hang', // no answer until the caller gives up
  'gone', // 410
  'redirect', // to another host
] as const;
export type ReceiverFault = (typeof RECEIVER_FAULTS)[number];

/** One post as it came. */
export interface ReceivedPost {
  readonly at: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** By the secrets of this path; null: none were told. */
  readonly isSigned: boolean | null;
  readonly answered: number | null;
}

export type WebhookReceiver = ReturnType<typeof webhookReceiver>;

/** Keeps what is posted to it, verifies signatures where it knows the secrets of a path, and misbehaves when told. */
export function webhookReceiver({ clock, closing }: { clock: SandboxClock; closing: AbortSignal }) {
  const posts: ReceivedPost[] = [];
  const secrets = new Map<string, readonly string[]>();
  let trouble: { readonly fault: ReceiverFault; readonly untilMs: number; readonly path: string | null } | null = null;

  const troubleNow = () => (trouble && trouble.untilMs > clock.nowMs() ? trouble : null);
  const faultAt = (path: string) => {
    const now = troubleNow();
    return now === null || (now.path !== null && now.path !== path) ? null : now.fault;
  };

  async function handle(ctx: Context): Promise<void> {
    if (ctx.method !== 'POST') return void (ctx.status = 405);
    const body = await readBody(ctx);
    if (body === null) return void (ctx.status = 413);
    const fault = faultAt(ctx.path);
    const headers = Object.fromEntries(Object.entries(ctx.headers).map(([name, value]) => [name, String(value)]));
    const known = secrets.get(ctx.path);
    const isSigned = known ? verify({ headers, body, secrets: known, nowMs: clock.nowMs() }) : null;
    const answered = fault === null ? 200 : STATUS[fault];
    posts.push({ at: clock.now().toISOString(), path: ctx.path, headers, body, isSigned, answered });
    if (posts.length > KEPT) posts.shift();
    if (answered === null) return hangUp(ctx, closing);
    ctx.status = answered;
    if (fault === 'busy') ctx.set('Retry-After', '3600');
    if (fault === 'redirect') ctx.set('Location', 'https://elsewhere.receiver.example/');
    ctx.body = fault === null ? 'ok' : `<!doctype html><title>${fault}</title>`;
  }

  const host: OtherHost = { hosts: [RECEIVER_HOST, 'elsewhere.receiver.example'], handle };

  return {
    host,
    /** Oldest first. */
    posts: (): readonly ReceivedPost[] => posts,
    fault: () => troubleNow()?.fault ?? null,
    /** For so many hours of the sandbox's clock, on one path or on all; without a fault it behaves again. */
    misbehave(fault: ReceiverFault | null, hours: number, path: string | null = null): void {
      trouble = fault && { fault, untilMs: clock.nowMs() + hours * 3_600_000, path };
    },
    /** Posts to this path must be signed with one of these from now on. */
    expect(path: string, told: readonly string[]): void {
      if (told.length === 0) secrets.delete(path);
      else secrets.set(path, told);
    },
    forget: () => void posts.splice(0),
  };
}

const STATUS = { error: 500, busy: 429, gone: 410, redirect: 307, hang: null } as const;

/** As a receiver does it who read standardwebhooks.com: id, time and body as they came, five minutes at most. */
function verify({
  headers,
  body,
  secrets,
  nowMs,
}: {
  headers: Readonly<Record<string, string>>;
  body: string;
  secrets: readonly string[];
  nowMs: number;
}): boolean {
  const { 'webhook-id': id = '', 'webhook-timestamp': seconds = '', 'webhook-signature': list = '' } = headers;
  if (!/^\d{10}$/.test(seconds) || Math.abs(nowMs / 1_000 - Number(seconds)) > OLDEST_S) return false;
  const given = list.split(' ').map((one) => Buffer.from(one.replace(/^v1,/, ''), 'base64'));
  return secrets.some((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const wanted = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest();
    return given.some((one) => one.length === wanted.length && timingSafeEqual(one, wanted));
  });
}
