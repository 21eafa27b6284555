import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { openTestStore } from '../../test/store.ts';
import type { TestStore } from '../../test/store.ts';
import { systemClock } from '../clock.ts';
import { dataKeyModel, keyCanaryModel } from '../models/data-key.ts';
import { ensureIndexes } from './connect.ts';
import { DataKeys } from './data-keys.ts';
import { createFieldCipher } from './field-cipher.ts';
import { KeyMissingError, KeyRingError } from './key-errors.ts';
import { KeyRing } from './key-ring.ts';
import { openKeyRing } from './open-key-ring.ts';

const A = 'a-invented.myshopify.com';
const B = 'b-invented.myshopify.com';
const PLACE = { collection: 'things', field: 'secret', id: '1' };
const rootKey = (): string => randomBytes(32).toString('base64');

let store: TestStore;
let connection: Connection;

beforeAll(async () => {
  store = await openTestStore();
  connection = store.connection;
  dataKeyModel(connection);
  keyCanaryModel(connection);
  await ensureIndexes(connection);
});
afterAll(() => store.close());
beforeEach(async () => {
  await dataKeyModel(connection).deleteMany({ shop: A });
  await dataKeyModel(connection).deleteMany({ shop: B });
  await keyCanaryModel(connection).deleteMany({});
});

/** One process: its own cache over the shared store. */
function aProcess(ring: KeyRing) {
  const keys = new DataKeys({ connection, ring, clock: systemClock });
  return { keys, cipher: createFieldCipher(keys) };
}

describe('data keys', () => {
  it('makes one key a shop, whoever asks first', async () => {
    const ring = KeyRing.parse(`r1:${rootKey()}`);
    const made = await Promise.all(Array.from({ length: 10 }, () => aProcess(ring).keys.current(A)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it('reads across processes, and nowhere after the shop is forgotten', async () => {
    const ring = KeyRing.parse(`r1:${rootKey()}`);
    const [web, worker] = [aProcess(ring), aProcess(ring)];
    const sealed = await web.cipher.seal(A, PLACE, 'x');
    expect(await worker.cipher.open(A, PLACE, sealed)).toBe('x');
    await worker.cipher.forget(A);
    await expect(worker.cipher.open(A, PLACE, sealed)).rejects.toBeInstanceOf(KeyMissingError);
    // The other process still holds the old key in memory, and must not seal anything with it.
    const anew = await web.cipher.seal(A, PLACE, 'y');
    expect(await worker.cipher.open(A, PLACE, anew)).toBe('y');
  });

  it('wraps all keys anew, half way or whole, and then needs the old root key no more', async () => {
    const [old, young] = [`old:${rootKey()}`, `new:${rootKey()}`];
    const before = aProcess(KeyRing.parse(old));
    const sealed = [await before.cipher.seal(A, PLACE, 'a'), await before.cipher.seal(B, PLACE, 'b')] as const;
    const both = aProcess(KeyRing.parse(`${young},${old}`));
    const noted: string[] = [];
    const note = (shop: string) => Promise.resolve(noted.push(shop));
    expect(await both.keys.rewrap(note)).toBe(2);
    expect(await both.keys.rewrap(note)).toBe(0);
    expect(noted.toSorted()).toEqual([A, B].toSorted());
    const after = aProcess(KeyRing.parse(young));
    expect(await after.cipher.open(A, PLACE, sealed[0])).toBe('a');
    expect(await after.cipher.open(B, PLACE, sealed[1])).toBe('b');
  });
});

it('leaves a key as it was when that could not be written down', async () => {
  const [old, young] = [`old:${rootKey()}`, `new:${rootKey()}`];
  await aProcess(KeyRing.parse(old)).keys.current(A);
  const both = aProcess(KeyRing.parse(`${young},${old}`));
  await expect(both.keys.rewrap(() => Promise.reject(new Error('invented')))).rejects.toThrow('invented');
  expect(await both.keys.rootKeyIdsInUse()).toEqual(['old']);
});

describe('opening the key ring', () => {
  it('starts on an empty store, again, and with a key more', async () => {
    const [one, two] = [`one:${rootKey()}`, `two:${rootKey()}`];
    for (const text of [one, one, `${two},${one}`]) {
      const ring = KeyRing.parse(text);
      await openKeyRing(connection, ring, aProcess(ring).keys);
    }
  });

  it('refuses another key under a known name', async () => {
    const [right, wrong] = [KeyRing.parse(`one:${rootKey()}`), KeyRing.parse(`one:${rootKey()}`)];
    await openKeyRing(connection, right, aProcess(right).keys);
    await expect(openKeyRing(connection, wrong, aProcess(wrong).keys)).rejects.toThrow(KeyRingError);
  });

  it('refuses a ring without a key that a shop needs, by its name', async () => {
    const old = KeyRing.parse(`old:${rootKey()}`);
    await aProcess(old).cipher.seal(A, PLACE, 'x');
    const ring = KeyRing.parse(`new:${rootKey()}`);
    await expect(openKeyRing(connection, ring, aProcess(ring).keys)).rejects.toThrow('"old"');
  });
});
