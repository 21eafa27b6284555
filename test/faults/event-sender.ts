import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const RETRY_AFTER_MS = 150;
const TRIES_AT_MOST = 200;
/** Shopify gives up waiting after this long, and sends again. */
const ANSWER_WITHIN_MS = 5_000;

/** One webhook, as Shopify would send it. */
export interface Event {
  readonly shop: string;
  readonly topic: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly id: string;
  readonly triggeredAt: string;
}

export function anEvent(shop: string, topic: string, body: Readonly<Record<string, unknown>> = {}): Event {
  return { shop, topic, body: { id: 1, myshopify_domain: shop, ...body }, id: randomUUID(), triggeredAt: nowIso() };
}

/** customers/data_request: each leaves one document, so its effect can be counted. */
export function aDataRequest(shop: string, number: number): Event {
  const body = { shop_id: 1, shop_domain: shop, customer: { id: 7 }, data_request: { id: number } };
  return anEvent(shop, 'customers/data_request', body);
}

/** A sender that does not give up: what became of each try is kept. */
export interface EventSender {
  /** One try: its status, 0 without an answer in time. */
  post(event: Event): Promise<number>;
  /** Tries until it is taken. Answers the status of each try. */
  deliver(event: Event): Promise<number[]>;
}

export function eventSender(system: {
  readonly appUrl: string;
  readonly secrets: Readonly<Record<string, string>>;
}): EventSender {
  const secret = system.secrets['SHOPIFY_CLIENT_SECRET'] ?? '';

  async function post({ shop, topic, body, id, triggeredAt }: Event): Promise<number> {
    const text = JSON.stringify(body);
    try {
      const answer = await fetch(`${system.appUrl}/webhooks`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Shopify-Topic': topic,
          'X-Shopify-Shop-Domain': shop,
          'X-Shopify-Webhook-Id': id,
          'X-Shopify-Triggered-At': triggeredAt,
          'X-Shopify-Hmac-Sha256': createHmac('sha256', secret).update(text).digest('base64'),
        },
        body: text,
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 0;
    }
  }

  return {
    post,
    async deliver(event) {
      const tries: number[] = [];
      while (tries.at(-1) !== 200 && tries.length < TRIES_AT_MOST) {
        if (tries.length > 0) await sleep(RETRY_AFTER_MS);
        tries.push(await post(event));
      }
      return tries;
    },
  };
}

const nowIso = (): string => new Date().toISOString();
