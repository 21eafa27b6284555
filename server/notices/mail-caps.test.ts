import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { standingClock } from '../../test/notice-lab.ts';
import { openTestStore, type TestStore } from '../../test/store.ts';
import { mailCountModel } from '../models/mail-count.ts';
import { ensureIndexes } from '../store/connect.ts';
import { KeyRing } from '../store/key-ring.ts';
import { ADDRESS_A_DAY, mailCaps, NEW_SHOP_A_DAY, SHOP_A_DAY, type MailCaps } from './mail-caps.ts';

const ring = KeyRing.parse(`test:${Buffer.alloc(32, 7).toString('base64')}`);
const clock = standingClock();
const WEEK_MS = 7 * 86_400_000;

let store: TestStore;
let caps: MailCaps;
let count = 0;
let shop: string;
let installedAt: Date;
beforeAll(async () => {
  store = await openTestStore();
  caps = mailCaps({ connection: store.connection, ring, clock });
  mailCountModel(store.connection);
  await ensureIndexes(store.connection);
});
afterAll(() => store.close());
beforeEach(() => {
  count += 1;
  shop = `shop-${count}.myshopify.com`;
  clock.set('2026-11-23T12:00:00.000+05:30');
  installedAt = new Date(clock.now().getTime() - WEEK_MS);
});

const take = (capKey: string, of = shop) => caps.take(of, { capKey, installedAt });
async function takeMany(keys: readonly string[], of = shop) {
  const answers = [];
  for (const key of keys) answers.push(await take(key, of));
  return answers.filter(({ isFree }) => isFree).length;
}
const others = (howMany: number, word = 'reader') =>
  Array.from({ length: howMany }, (_, n) => `${shop} ${word} ${Math.floor(n / ADDRESS_A_DAY)}`);

describe('M4: mails a day', () => {
  it('to one address: five, from all shops together', async () => {
    const victim = `victim-${count}`;
    const shops = Array.from({ length: 8 }, (_, n) => `${n}-${shop}`);
    let free = 0;
    for (const of of shops) free += await takeMany([victim], of);
    expect(free).toBe(ADDRESS_A_DAY);
    expect(await take(victim)).toEqual({
      ...{ isFree: false, code: 'address-cap' },
      until: new Date('2026-11-24T00:00:00.000+05:30'),
    });
  });

  it('to one address: five, however many workers ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => take(`victim-${count}`)));
    expect(answers.filter(({ isFree }) => isFree)).toHaveLength(ADDRESS_A_DAY);
  });

  it('out of a shop in its first week: twenty; later two hundred', async () => {
    installedAt = new Date(clock.now().getTime() - WEEK_MS + 1);
    expect(await takeMany(others(30))).toBe(NEW_SHOP_A_DAY);
    expect(await take('somebody else')).toMatchObject({ isFree: false, code: 'shop-cap' });
    installedAt = new Date(clock.now().getTime() - WEEK_MS);
    expect(await takeMany(others(SHOP_A_DAY, 'later'))).toBe(SHOP_A_DAY - NEW_SHOP_A_DAY);
  });

  it('begin anew at midnight in India', async () => {
    const keys = Array<string>(6).fill(`victim-${count}`);
    expect(await takeMany(keys)).toBe(ADDRESS_A_DAY);
    clock.set('2026-11-23T23:59:59.999+05:30');
    expect(await takeMany(keys)).toBe(0);
    clock.set('2026-11-24T00:00:00.000+05:30');
    expect(await takeMany(keys)).toBe(ADDRESS_A_DAY);
  });

  it('are counted under words that name neither shop nor address, for two days', async () => {
    await take('cap-key-of-somebody');
    const counts = await mailCountModel(store.connection).find({}).lean();
    expect(JSON.stringify(counts)).not.toContain(shop);
    for (const { forgetAt, day } of counts) {
      expect(forgetAt.getTime() - Date.parse(`${day}T00:00:00+05:30`)).toBeLessThanOrEqual(3 * 86_400_000);
    }
  });
});
