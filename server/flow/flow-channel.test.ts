import { describe, expect, it } from '@jest/globals';
import { CHECKS } from '../../core/checks/index.ts';
import type { AlertNews } from '../../core/notices/news.ts';
import { FLOW_TRIGGERS } from '../../core/api/notices.ts';
import { DEFAULT_RULE } from '../../core/notices/rules.ts';
import { Denied, fakeAdmin, shopAnswers, type AdminAnswers } from '../../test/fake-admin.ts';
import { someNews } from '../../test/notice-lab.ts';
import type { Delivery } from '../outbox/channel.ts';
import {
  AdminUnreachableError,
  EvidenceShapeError,
  ThrottledError,
  TokenRefusedError,
} from '../shopify/admin-errors.ts';
import { adminLinks } from '../shopify/admin-link.ts';
import type { AlertPayload } from './alert-payload.ts';
import { flowChannel } from './flow-channel.ts';
import { MAX_PAYLOAD_BYTES } from './flow-runs.ts';

const SHOP = 'marigold.myshopify.com';
const ALERTS = 'https://admin.shopify.com/store/marigold/apps/prahari/alerts';

const deliveryOf = (news: readonly AlertNews[], kind: Delivery['kind'] = 'alerts'): Delivery => ({
  ...{ shop: SHOP, id: 'd', identity: 'alerts:s1:flow:flow', channel: 'flow', kind, to: 'flow', news },
  ...{ monday: null, createdAt: new Date('2026-11-23T06:30:00Z') },
});

/** A channel, with every payload that the shop took. */
function channelOf({ isOn = true, answer }: { isOn?: boolean; answer?: AdminAnswers['ReceiveTrigger'] } = {}) {
  const taken: { handle: string; payload: AlertPayload }[] = [];
  const state = { isOn };
  const answers = shopAnswers();
  answers['ReceiveTrigger'] = (variables) => {
    const answered = answer?.(variables);
    if (answered !== undefined) return answered;
    taken.push(variables as unknown as (typeof taken)[number]);
    return { flowTriggerReceive: { userErrors: [] } };
  };
  const channel = flowChannel({
    settings: { flow: async () => ({ isOn: state.isOn, rule: DEFAULT_RULE, triggers: FLOW_TRIGGERS }) },
    adminFor: () => fakeAdmin(answers),
    alertIds: async () => new Map([['f1', 'a'.repeat(24)]]),
    vendorsOf: async () => [],
    adminLink: adminLinks(),
  });
  return { channel, taken, state };
}

async function sendAll(parts: ReturnType<typeof channelOf>, delivery: Delivery) {
  const body = await parts.channel.compose(delivery);
  return body === null ? null : parts.channel.send(delivery, body);
}

describe('the trigger "alert-raised"', () => {
  it('runs once an alert, gravest first, with every field of the trigger', async () => {
    const lab = channelOf();
    const news = [
      someNews({ fingerprint: 'f2', checkId: 'gst/registration-present', severity: 'medium' }),
      someNews({ checkId: 'security/domain-tls', messageId: 'other', data: { host: 'shop.example' } }),
      someNews({ fingerprint: 'f3', severity: 'critical', atStakePaise: 1_420_050, dueOn: '2026-11-30' }),
    ];
    expect(await sendAll(lab, deliveryOf(news))).toEqual({ outcome: 'sent' });
    expect(lab.taken.map(({ handle }) => handle)).toEqual(['alert-raised', 'alert-raised', 'alert-raised']);
    expect(lab.taken.map(({ payload }) => payload.Severity)).toEqual(['critical', 'high', 'medium']);
    expect(lab.taken[0]?.payload).toMatchObject({ 'Rupees at stake': 14_200.5, 'Fix by': '2026-11-30' });
    expect(lab.taken[1]?.payload).toMatchObject({
      ...{ News: 'opened', Area: 'security', Check: 'security/domain-tls', 'Rupees at stake': 0 },
      ...{ 'Fix by': 'none', Link: `${ALERTS}/${'a'.repeat(24)}`, 'More alerts': 0 },
      Notice: 'alerts:s1:flow:flow#2',
    });
    expect(lab.taken[2]?.payload.Link).toBe(ALERTS);
  });

  it('runs twenty times at most, and once more that tells how many more there are', async () => {
    const lab = channelOf();
    const many = Array.from({ length: 500 }, (_, at) => someNews({ fingerprint: `f${at}` }));
    expect(await sendAll(lab, deliveryOf(many))).toEqual({ outcome: 'sent' });
    expect(lab.taken).toHaveLength(21);
    expect(lab.taken[20]?.payload).toMatchObject({ News: 'more', 'More alerts': 480, Link: ALERTS });
    expect(new Set(lab.taken.map(({ payload }) => payload.Notice)).size).toBe(21);
  });

  it.each(CHECKS.map((check) => [check.id, check] as const))(
    '%s: stays below what Shopify takes',
    async (id, check) => {
      const lab = channelOf();
      const long = '<b>&"दुकान'.repeat(2_000);
      const data = new Proxy({}, { get: () => long, ownKeys: () => [], has: () => true });
      const news = Object.keys(check.messages).map((messageId) =>
        someNews({
          checkId: id,
          messageId,
          fingerprint: long,
          subject: long,
          data: { ...data, host: long, name: long },
        }),
      );
      expect(await sendAll(lab, deliveryOf(news.slice(0, 20)))).toEqual({ outcome: 'sent' });
      for (const { payload } of lab.taken) {
        expect(Buffer.byteLength(JSON.stringify(payload))).toBeLessThan(MAX_PAYLOAD_BYTES);
      }
    },
  );

  it('X1: hands markup of others on as text, without what would make it a link', async () => {
    const lab = channelOf();
    const data = { host: '<script>alert(1)</script> https://evil.example' };
    await sendAll(lab, deliveryOf([someNews({ checkId: 'security/domain-tls', messageId: 'other', data })]));
    const found = lab.taken[0]?.payload['What was found'];
    expect(found).toContain('<script>alert(1)</script>');
    expect(found).not.toContain('https://evil.example');
  });

  it.each<[string, () => unknown, object]>([
    ['throttled', () => raise(new ThrottledError(4_000)), { outcome: 'again', code: 'busy', afterMs: 4_000 }],
    ['a lost token', () => raise(new TokenRefusedError()), { outcome: 'again', code: 'needs-visit' }],
    ['no answer', () => raise(new AdminUnreachableError()), { outcome: 'again', code: 'unreachable' }],
    ['nonsense', () => raise(new EvidenceShapeError('x')), { outcome: 'again', code: 'unexpected-answer' }],
    ['an empty answer', () => null, { outcome: 'again', code: 'unexpected-answer' }],
    ['a refusal', () => refusal('Trigger was not found'), { outcome: 'never', code: 'flow-refused' }],
    ['no permission', () => new Denied('flowTriggerReceive'), { outcome: 'never', code: 'denied' }],
  ])('%s', async (_name, answer, attempt) => {
    const lab = channelOf({ answer });
    expect(await sendAll(lab, deliveryOf([someNews()]))).toEqual(attempt);
  });

  it('sends the same after it broke off, under the same ids', async () => {
    let calls = 0;
    const lab = channelOf({ answer: () => (++calls === 2 ? raise(new AdminUnreachableError()) : undefined) });
    const delivery = deliveryOf([someNews(), someNews({ fingerprint: 'f2' })]);
    const body = (await lab.channel.compose(delivery)) ?? '';
    expect(await lab.channel.send(delivery, body)).toMatchObject({ outcome: 'again' });
    expect(await lab.channel.send(delivery, body)).toEqual({ outcome: 'sent' });
    expect(lab.taken.map(({ payload }) => payload.Notice.split('#')[1])).toEqual(['1', '1', '2']);
  });

  it('T10: runs nothing once it is switched off, and is not for reports', async () => {
    const lab = channelOf();
    const delivery = deliveryOf([someNews()]);
    const body = (await lab.channel.compose(delivery)) ?? '';
    expect(await lab.channel.compose(deliveryOf([], 'weekly'))).toBeNull();
    lab.state.isOn = false;
    expect(await lab.channel.compose(delivery)).toBeNull();
    expect(await lab.channel.send(delivery, body)).toEqual({ outcome: 'never', code: 'switched-off' });
    expect(lab.taken).toEqual([]);
  });
});

function raise(error: Error): never {
  throw error;
}

const refusal = (message: string) => ({ flowTriggerReceive: { userErrors: [{ field: ['payload'], message }] } });
