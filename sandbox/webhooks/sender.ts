import { createHmac, randomUUID } from 'node:crypto';

import type { SandboxClock } from '../clock.ts';
import type { ShopState } from '../shops/shop-state.ts';
import type { Delivery, WebhookOrder } from './delivery.ts';
import { webhookPayload, type WebhookSubject } from './topics.ts';
import { pendingWork } from '../pending-work.ts';

/** Eight more tries over four hours, at growing gaps. Shopify tells the number and the span, not each gap. */
export const RETRY_GAPS_MS: readonly number[] = [10, 60, 300, 600, 1_200, 1_800, 3_600, 6_800].map(
  (seconds) => seconds * 1_000,
);

/** The whole answer must be there by then. */
const ANSWER_WITHIN_MS = 5_000;
/** How long deliveries are gathered when their order is to be turned round. */
const DISORDER_WINDOW_MS = 250;
const DELIVERIES_KEPT = 50;

export interface WebhookSender {
  /** Sends the event, each copy once; comes back when the first attempts are answered. Retries go on behind. */
  send(shop: ShopState, order: WebhookOrder, subject?: WebhookSubject): Promise<Delivery[]>;
  /** Newest first. */
  deliveries(shop: string): readonly Delivery[];
  /** Comes back when nothing is on its way or waiting for a retry. */
  settled(): Promise<void>;
  /** Drops what waits. */
  close(): void;
}

/** The log's own copy, which grows with each attempt. */
type OpenDelivery = Omit<Delivery, 'attempts' | 'state'> & { readonly attempts: number[]; state: Delivery['state'] };

interface Parcel {
  readonly delivery: OpenDelivery;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export function webhookSender(settings: {
  url: string;
  clientSecret: string;
  apiVersion: string;
  clock: SandboxClock;
  retryGapsMs?: readonly number[];
}): WebhookSender {
  const retryGapsMs = settings.retryGapsMs ?? RETRY_GAPS_MS;
  const log = new Map<string, Delivery[]>();
  const { track, wait, settled, close } = pendingWork();
  const held: { deliver: () => void }[] = [];
  let isClosed = false;

  function parcelOf(shop: ShopState, order: WebhookOrder, subject: WebhookSubject): Parcel {
    const triggeredAt = order.triggeredAt ?? settings.clock.now().toISOString();
    const body = Buffer.from(JSON.stringify(webhookPayload(order.topic, shop, subject, triggeredAt)));
    const delivery: OpenDelivery = {
      webhookId: order.webhookId ?? randomUUID(),
      eventId: randomUUID(),
      topic: order.topic,
      triggeredAt,
      attempts: [],
      state: 'waiting',
    };
    const hmac = createHmac('sha256', order.corrupt === 'hmac' ? 'not the secret' : settings.clientSecret).update(body);
    return {
      delivery,
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'Prahari-Sandbox-Webhooks',
        'X-Shopify-Topic': order.topic,
        'X-Shopify-Shop-Domain': shop.domain,
        'X-Shopify-API-Version': settings.apiVersion,
        'X-Shopify-Webhook-Id': delivery.webhookId,
        'X-Shopify-Event-Id': delivery.eventId,
        'X-Shopify-Triggered-At': triggeredAt,
        ...(order.corrupt !== 'missing-hmac' && { 'X-Shopify-Hmac-Sha256': hmac.digest('base64') }),
      },
      body: order.corrupt === 'body' ? Buffer.concat([body.subarray(0, -1), Buffer.from(',"added":1}')]) : body,
    };
  }

  /** One attempt; plans the next when it was no success. */
  async function attempt({ delivery, headers, body }: Parcel): Promise<void> {
    const status = await post(settings.url, headers, body);
    delivery.attempts.push(status);
    if (status >= 200 && status < 300) delivery.state = 'delivered';
    else if (isClosed || delivery.attempts.length > retryGapsMs.length) delivery.state = 'failed';
    else
      void track(wait(retryGapsMs[delivery.attempts.length - 1] ?? 0).then(() => attempt({ delivery, headers, body })));
  }

  /** Gathers what comes within the window, then lets it out newest first. */
  function holdBack(deliver: () => void): void {
    held.push({ deliver });
    if (held.length > 1) return;
    void track(
      wait(DISORDER_WINDOW_MS).then(() => {
        for (const { deliver: go } of held.splice(0).toReversed()) go();
      }),
    );
  }

  return {
    async send(shop, order, subject = {}) {
      const parcel = parcelOf(shop, order, subject);
      const copies = Math.max(order.copies ?? 1, shop.faults.webhookCopies, 1);
      const deliveries = log.get(shop.domain) ?? [];
      deliveries.unshift(parcel.delivery);
      log.set(shop.domain, deliveries.slice(0, DELIVERIES_KEPT));
      const sendAll = async () => {
        for (let copy = 0; copy < copies; copy++) await track(attempt(parcel));
      };
      if (shop.faults.isWebhookOrderReversed)
        await new Promise<void>((done) => holdBack(() => void sendAll().then(done)));
      else await sendAll();
      return [parcel.delivery];
    },
    deliveries: (shop) => log.get(shop) ?? [],
    settled,
    close() {
      isClosed = true;
      close();
    },
  };
}

/** The status, or 0 when there was no answer in time. */
async function post(url: string, headers: Readonly<Record<string, string>>, body: Buffer): Promise<number> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}
