import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_RULE } from '../../core/notices/rules.ts';
import { noticeLab, someNews, type NoticeLab } from '../../test/notice-lab.ts';
import { deliveryModel } from '../models/delivery.ts';
import { createDeliver } from './deliver.ts';
import type { NewDelivery, Outbox } from './outbox.ts';
import { LOCK_MS } from './tries.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NOON = '2026-11-23T12:00:00.000+05:30';

let lab: NoticeLab;
let shop: string;
let count = 0;
beforeAll(async () => {
  lab = await noticeLab();
});
afterAll(() => lab.close());
beforeEach(() => {
  count += 1;
  shop = `shop-${count}.myshopify.com`;
  lab.clock.set(NOON);
  lab.readers.clear();
  lab.readers.set('r1', DEFAULT_RULE);
  lab.arrivals.length = 0;
  Object.assign(lab.state, {
    isInstalled: true,
    answer: async () => ({ outcome: 'sent' }),
    mayHear: async (to: string) => {
      const rule = lab.readers.get(to);
      return rule ? { may: true, rule } : { may: false, code: 'gone' };
    },
    room: async () => ({ isFree: true, day: '2026-11-23' }),
  });
});

const mail = (about: Partial<NewDelivery> = {}): NewDelivery => ({
  ...{ shop, identity: 'alerts:s1:mail:r1', channel: 'mail', kind: 'alerts', to: 'r1', dueAt: lab.clock.now() },
  part: { source: 's1', news: [someNews()] },
  ...about,
});
const run = (channel: 'mail' | 'webhook' = 'mail') => lab.deliver.run({ shop, channel });
const states = async () => (await lab.rows(shop)).map(({ state, code, attempts }) => [state, code ?? null, attempts]);
const arrived = () => lab.arrivals.filter((one) => one.shop === shop);

describe('what is due', () => {
  it('is sent once, and its words are forgotten', async () => {
    expect(await lab.outbox.add(mail())).toBe(true);
    expect(await lab.outbox.add(mail())).toBe(false);
    await run();
    await run();
    expect(arrived()).toMatchObject([{ identity: 'alerts:s1:mail:r1', to: 'r1' }]);
    expect(await lab.rows(shop)).toMatchObject([{ state: 'sent', attempts: 1, sentAt: lab.clock.now() }]);
    expect((await lab.rows(shop))[0]?.bodySealed).toBeUndefined();
  });

  it('is not sent before its time', async () => {
    await lab.outbox.add(mail({ dueAt: new Date(lab.clock.now().getTime() + 1) }));
    await run();
    expect(arrived()).toEqual([]);
    lab.clock.pass(1);
    await run();
    expect(arrived()).toHaveLength(1);
  });

  it('is sent by one of four workers', async () => {
    await lab.outbox.add(mail());
    await Promise.all([run(), run(), run(), run()]);
    expect(arrived()).toHaveLength(1);
  });

  it('waits in the store sealed', async () => {
    await lab.outbox.add(mail());
    lab.state.answer = async () => ({ outcome: 'again', code: 'timed-out' });
    await run();
    const [row] = await lab.rows(shop);
    expect(row?.bodySealed).toMatch(/^v1\./);
    expect(row?.bodySealed).not.toContain('f1');
  });

  it('says why it was never sent', async () => {
    await lab.outbox.add(mail());
    lab.state.answer = async () => ({ outcome: 'never', code: 'bounced' });
    await run();
    expect(await states()).toEqual([['dropped', 'bounced', 0]]);
  });

  it('of a shop that is gone is not sent', async () => {
    await lab.outbox.add(mail());
    lab.state.isInstalled = false;
    await run();
    expect(await states()).toEqual([['dropped', 'uninstalled', 0]]);
  });

  it('is of one shop: the same identity in another is another', async () => {
    await lab.outbox.add(mail());
    expect(await lab.outbox.add(mail({ shop: `other-${shop}` }))).toBe(true);
    await run();
    expect(lab.arrivals.map((one) => one.shop)).toEqual([shop]);
  });
});

describe('P4: a way out that fails', () => {
  const post = () => mail({ identity: 'alerts:s1:webhook:w1', channel: 'webhook', to: 'w1' });

  it('is tried with longer and longer pauses, each time with the same words under the same identity', async () => {
    await lab.outbox.add(post());
    const bodies: string[] = [];
    lab.state.answer = async () => ({ outcome: 'again', code: 'status' });
    for (const minutes of [1, 1, 2, 4]) {
      await run('webhook');
      const [row] = await lab.rows(shop);
      bodies.push(row?.bodySealed ?? '');
      expect(row?.nextTryAt).toEqual(new Date(lab.clock.now().getTime() + minutes * MINUTE_MS));
      lab.clock.pass(minutes * MINUTE_MS);
    }
    lab.state.answer = async () => ({ outcome: 'sent' });
    await run('webhook');
    expect(new Set(bodies).size).toBe(1);
    expect(arrived()).toMatchObject([{ identity: 'alerts:s1:webhook:w1' }]);
    expect(await states()).toEqual([['sent', null, 5]]);
  });

  it('for a day delivers when it is back', async () => {
    await lab.outbox.add(post());
    lab.state.answer = async () => ({ outcome: 'again', code: 'status' });
    for (let hours = 0; hours < 24; hours += 1) {
      await run('webhook');
      lab.clock.pass(HOUR_MS);
    }
    expect(arrived()).toEqual([]);
    lab.state.answer = async () => ({ outcome: 'sent' });
    lab.clock.pass(6 * HOUR_MS);
    await run('webhook');
    expect(arrived()).toHaveLength(1);
  });

  it('for three days is given up, visibly, and sent again by hand under the same identity', async () => {
    await lab.outbox.add(post());
    lab.state.answer = async () => ({ outcome: 'again', code: 'status' });
    for (let hours = 0; hours <= 72; hours += 1) {
      await run('webhook');
      lab.clock.pass(HOUR_MS);
    }
    const [row] = await lab.rows(shop);
    expect(row).toMatchObject({ state: 'parked', code: 'status' });
    await run('webhook');
    expect(arrived()).toEqual([]);

    lab.state.answer = async () => ({ outcome: 'sent' });
    expect(await lab.outbox.sendAgain(shop, row?._id.toString() ?? '')).toBe('webhook');
    expect(await lab.outbox.sendAgain(shop, row?._id.toString() ?? '')).toBeNull();
    await run('webhook');
    expect(arrived()).toMatchObject([{ identity: 'alerts:s1:webhook:w1' }]);
  });

  it('does not keep another way out waiting', async () => {
    await lab.outbox.add(post());
    await lab.outbox.add(mail());
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    lab.state.answer = async ({ channel }) => {
      if (channel === 'webhook') await held;
      return { outcome: 'sent' };
    };
    const hanging = run('webhook');
    await run('mail');
    expect(arrived().map(({ identity }) => identity)).toEqual(['alerts:s1:mail:r1']);
    release();
    await hanging;
  });

  it('and never answers counts as a failed try', async () => {
    await lab.outbox.add(mail());
    lab.state.answer = () => new Promise(() => undefined);
    await run();
    expect(await states()).toEqual([['waiting', 'timed-out', 1]]);
  });

  it('and breaks in our own hands is tried again; the next one is sent', async () => {
    await lab.outbox.add(mail());
    await lab.outbox.add(mail({ identity: 'alerts:s2:mail:r1', dueAt: new Date(lab.clock.now().getTime() - 1) }));
    lab.state.answer = async ({ identity }) => {
      if (identity === 'alerts:s2:mail:r1') throw new Error('a defect');
      return { outcome: 'sent' };
    };
    await run();
    expect(await states()).toEqual([
      ['sent', null, 1],
      ['waiting', 'internal', 1],
    ]);
  });

  it('is left alone as long as it asks', async () => {
    await lab.outbox.add(mail());
    lab.state.answer = async () => ({ outcome: 'again', code: 'busy', afterMs: HOUR_MS });
    await run();
    expect((await lab.rows(shop))[0]?.nextTryAt).toEqual(new Date(lab.clock.now().getTime() + HOUR_MS));
  });
});

describe('T10: a right or a wish withdrawn between planning and sending', () => {
  it.each<[string, () => void, string]>([
    ['the reader is gone', () => lab.readers.clear(), 'gone'],
    ['other areas are wanted', () => lab.readers.set('r1', { ...DEFAULT_RULE, areas: ['gst'] }), 'not-wanted'],
    [
      'only graver news are wanted',
      () => lab.readers.set('r1', { ...DEFAULT_RULE, leastSeverity: 'critical' }),
      'not-wanted',
    ],
  ])('%s: nothing is sent', async (_what, withdraw, code) => {
    await lab.outbox.add(mail());
    withdraw();
    await run();
    expect(arrived()).toEqual([]);
    expect(await states()).toEqual([['dropped', code, 0]]);
  });

  it('part of the news is wanted still: that part is sent', async () => {
    const news = [someNews(), someNews({ fingerprint: 'f2', checkId: 'gst/gstin-status' })];
    await lab.outbox.add(mail({ part: { source: 's1', news } }));
    lab.readers.set('r1', { ...DEFAULT_RULE, areas: ['gst'] });
    await run();
    expect(arrived().map(({ body }) => (JSON.parse(body) as { news: string[] }).news)).toEqual([['f2']]);
  });

  it('between two tries: the second is not made', async () => {
    await lab.outbox.add(mail());
    lab.state.answer = async () => ({ outcome: 'again', code: 'timed-out' });
    await run();
    lab.readers.clear();
    lab.state.answer = async () => ({ outcome: 'sent' });
    lab.clock.pass(HOUR_MS);
    await run();
    expect(arrived()).toEqual([]);
    expect(await states()).toEqual([['dropped', 'gone', 1]]);
  });

  it('a reader who is removed takes along what waits', async () => {
    await lab.outbox.add(mail());
    await lab.outbox.drop(shop, 'mail', 'r1', 'gone');
    await run();
    expect(arrived()).toEqual([]);
  });
});

describe('P3: a worker that dies between any two steps', () => {
  /** The outbox of a worker that dies at its `nth` step, after or before the step is done. */
  function dyingAt(nth: number, isDone: boolean): Outbox {
    let steps = 0;
    const step = async <T>(does: () => Promise<T>): Promise<T> => {
      steps += 1;
      if (steps < nth) return does();
      if (steps === nth && isDone) await does();
      throw new Error('killed');
    };
    const { take, keepBody, counted, sent, again } = lab.outbox;
    return {
      ...lab.outbox,
      take: (...of) => step(() => take(...of)),
      keepBody: (...of) => step(() => keepBody(...of)),
      counted: (...of) => step(() => counted(...of)),
      sent: (...of) => step(() => sent(...of)),
      again: (...of) => step(() => again(...of)),
    };
  }

  it.each([1, 2, 3, 4].flatMap((nth) => [false, true].map((isDone) => [nth, isDone] as const)))(
    'at step %i (done: %s): it arrives, every copy the same',
    async (nth, isDone) => {
      await lab.outbox.add(mail());
      const dying = createDeliver({ ...lab.deps, outbox: dyingAt(nth, isDone) });
      await dying.run({ shop, channel: 'mail' }).catch(() => undefined);
      lab.clock.pass(LOCK_MS);
      await run();
      expect(arrived().length).toBeGreaterThan(0);
      expect(new Set(arrived().map((one) => JSON.stringify(one))).size).toBe(1);
      expect((await states()).map(([state]) => state)).toEqual(['sent']);
    },
  );

  it('after the receiver took it and before it said so: the same words again', async () => {
    await lab.outbox.add(mail());
    lab.state.answer = async ({ identity, to }) => {
      lab.arrivals.push({ shop, identity, to, body: 'taken' });
      return { outcome: 'again', code: 'timed-out' };
    };
    await run();
    lab.state.answer = async () => ({ outcome: 'sent' });
    lab.clock.pass(HOUR_MS);
    await run();
    expect(arrived().map(({ identity }) => identity)).toEqual(['alerts:s1:mail:r1', 'alerts:s1:mail:r1']);
  });
});

describe('Q7: a worker that sleeps past its lock', () => {
  it('changes nothing when it wakes', async () => {
    await lab.outbox.add(mail());
    const sleeper = await lab.outbox.take(shop, 'mail');
    if (!sleeper) throw new Error('Nothing was due.');
    expect(await lab.outbox.take(shop, 'mail')).toBeNull();
    lab.clock.pass(LOCK_MS);
    await run();
    const before = await lab.rows(shop);
    const { outbox } = lab;
    expect(await outbox.keepBody(sleeper, 'late')).toBe(false);
    expect(await outbox.again(sleeper, 'late', lab.clock.now())).toBe(false);
    expect(await outbox.dropped(sleeper, 'late')).toBe(false);
    expect(await outbox.parked(sleeper, 'late')).toBe(false);
    expect(await outbox.sent(sleeper)).toBe(false);
    expect(await lab.rows(shop)).toEqual(before);
  });

  it('sends nothing when another composed meanwhile', async () => {
    await lab.outbox.add(mail());
    const sleepy = createDeliver({
      ...lab.deps,
      outbox: {
        ...lab.outbox,
        async keepBody(...of) {
          lab.clock.pass(LOCK_MS);
          await run();
          return lab.outbox.keepBody(...of);
        },
      },
    });
    await sleepy.run({ shop, channel: 'mail' });
    expect(arrived()).toHaveLength(1);
  });
});

describe('a cap', () => {
  const until = new Date('2026-11-23T18:30:00.000Z');

  it('makes mail wait, says so, and counts each mail once', async () => {
    await lab.outbox.add(mail());
    lab.state.room = async () => ({ isFree: false, code: 'address-cap', until });
    await run();
    expect(await lab.rows(shop)).toMatchObject([
      { state: 'waiting', code: 'address-cap', nextTryAt: until, attempts: 0 },
    ]);
    let asked = 0;
    lab.state.room = async () => {
      asked += 1;
      return { isFree: true, day: '2026-11-24' };
    };
    lab.state.answer = async () => ({ outcome: 'again', code: 'timed-out' });
    lab.clock.set('2026-11-24T00:00:00.000+05:30');
    await run();
    lab.state.answer = async () => ({ outcome: 'sent' });
    lab.clock.pass(HOUR_MS);
    await run();
    expect(arrived()).toHaveLength(1);
    expect(asked).toBe(1);
  });

  it('holds nothing up that is urgent, and no webhook', async () => {
    lab.state.room = async () => ({ isFree: false, code: 'shop-cap', until });
    await lab.outbox.add(mail({ isUrgent: true }));
    await lab.outbox.add(mail({ identity: 'alerts:s1:webhook:w1', channel: 'webhook', to: 'w1' }));
    await run('mail');
    await run('webhook');
    expect(arrived()).toHaveLength(2);
  });
});

describe('Q5: a shop with more than its share', () => {
  it('is one of the shops that are due, however much it has', async () => {
    const loud = `loud-${shop}`;
    const many = Array.from({ length: 2_500 }, (_, n) => ({
      ...{ shop: loud, identity: `alerts:${n}:mail:r1`, channel: 'mail', kind: 'alerts', to: 'r1', state: 'waiting' },
      ...{
        isUrgent: false,
        sources: ['s1'],
        newsJsons: [JSON.stringify([someNews()])],
        alerts: 1,
        fence: 0,
        attempts: 0,
      },
      ...{ createdAt: lab.clock.now(), dueAt: lab.clock.now(), nextTryAt: new Date(0), lockedUntil: new Date(0) },
    }));
    await deliveryModel(lab.connection).insertMany(many);
    await lab.outbox.add(mail());
    const lanes = await lab.lanes.list(['mail'], 10);
    expect(lanes.filter((lane) => [shop, loud].includes(lane.shop))).toEqual([
      { shop: loud, channel: 'mail' },
      { shop, channel: 'mail' },
    ]);
    await lab.deliver.run({ shop: loud, channel: 'mail' });
    expect(lab.arrivals).toHaveLength(25);
  });
});

describe('words', () => {
  it('are forgotten when their time is over, and what waited is not sent any more', async () => {
    await lab.outbox.add(mail());
    lab.state.answer = async () => ({ outcome: 'again', code: 'timed-out' });
    await run();
    await lab.outbox.add(mail({ identity: 'alerts:s2:mail:r1' }));
    lab.state.answer = async () => ({ outcome: 'sent' });
    await run();
    lab.clock.pass(31 * 24 * HOUR_MS);
    await lab.lanes.forgetTexts();
    expect(
      (await lab.rows(shop)).map(({ state, code, newsJsons, bodySealed }) => [state, code, newsJsons, bodySealed]),
    ).toEqual([
      ['dropped', 'too-late', [], undefined],
      ['sent', undefined, [], undefined],
    ]);
  });
});
