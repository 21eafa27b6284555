import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NewReader } from '../../core/api/notices.ts';
import { DEFAULT_RULE } from '../../core/notices/rules.ts';
import { standingClock } from '../../test/notice-lab.ts';
import { openTestStore, type TestStore } from '../../test/store.ts';
import { readerModel } from '../models/reader.ts';
import { ensureIndexes } from '../store/connect.ts';
import { DataKeys } from '../store/data-keys.ts';
import { createFieldCipher } from '../store/field-cipher.ts';
import { KeyRing } from '../store/key-ring.ts';
import { accessReaders, readerListeners } from './reader-listeners.ts';
import { MOST_READERS, readerStore, type ReaderStore } from './readers.ts';

const HOUR_MS = 3_600_000;
const ASHA: NewReader = {
  ...{ address: 'asha@shop.example', role: 'manager', language: 'hi', getsAlerts: true, getsWeekly: false },
  rule: DEFAULT_RULE,
};
const clock = standingClock();

let store: TestStore;
let readers: ReaderStore;
let shop: string;
let count = 0;
beforeAll(async () => {
  store = await openTestStore();
  const { connection } = store;
  const ring = KeyRing.parse(`test:${randomBytes(32).toString('base64')}`);
  const cipher = createFieldCipher(new DataKeys({ connection, ring, clock }));
  readers = readerStore({ connection, cipher, ring, clock });
  await ensureIndexes(connection);
});
afterAll(() => store.close());
beforeEach(() => {
  count += 1;
  shop = `shop-${count}.myshopify.com`;
});

describe('readers', () => {
  it('wait, confirm, and stay masked and sealed', async () => {
    const { id } = await readers.add(shop, ASHA, '1');
    expect(await readers.list(shop)).toMatchObject([{ id, address: 'a…@shop.example', state: 'waiting' }]);
    expect(await readers.confirmed(shop)).toEqual([]);
    await readers.confirm(shop, id);
    await readers.confirm(shop, id);
    expect(await readers.confirmed(shop)).toMatchObject([{ id, role: 'manager', language: 'hi', rule: DEFAULT_RULE }]);
    expect(await readers.find(shop, id)).toMatchObject({ address: 'asha@shop.example', state: 'confirmed' });
    expect(JSON.stringify(await readerModel(store.connection).find({ shop }).lean())).not.toContain('asha');
  });

  it('have each address once in a shop, in another again', async () => {
    await readers.add(shop, ASHA, '1');
    const twice = readers.add(shop, { ...ASHA, address: 'ASHA@shop.example' }, '1');
    await expect(twice).rejects.toMatchObject({ status: 409, fields: { address: 'duplicate' } });
    await expect(readers.add(`other-${shop}`, ASHA, '1')).resolves.toMatchObject({ state: 'waiting' });
  });

  it('share a count of mails over shops, and no index', async () => {
    const other = `other-${shop}`;
    const [mine, theirs] = [await readers.add(shop, ASHA, '1'), await readers.add(other, ASHA, '1')];
    expect(await readers.capKeyOf(shop, mine.id)).toBe(await readers.capKeyOf(other, theirs.id));
    expect(await readers.capKeyOf(other, mine.id)).toBeNull();
    const [a, b] = [
      await readerModel(store.connection).findOne({ shop }),
      await readerModel(store.connection).findOne({ shop: other }),
    ];
    expect(a?.addressIndex).not.toBe(b?.addressIndex);
  });

  it(`are ${MOST_READERS} at most`, async () => {
    for (let n = 0; n < MOST_READERS; n += 1) await readers.add(shop, { ...ASHA, address: `a${n}@shop.example` }, '1');
    await expect(readers.add(shop, ASHA, '1')).rejects.toMatchObject({ status: 409 });
  });

  it('M4: are asked again once an hour, and not once they confirmed', async () => {
    const { id } = await readers.add(shop, ASHA, '1');
    await expect(readers.invite(shop, id)).rejects.toMatchObject({ status: 409 });
    clock.pass(HOUR_MS);
    expect(await Promise.all([readers.invite(shop, id), readers.invite(shop, id).catch(() => 2)])).toEqual([2, 2]);
    await expect(readers.invite(shop, id)).rejects.toMatchObject({ status: 409 });
    await readers.confirm(shop, id);
    clock.pass(HOUR_MS);
    await expect(readers.invite(shop, id)).rejects.toMatchObject({ status: 409 });
    expect(await readers.invite(shop, 'f'.repeat(24))).toBeNull();
  });

  it('of another shop are nobody', async () => {
    const { id } = await readers.add(shop, ASHA, '1');
    const other = `other-${shop}`;
    await readers.confirm(other, id);
    await readers.stop(other, id, 'alerts');
    await readers.bounced(other, id);
    expect(await readers.change(other, id, { role: 'owner' })).toBeNull();
    expect(await readers.remove(other, id)).toBe(false);
    expect(await readers.find(other, id)).toBeNull();
    expect(await readers.find(shop, id)).toMatchObject({ state: 'waiting', role: 'manager', getsAlerts: true });
  });
});

describe('who may be told', () => {
  const may = async (id: string, kind: 'alerts' | 'weekly' | 'visit' | 'invitation') => {
    const answer = await readerListeners(readers).mayHear({ shop, to: id, kind });
    return answer.may ? 'yes' : answer.code;
  };

  it('M4: of an address that did not confirm, nobody but with an invitation', async () => {
    const { id } = await readers.add(shop, ASHA, '1');
    expect(await readerListeners(readers).list(shop)).toEqual([]);
    expect(await may(id, 'alerts')).toBe('not-confirmed');
    expect(await may(id, 'invitation')).toBe('yes');
    await readers.confirm(shop, id);
    expect(await may(id, 'invitation')).toBe('confirmed');
  });

  it('M4: of an address whose mail came back, nobody until it confirms anew', async () => {
    const { id } = await readers.add(shop, ASHA, '1');
    await readers.confirm(shop, id);
    await readers.bounced(shop, id);
    expect(await may(id, 'alerts')).toBe('bounced');
    expect(await readerListeners(readers).list(shop)).toEqual([]);
    expect(await may(id, 'invitation')).toBe('yes');
    await readers.confirm(shop, id);
    expect(await may(id, 'alerts')).toBe('yes');
  });

  it('T10: a role or a wish that was taken back counts at once', async () => {
    const { id } = await readers.add(shop, { ...ASHA, getsWeekly: true }, '1');
    await readers.confirm(shop, id);
    expect(await accessReaders(readers, shop)).toEqual([id]);
    expect([await may(id, 'alerts'), await may(id, 'weekly'), await may(id, 'visit')]).toEqual(['yes', 'yes', 'yes']);
    await readers.change(shop, id, { role: 'viewer' });
    expect(await may(id, 'visit')).toBe('not-allowed');
    expect(await accessReaders(readers, shop)).toEqual([]);
    await readers.stop(shop, id, 'alerts');
    expect([await may(id, 'alerts'), await may(id, 'weekly')]).toEqual(['not-wanted', 'yes']);
    await readers.stop(shop, id, 'weekly');
    expect(await may(id, 'weekly')).toBe('not-wanted');
    await readers.remove(shop, id);
    expect(await may(id, 'alerts')).toBe('gone');
  });
});
