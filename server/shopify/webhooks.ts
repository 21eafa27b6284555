import type { Clock } from '../clock.ts';
import { AppError, BadRequestError } from '../errors.ts';
import { rawBody } from '../http/body.ts';
import type { AppContext, Middleware } from '../http/state.ts';
import { isShopName } from './shop-name.ts';
import type { Delivery, WebhookInbox } from './webhook-inbox.ts';
import { isSigned } from './webhook-signature.ts';
import { isWebhookTopic, WEBHOOK_TOPICS } from './webhook-topics.ts';
import type { WebhookFacts, WebhookTopic } from './webhook-topics.ts';

const LIMIT_BYTES = 5 * 1024 * 1024;
/** Shopify waits five seconds for the whole answer; a store that is away would hold it for longer. */
const RECORD_WITHIN_MS = 3_500;
const WEBHOOK_ID = /^[\w-]{8,100}$/;

export type IntakeOutcome = 'accepted' | 'duplicate' | 'unsigned' | 'malformed' | 'not-subscribed';

/** Not Shopify's signature. The body was not looked at. */
export class UnsignedWebhookError extends AppError {
  constructor() {
    super({ type: 'unsigned', title: 'This request is not signed by Shopify.', status: 401 });
  }
}

/** The event is not on disk, so it is not accepted: Shopify sends it again. */
export class NotRecordedError extends AppError {
  constructor(cause: unknown) {
    super({ type: 'not-recorded', title: 'The event could not be stored. Send it again.', status: 503, cause });
  }
}

/**
 * POST /webhooks. The signature is checked over the raw bytes before anything is read from them; the event is recorded
 * before the answer and worked on after it. The same event twice is one event.
 */
export function webhookIntake({
  inbox,
  secrets,
  clock,
  observe = () => undefined,
}: {
  inbox: WebhookInbox;
  secrets: readonly string[];
  clock: Clock;
  observe?: (outcome: IntakeOutcome) => void;
}): Middleware {
  return async (ctx) => {
    const body = await rawBody(ctx, LIMIT_BYTES);
    if (!isSigned(body, ctx.get('X-Shopify-Hmac-Sha256'), secrets)) {
      observe('unsigned');
      throw new UnsignedWebhookError();
    }
    const delivery = readDelivery(ctx, body, clock);
    if (delivery === 'malformed') {
      observe('malformed');
      throw new BadRequestError('The headers and the body of this event do not fit together.');
    }
    if (delivery === 'not-subscribed') {
      observe('not-subscribed');
      return accept(ctx);
    }
    const isNew = await inTime(inbox.record(delivery)).catch((cause: unknown) => {
      throw new NotRecordedError(cause);
    });
    observe(isNew ? 'accepted' : 'duplicate');
    accept(ctx);
    if (isNew) ctx.res.once('finish', () => inbox.start(delivery));
  };
}

/** What is recorded after all is worked on like anything that a crash left, and the event sent again is known by then. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the store took too long')), RECORD_WITHIN_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function accept(ctx: AppContext): void {
  ctx.status = 200;
  ctx.body = '';
}

/** Headers are not signed: the topic must fit the body's shape, and the shop must be the one that the body names. */
function readDelivery(ctx: AppContext, body: Buffer, clock: Clock): Delivery | 'malformed' | 'not-subscribed' {
  const shop = ctx.get('X-Shopify-Shop-Domain').toLowerCase();
  const topic = ctx.get('X-Shopify-Topic');
  const webhookId = ctx.get('X-Shopify-Webhook-Id');
  if (!isShopName(shop) || !WEBHOOK_ID.test(webhookId) || topic === '') return 'malformed';
  if (!isWebhookTopic(topic)) return 'not-subscribed';
  const facts = readFacts(topic, body);
  if (facts === null || (facts.shop !== null && facts.shop.toLowerCase() !== shop)) return 'malformed';
  return { shop, topic, webhookId, triggeredAt: triggeredAt(ctx.get('X-Shopify-Triggered-At'), clock.now()), facts };
}

function readFacts(topic: WebhookTopic, body: Buffer): WebhookFacts | null {
  try {
    return WEBHOOK_TOPICS[topic].safeParse(JSON.parse(body.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** When it happened. Without a header, or with one from the future, now. */
function triggeredAt(header: string, now: Date): Date {
  const time = Date.parse(header);
  return Number.isNaN(time) || time > now.getTime() ? now : new Date(time);
}
