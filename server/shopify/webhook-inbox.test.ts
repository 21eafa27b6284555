import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { testClock } from '../../test/product.ts';
import { openTestStore, type TestStore } from '../../test/store.ts';
import { webhookReceiptModel } from '../models/webhook-receipt.ts';
import { ensureIndexes } from '../store/connect.ts';
import { WebhookInbox, type WebhookWork } from './webhook-inbox.ts';
import { WEBHOOK_TOPICS } from './webhook-topics.ts';

const SHOP = 'marigold.myshopify.com';
const FACTS = WEBHOOK_TOPICS['customers/redact'].parse({
  shop_id: 1,
  shop_domain: SHOP,
  customer: { id: 7, email: 'invented.buyer@buyer.example' },
  orders_to_redact: [299938, null],
});

let store: TestStore;
const clock = testClock();
beforeAll(async () => {
  store = await openTestStore();
  webhookReceiptModel(store.connection);
  await ensureIndexes(store.connection);
});
afterAll(() => store.close());

const inboxWith = (work: WebhookWork) =>
  new WebhookInbox({ connection: store.connection, work, clock, log: pino({ level: 'silent' }) });

function delivery(webhookId: string) {
  return { shop: SHOP, topic: 'customers/redact', webhookId, triggeredAt: clock.now(), facts: FACTS };
}

describe('an event in the inbox', () => {
  it('brings its orders to the work, and nothing of the person', async () => {
    const seen: unknown[] = [];
    const inbox = inboxWith(async (receipt) => void seen.push(receipt));
    await inbox.record(delivery('webhook-1'));
    await inbox.resumeUnhandled();
    expect(seen).toMatchObject([{ requestId: 'customer 7', orders: ['299938'], ordersLeftOut: 1 }]);
    expect(JSON.stringify(seen)).not.toContain('invented.buyer');
  });

  it.each([
    ['says that it goes on is left to it', true, ['first']],
    ['says nothing for over a minute is taken for dead', false, ['first', 'second']],
  ])('whose work %s', async (_what, isTelling, workers) => {
    const worked: string[] = [];
    const second = inboxWith(async () => void worked.push('second'));
    const first = inboxWith(async (_receipt, stillAtWork) => {
      worked.push('first');
      clock.pass(50_000);
      if (isTelling) await stillAtWork();
      clock.pass(50_000);
      await second.resumeUnhandled();
    });
    await first.record(delivery(`webhook-${String(isTelling)}`));
    await first.resumeUnhandled();
    expect(worked).toEqual(workers);
  });
});
