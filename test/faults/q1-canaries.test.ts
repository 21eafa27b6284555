import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { maskGstin } from '../../core/gst/mask-gstin.ts';
import type { ShopState } from '../../sandbox/shops/shop-state.ts';
import { erasureReceiptModel } from '../../server/models/erasure-receipt.ts';
import { shopHash } from '../../server/shop/erasure.ts';
import { connectStore } from '../../server/store/connect.ts';
import { aGstin } from '../factories.ts';
import { startSystem, type System } from '../system.ts';
import { until } from '../until.ts';
import { redisFileWords, redisWords, storeWords } from './everything-kept.ts';
import { CLEAN_SHOP, MerchantCalls, PLANTED_SHOP } from './merchant-calls.ts';

const PAN = 'AAAPZ1234C';
/** One that is right, and one of a State code of old times, which makes an alert. */
const GSTINS = [aGstin({ pan: PAN }), aGstin({ pan: PAN, state: '28' })];
const EVENTS = ['shop/update', 'themes/publish', 'customers/data_request', 'customers/redact'];

/** The sandbox's own memory: what it handed out, and who its people are. */
interface SandboxMemory {
  readonly shops: readonly ShopState[];
  readonly tokens: { readonly access: readonly { token: string }[]; readonly refresh: readonly { token: string }[] };
}

describe('canaries', () => {
  let system: System;
  let connection: Connection;
  let merchants: MerchantCalls[];
  const sessionTokens: string[] = [];

  beforeAll(async () => {
    system = await startSystem({ LOG_LEVEL: 'trace' });
    connection = await connectStore({ uri: system.storeUri });
    merchants = [PLANTED_SHOP, CLEAN_SHOP].map((shop) => new MerchantCalls(system, shop));
    for (const merchant of merchants) await wholeStory(merchant);
  }, 90_000);
  afterAll(async () => {
    await connection?.close();
    await system?.stop();
  });

  /** What happens to a shop in its life with Prahari, good and bad. */
  async function wholeStory(merchant: MerchantCalls): Promise<void> {
    await merchant.install();
    await merchant.scanEnded();
    for (const gstin of GSTINS) expect((await merchant.api('POST', '/api/registrations', { gstin })).status).toBe(201);
    await merchant.api('POST', '/api/registrations', { gstin: GSTINS[0] });
    await merchant.api('POST', '/api/registrations', { gstin: `${GSTINS[0]?.slice(0, 14)}?` });
    for (const topic of EVENTS) await merchant.shopify('webhooks', { topic });
    await merchant.shopify('webhooks', { topic: 'shop/update', corrupt: 'hmac' });
    await merchant.faults({ badBody: 'truncated' });
    await merchant.checkNow();
    await merchant.scanEnded();
    await merchant.faults({ badBody: null });
    await merchant.checkNow();
    await merchant.scanEnded();
    const token = await merchant.sessionToken();
    sessionTokens.push(token);
    for (const spoilt of [token, `${token}x`, token.split('.').slice(0, 2).join('.')]) {
      await fetch(`${system.appUrl}/api/home`, { headers: { Authorization: `Bearer ${spoilt}` } });
      await fetch(`${system.appUrl}/?embedded=1&shop=${merchant.shop}&id_token=${spoilt}`);
    }
  }

  it('Q1: no secret, GSTIN, PAN or person lies in Redis, a log or the store in clear', async () => {
    const canaries = await canariesOf();
    const places = {
      redis: await redisWords(system),
      redisFile: await redisFileWords(system),
      store: await storeWords(system),
      web: system.wordsOf('web'),
      worker: system.wordsOf('worker'),
    };
    const found = Object.entries(places).flatMap(([place, words]) =>
      Object.entries(canaries).flatMap(([name, values]) =>
        values.filter((value) => words.includes(value)).map(() => `${name} in ${place}`),
      ),
    );
    expect(found).toEqual([]);
    // The search itself finds what is there: the shop's name in each place, and the masked form in the store.
    for (const words of Object.values(places)) expect(words).toContain(PLANTED_SHOP);
    expect(places.store).toContain(maskGstin(GSTINS[1] ?? ''));
  }, 60_000);

  it('P16: of a shop that was redacted nothing is left but the receipt, and of the other everything', async () => {
    const [planted, clean] = merchants;
    const words = [PLANTED_SHOP, PLANTED_SHOP.split('.')[0] ?? '', ...(await idsOf(planted))];
    const others = await idsOf(clean);
    await planted?.shopify('uninstall');
    await planted?.shopify('webhooks', { topic: 'shop/redact' });
    const receipts = () => erasureReceiptModel(connection).countDocuments({ shopHash: shopHash(PLANTED_SHOP) });
    await until('the receipt is written', async () => (await receipts()) > 0);
    for (const [place, read] of Object.entries({ store: storeWords, redis: redisWords })) {
      await until(`nothing is left in ${place}`, async () => {
        const kept = await read(system);
        return words.every((word) => !kept.includes(word));
      });
    }
    expect(await receipts()).toBe(1);
    const kept = await storeWords(system);
    expect(others.filter((id) => !kept.includes(id))).toEqual([]);
    expect((await clean?.home())?.shop).toBe(CLEAN_SHOP);
  }, 90_000);

  const idsOf = async (merchant?: MerchantCalls) => (await merchant?.alerts())?.map(({ id }) => id) ?? [];

  async function canariesOf(): Promise<Record<string, string[]>> {
    const memory = JSON.parse(await readFile(join(system.folder, 'sandbox', 'state.json'), 'utf8')) as SandboxMemory;
    const people = memory.shops.flatMap((shop) => [
      ...[shop.email, shop.ownerName, shop.address.address1],
      ...shop.people.flatMap(({ firstName, email }) => [firstName, email]),
    ]);
    const { access, refresh } = memory.tokens;
    expect(access.length).toBeGreaterThan(1);
    return {
      accessToken: access.map(({ token }) => token),
      refreshToken: refresh.map(({ token }) => token),
      sessionToken: sessionTokens.flatMap((token) => token.split('.').slice(1)),
      secret: Object.entries(system.secrets).flatMap(([name, value]) =>
        name === 'SHOPIFY_CLIENT_ID' ? [] : [value.slice(value.indexOf(':') + 1)],
      ),
      gstin: GSTINS,
      pan: [PAN],
      person: [...people, 'invented.buyer@buyer.example'],
    };
  }
});
