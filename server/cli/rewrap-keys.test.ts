import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestStore, type TestStore } from '../../test/store.ts';
import { auditLog } from '../audit/audit-log.ts';
import { systemClock } from '../clock.ts';
import { dataKeyModel } from '../models/data-key.ts';
import { DataKeys } from '../store/data-keys.ts';
import { createFieldCipher, type FieldCipher } from '../store/field-cipher.ts';
import { KeyRing } from '../store/key-ring.ts';

const SHOPS = ['marigold.myshopify.com', 'jasmine.myshopify.com'];
const PLACE = { collection: 'things', field: 'secret', id: '1' };
const aKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const OLD = aKey('old');
const NEW = aKey('new');

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
  dataKeyModel(store.connection);
});
afterAll(() => store.close());

const cipherOf = (ring: string): FieldCipher =>
  createFieldCipher(new DataKeys({ connection: store.connection, ring: KeyRing.parse(ring), clock: systemClock }));

async function run(ring: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { PATH: process.env.PATH, MONGODB_URI: store.uri, KEY_RING: ring };
  try {
    const command = join(import.meta.dirname, 'rewrap-keys.ts');
    return { code: 0, ...(await promisify(execFile)(process.execPath, [command], { env })) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

describe('npm run keys:rewrap', () => {
  it('moves every shop to the new root key, so that the old one can go and old fields still open', async () => {
    const sealed = await Promise.all(SHOPS.map((shop) => cipherOf(OLD).seal(shop, PLACE, `of ${shop}`)));
    const first = await run(`${NEW},${OLD}`);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('2 data keys wrapped with "new".');
    expect(first.stdout).toContain('may leave KEY_RING: old.');
    expect((await run(`${NEW},${OLD}`)).stdout).toContain('0 data keys wrapped');
    const opened = await Promise.all(SHOPS.map((shop, n) => cipherOf(NEW).open(shop, PLACE, sealed[n] ?? '')));
    expect(opened).toEqual(SHOPS.map((shop) => `of ${shop}`));
    const audit = auditLog({ connection: store.connection, ring: KeyRing.parse(NEW), clock: systemClock });
    for (const shop of SHOPS) {
      const { entries } = await audit.page(shop, {});
      expect(entries.map(({ actor, action, details }) => [actor.kind, action, details])).toEqual([
        ['operator', 'operator.rewrap-keys', { rootKey: 'new' }],
      ]);
      expect(await audit.verify(shop)).toMatchObject({ isWhole: true, signature: 'valid' });
    }
  });

  it.each([
    ['a ring without a key that is needed', () => aKey('third'), /lacks "new"/],
    ['no ring', () => '', /KEY_RING is missing/],
  ])('%s: one sentence, code 2, nothing changed', async (_what, ring, words) => {
    const { code, stderr } = await run(ring());
    expect(code).toBe(2);
    expect(stderr.trim()).toMatch(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
