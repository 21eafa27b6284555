import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'koa';
import getRawBody from 'raw-body';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import { OPERATOR_PAGE_POLICY, operatorPage } from './operator-page.ts';
import { passwordGate } from './operator-password.ts';
import type { OperatorDesk } from './rhythm/operator-desk.ts';

const LIMIT_BYTES = 2_048;
const WORD = /^[a-z][a-z0-9-]{0,59}$/;

const Press = z.strictObject({
  act: z.enum(['retry', 'remove']),
  job: z.string().regex(WORD),
  code: z.string().regex(WORD),
  token: z.string().max(100),
});

export interface OperatorQueueParts {
  readonly desk: Pick<OperatorDesk, 'figures' | 'retry' | 'remove'>;
  /** OPERATOR_PASSWORD_HASH */
  readonly hash: string;
  readonly clock: Clock;
}

/**
 * GET and POST /queue, behind a password: what the queue does over all shops, without a shop or a payload. It stands on
 * the operator's own listener alone.
 */
export function operatorQueue({ desk, hash, clock }: OperatorQueueParts): (ctx: Context) => Promise<void> {
  const gate = passwordGate({ hash, clock });
  const token = randomBytes(32).toString('base64url');

  async function show(ctx: Context, said: string | null): Promise<void> {
    ctx.type = 'html';
    ctx.body = operatorPage({ figures: await desk.figures(), now: clock.now(), token, said });
  }

  return async (ctx) => {
    ctx.set({
      'Content-Security-Policy': OPERATOR_PAGE_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
    const answer = await gate.judge(ctx.get('Authorization'));
    if (answer === 'wait') {
      ctx.status = 429;
      ctx.set('Retry-After', '60');
      return;
    }
    if (answer === 'wrong') {
      ctx.status = 401;
      ctx.set('WWW-Authenticate', 'Basic realm="Prahari", charset="UTF-8"');
      return;
    }
    if (ctx.method === 'GET') return show(ctx, null);
    if (ctx.method !== 'POST') {
      ctx.status = 405;
      ctx.set('Allow', 'GET, POST');
      return;
    }
    const press = await readPress(ctx);
    if (!press || !isSame(press.token, token)) {
      ctx.status = 403; // not pressed on our page
      return;
    }
    const { act, job, code } = press;
    const count = act === 'retry' ? await desk.retry({ job, code }) : await desk.remove({ job, code });
    return show(ctx, `${count} of "${job}" (${code}) ${act === 'retry' ? 'are done again' : 'removed'}.`);
  };
}

async function readPress(ctx: Context): Promise<z.output<typeof Press> | null> {
  if (!ctx.is('application/x-www-form-urlencoded')) return null;
  try {
    const text = await getRawBody(ctx.req, { limit: LIMIT_BYTES, encoding: 'utf8' });
    const fields = new URLSearchParams(text);
    if (new Set(fields.keys()).size !== [...fields.keys()].length) return null;
    return Press.safeParse(Object.fromEntries(fields)).data ?? null;
  } catch {
    return null; // too long, or broken off
  }
}

/** Hashed first, so that neither text nor length shows in the time. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
