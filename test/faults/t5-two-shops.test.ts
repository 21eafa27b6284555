import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { maskGstin } from '../../core/gst/mask-gstin.ts';
import { API_ROUTES } from '../../server/api/routes.ts';
import { aGstin } from '../factories.ts';
import { startSystem, type System } from '../system.ts';
import { CLEAN_SHOP, MerchantCalls, PLANTED_SHOP } from './merchant-calls.ts';
import { byChance } from './random.ts';

const CALLS = 200;
const LONGEST_DELAY_MS = 60;
const GSTIN: Readonly<Record<string, string>> = {
  [PLANTED_SHOP]: aGstin({ pan: 'ABCPM1234D' }),
  [CLEAN_SHOP]: aGstin({ pan: 'ZYXPN9876E' }),
};
/** Made one at a time, and so many a day: whoever comes second is asked to wait. */
const ONE_AT_A_TIME = /^\/(scripts\/export\/|audit\/(verify|file)$|evidence-pack$)/;
/** Every page's reading that takes no id. */
const PATHS = API_ROUTES.flatMap(({ method, path, takes }) =>
  method === 'GET' && !takes && !ONE_AT_A_TIME.test(path) ? [`/api${path}`] : [],
);

describe('T5: two shops that call at the same time', () => {
  let system: System;
  let merchants: MerchantCalls[];

  beforeAll(async () => {
    system = await startSystem();
    merchants = [PLANTED_SHOP, CLEAN_SHOP].map((shop) => new MerchantCalls(system, shop));
    for (const merchant of merchants) {
      await merchant.install();
      await merchant.scanEnded();
      expect((await merchant.api('POST', '/api/registrations', { gstin: GSTIN[merchant.shop] })).status).toBe(201);
      await merchant.scanEnded();
    }
  }, 60_000);
  afterAll(() => system?.stop());

  it('are each answered with their own, two hundred times mixed', async () => {
    const canaries = await Promise.all(merchants.map(canariesOf));
    // An id that both know would prove nothing.
    expect(canaries[0]?.filter((canary) => canaries[1]?.includes(canary))).toEqual([]);
    await byChance(async (chance) => {
      const calls = Array.from({ length: CALLS }, (_, n) => ({
        who: n % 2,
        path: chance.pick(PATHS),
        delayMs: chance.below(LONGEST_DELAY_MS),
      }));
      const answers = await Promise.all(
        chance.shuffled(calls).map(async ({ who, path, delayMs }) => {
          await sleep(delayMs);
          const answer = await merchants[who]?.api('GET', path);
          return { who, path, status: answer?.status, text: (await answer?.text()) ?? '' };
        }),
      );
      expect(answers.filter(({ status }) => status !== 200 && status !== 204)).toEqual([]);
      for (const { who, path, text } of answers) {
        expect({ path, foreign: canaries[1 - who]?.filter((canary) => text.includes(canary)) }).toEqual({
          path,
          foreign: [],
        });
      }
      expect(
        answers.filter(({ who, text }) => canaries[who]?.some((canary) => text.includes(canary))).length,
      ).toBeGreaterThan(CALLS / 4);
    });
  }, 60_000);

  /** What only this shop may ever be told: its name, its GSTIN, the ids of its things. */
  async function canariesOf(merchant: MerchantCalls): Promise<string[]> {
    const gstin = GSTIN[merchant.shop] ?? '';
    const alerts = [...(await merchant.alerts()), ...(await merchant.alerts('resolved'))];
    const { scan, standing } = await merchant.home();
    const ids = [...alerts.map(({ id }) => id), scan?.id, standing?.snapshotId].filter((id) => id !== undefined);
    return [merchant.shop, merchant.shop.split('.')[0] ?? '', gstin, maskGstin(gstin), ...ids];
  }
});
