import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { deliveryModel } from '../../server/models/delivery.ts';
import { connectStore } from '../../server/store/connect.ts';
import { startSystem, type System } from '../system.ts';
import { until } from '../until.ts';
import { CLEAN_SHOP, PLANTED_SHOP } from './merchant-calls.ts';
import { nowOf, pass, ToldShop } from './told-shop.ts';

const HOURS_AWAY = 24;
/** Comes when the first alerts are told, and no event tells of it. */
const LATE_DEFECT = 'certificate-not-renewed';
const HOUR_MS = 60 * 60_000;
/** The machine may be busy with other things. */
const PATIENCE_MS = 90_000;

describe('P3, P4: a way out that fails for long', () => {
  let system: System;
  let connection: Connection;
  let unlucky: ToldShop;
  let other: ToldShop;

  beforeAll(async () => {
    system = await startSystem({}, { followsClock: true });
    connection = await connectStore({ uri: system.storeUri });
    unlucky = new ToldShop(system, connection, PLANTED_SHOP);
    other = new ToldShop(system, connection, CLEAN_SHOP);
    await system.kill('worker'); // nobody is told of the first check before there is somebody to tell
    for (const shop of [unlucky, other]) {
      await shop.shopify('mend', { defect: LATE_DEFECT });
      await shop.install();
      await shop.listen();
    }
  }, 120_000);
  afterAll(async () => {
    await connection?.close();
    await system?.stop();
  });

  const deliveryOf = ({ shop }: ToldShop, channel: 'mail' | 'webhook', kind: 'alerts') =>
    deliveryModel(connection).findOne({ shop, channel, kind }).sort({ createdAt: -1 }).lean();
  const some = async (copies: Promise<readonly unknown[]>) => (await copies).length > 0;

  /** Until just after the next try. */
  async function untilItsTry(at: Date): Promise<void> {
    await pass(system, at.getTime() - (await nowOf(system)).getTime() + 1_000);
  }

  it('a receiver that answers 500 for a day: the post comes when it is back, under its first id, and holds nobody up', async () => {
    await system.control('POST', '/sandbox/posts', { fault: 'error', hours: HOURS_AWAY, path: unlucky.path });
    const backAt = new Date((await nowOf(system)).getTime() + HOURS_AWAY * HOUR_MS);
    await system.start('worker');

    // No time passes before this: neither its own mail waits for it, nor another shop's post.
    await until('its mail is there', () => some(unlucky.mails()), PATIENCE_MS);
    await until('its workflows ran', () => some(unlucky.runs()), PATIENCE_MS);
    await until('the other shop was told', () => some(other.mails()), PATIENCE_MS);
    await until('the other post is there', () => some(other.posts()), PATIENCE_MS);
    expect((await other.posts()).map(({ answered, isSigned }) => [answered, isSigned])).toEqual([[200, true]]);

    let tries = 0;
    for (;;) {
      const failed = await until('it was tried in vain', () => triedAfter(tries), PATIENCE_MS);
      tries = failed.attempts;
      if (failed.state !== 'waiting') break;
      await untilItsTry(failed.nextTryAt);
    }
    expect(await deliveryOf(unlucky, 'webhook', 'alerts')).toMatchObject({ state: 'sent' });
    expect((await nowOf(system)).getTime()).toBeGreaterThan(backAt.getTime());

    const [first, ...posts] = await unlucky.posts();
    expect(posts.map(({ answered }) => answered)).toEqual([...Array.from({ length: tries - 2 }, () => 500), 200]);
    expect(posts.every(({ id, words, isSigned }) => id === first?.id && words === first.words && isSigned)).toBe(true);
    expect(tries).toBeGreaterThan(5);
  }, 300_000);

  const triedAfter = async (tries: number) => {
    const delivery = await deliveryOf(unlucky, 'webhook', 'alerts');
    return delivery && delivery.attempts > tries && delivery;
  };

  it('a mail service that takes a mail and never says so: the mail comes again, with the same Message-ID', async () => {
    const before = { mails: await counts(), posts: (await unlucky.posts()).length };
    await unlucky.settled(PATIENCE_MS);
    await system.control('POST', '/sandbox/mail', { fault: 'accept-then-silence' });
    for (const shop of [unlucky, other]) {
      await shop.shopify('plant', { defect: LATE_DEFECT });
      await shop.checkNow();
    }
    await until(
      'both mails left',
      async () => (await counts()).every((n, at) => n > (before.mails[at] ?? 0)),
      PATIENCE_MS,
    );
    await until('the post is there', async () => (await unlucky.posts()).length > before.posts, PATIENCE_MS);
    const waiting = await until('the mail was given up for now', mailTried, PATIENCE_MS);
    expect(waiting).toMatchObject({ state: 'waiting', code: 'timed-out' });

    await system.control('POST', '/sandbox/mail', { fault: null });
    await untilItsTry(waiting.nextTryAt);
    await until('it is sent', async () => (await deliveryOf(unlucky, 'mail', 'alerts'))?.state === 'sent', PATIENCE_MS);

    const copies = (await unlucky.mails()).slice(before.mails[0]);
    expect(copies.length).toBe(2);
    expect(new Set(copies.map(({ id }) => id)).size).toBe(1);
    expect(new Set(copies.map(({ words }) => words)).size).toBe(1);
    expect(copies.map(({ identity }) => identity)).toEqual([waiting.identity, waiting.identity]);
  }, 300_000);

  const counts = async () => [(await unlucky.mails()).length, (await other.mails()).length];
  const mailTried = async () => {
    const delivery = await deliveryOf(unlucky, 'mail', 'alerts');
    return delivery && delivery.state === 'waiting' && delivery.attempts > 0 && delivery;
  };
});
