import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_RULE } from '../../core/notices/rules.ts';
import { noticeLab, someNews, type NoticeLab } from '../../test/notice-lab.ts';
import { alertNewsModel } from '../models/alert-news.ts';
import { createHandOut } from './hand-out.ts';

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
  lab.clock.set('2026-11-23T12:00:00.000+05:30');
  lab.readers.clear();
  lab.readers.set('r1', DEFAULT_RULE);
  Object.assign(lab.state, { quietHours: null, isInstalled: true });
});

const rows = async () =>
  (await lab.rows(shop)).map(({ identity, kind, alerts, dueAt, isUrgent }) => ({
    ...{ identity, kind, alerts, isUrgent },
    dueAt: dueAt.toISOString(),
  }));

describe('news of one scan', () => {
  it('are one message for each reader, however many alerts', async () => {
    lab.readers.set('r2', { ...DEFAULT_RULE, areas: ['gst'] });
    const news = await lab.scanBrings(shop, [
      someNews(),
      someNews({ fingerprint: 'f2', severity: 'critical' }),
      someNews({ fingerprint: 'f3', checkId: 'gst/gstin-status' }),
      someNews({ fingerprint: 'f4', severity: 'low' }),
    ]);
    expect(await lab.handOut.run(news)).toEqual(['mail']);
    const at = { kind: 'alerts', dueAt: '2026-11-23T06:30:00.000Z' };
    expect(await rows()).toEqual([
      { identity: `alerts:${news.newsId}:mail:r1`, alerts: 3, isUrgent: true, ...at },
      { identity: `alerts:${news.newsId}:mail:r2`, alerts: 1, isUrgent: false, ...at },
    ]);
  });

  it('are handed out once, however often and however many workers do it', async () => {
    const news = await lab.scanBrings(shop, [someNews()]);
    await Promise.all([1, 2, 3, 4].map(() => lab.handOut.run(news)));
    expect(await lab.handOut.run(news)).toEqual([]);
    expect(await rows()).toHaveLength(1);
    expect(await lab.handOut.waiting(10)).toEqual([]);
  });

  it('take along at night what would wait, when something critical goes out anyway', async () => {
    lab.clock.set('2026-11-23T23:00:00.000+05:30');
    lab.state.quietHours = { from: '21:00', to: '08:00' };
    await lab.handOut.run(
      await lab.scanBrings(shop, [someNews(), someNews({ fingerprint: 'f2', severity: 'critical' })]),
    );
    expect(await rows()).toMatchObject([{ alerts: 2, dueAt: '2026-11-23T17:30:00.000Z' }]);
  });

  it('wait until morning otherwise', async () => {
    lab.clock.set('2026-11-23T23:00:00.000+05:30');
    lab.state.quietHours = { from: '21:00', to: '08:00' };
    expect(await lab.handOut.run(await lab.scanBrings(shop, [someNews()]))).toEqual([]);
    expect(await rows()).toMatchObject([{ kind: 'alerts', dueAt: '2026-11-24T02:30:00.000Z' }]);
  });

  it('are nobody’s when the shop is gone, and done with', async () => {
    lab.state.isInstalled = false;
    const news = await lab.scanBrings(shop, [someNews()]);
    expect(await lab.handOut.run(news)).toEqual([]);
    expect(await rows()).toEqual([]);
    expect(await alertNewsModel(lab.connection).countDocuments({ shop, isHandedOut: false })).toBe(0);
  });

  it('of another shop are not to be had by this one’s name', async () => {
    const { newsId } = await lab.scanBrings(shop, [someNews()]);
    expect(await lab.handOut.run({ shop: 'another.myshopify.com', newsId })).toEqual([]);
    expect((await lab.handOut.waiting(10)).map((news) => news.newsId)).toContain(newsId);
    await lab.handOut.run({ shop, newsId });
  });
});

describe('a digest', () => {
  beforeEach(() => {
    lab.readers.set('r1', { ...DEFAULT_RULE, pace: 'daily', tellsResolved: true });
  });

  it('gathers what scans bring until it is begun', async () => {
    await lab.handOut.run(await lab.scanBrings(shop, [someNews()]));
    lab.clock.pass(3_600_000);
    await lab.handOut.run(
      await lab.scanBrings(shop, [someNews({ fingerprint: 'f2' }), someNews({ fingerprint: 'f3' })]),
    );
    expect(await rows()).toEqual([
      {
        ...{ identity: 'digest:2026-11-24:mail:r1', kind: 'digest', alerts: 3, isUrgent: false },
        dueAt: '2026-11-24T03:30:00.000Z',
      },
    ]);
  });

  it('that was begun takes nothing more: what comes late is one of its own', async () => {
    await lab.handOut.run(await lab.scanBrings(shop, [someNews()]));
    lab.clock.set('2026-11-24T09:00:00.000+05:30');
    const taken = await lab.outbox.take(shop, 'mail');
    lab.clock.set('2026-11-24T08:59:00.000+05:30'); // a clock that was set back
    const late = await lab.scanBrings(shop, [someNews({ fingerprint: 'f2' })]);
    await lab.handOut.run(late);
    expect((await rows()).map(({ identity }) => identity)).toEqual([
      'digest:2026-11-24:mail:r1',
      `digest:2026-11-24:mail:r1:${late.newsId}`,
    ]);
    expect(taken?.delivery.news.map(({ fingerprint }) => fingerprint)).toEqual(['f1']);
  });

  it('keeps the critical out of it', async () => {
    await lab.handOut.run(
      await lab.scanBrings(shop, [someNews(), someNews({ fingerprint: 'f2', severity: 'critical' })]),
    );
    expect((await rows()).map(({ kind, alerts }) => [kind, alerts])).toEqual([
      ['alerts', 1],
      ['digest', 1],
    ]);
  });
});

it('what came back within a week of being mended waits for the digest', async () => {
  await lab.handOut.run(
    await lab.scanBrings(shop, [someNews({ kind: 'resolved', at: lab.clock.now().toISOString() })]),
  );
  lab.clock.pass(2 * 86_400_000);
  const at = lab.clock.now().toISOString();
  await lab.handOut.run(await lab.scanBrings(shop, [someNews({ kind: 'reopened', at })]));
  expect((await rows()).map(({ kind }) => kind)).toEqual(['digest']);
});

describe('P3: a worker that dies while it hands out', () => {
  it('leaves all of it or nothing, and the next one makes it whole', async () => {
    for (const id of ['r2', 'r3', 'r4']) lab.readers.set(id, DEFAULT_RULE);
    const news = await lab.scanBrings(shop, [someNews()]);
    for (const deaths of [1, 2, 3, 4]) {
      let left = deaths;
      const dying = createHandOut({
        ...lab.deps,
        outbox: {
          ...lab.outbox,
          async add(...of) {
            left -= 1;
            if (left === 0) throw new Error('killed');
            return lab.outbox.add(...of);
          },
        },
      });
      await expect(dying.run(news)).rejects.toThrow('killed');
      expect(await rows()).toEqual([]);
    }
    expect(await lab.handOut.waiting(10)).toContainEqual(news);
    await lab.handOut.run(news);
    expect((await rows()).map(({ identity }) => identity)).toEqual(
      ['r1', 'r2', 'r3', 'r4'].map((id) => `alerts:${news.newsId}:mail:${id}`),
    );
  });
});
