import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testClock } from '../../test/product.ts';
import { fakePeople } from '../../test/staff-links.ts';
import { openTestStore, type TestStore } from '../../test/store.ts';
import type { DeviceReport, PasswordVerdict } from '../../core/api/self-check.ts';
import { selfCheckModel } from '../models/self-check.ts';
import { staffLinkModel } from '../models/staff-link.ts';
import { ensureIndexes } from '../store/connect.ts';
import { LinkGoneError } from './link-gone-error.ts';
import { hashOfSecret, newSecretWord, SECRET_WORD } from './secret-word.ts';
import { selfCheckDesk } from './self-check-desk.ts';
import { selfCheckEvidence } from './self-check-evidence.ts';
import { selfCheckStore, type SelfCheckStore } from './self-check-store.ts';
import { staffLinkStore, type StaffLinkStore } from './staff-links.ts';

const MINE = 'marigold.myshopify.com';
const THEIRS = 'jasmine.myshopify.com';
const DAY_MS = 24 * 60 * 60 * 1000;
const VERDICT: PasswordVerdict = { score: 4, lengthClass: '15-or-more', isBreached: false, engineVersion: '4.2.0' };
const REPORT: DeviceReport = {
  browser: { name: 'firefox', majorVersion: 149 },
  operatingSystem: 'linux',
  answers: { diskEncryption: 'yes', screenLock: 'yes', systemUpdates: 'no', antiMalware: 'unsure' },
};

let store: TestStore;
let links: StaffLinkStore;
let results: SelfCheckStore;
let people: Record<string, { name: string; email: string | null; leftAt: string | null }>;
let changed: string[];
let uninstalled: Set<string>;
let desk: ReturnType<typeof selfCheckDesk>;
let clock: ReturnType<typeof testClock>;

beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  clock = testClock();
  links = staffLinkStore({ connection: store.connection, clock });
  results = selfCheckStore({ connection: store.connection, clock });
  await ensureIndexes(store.connection);
  for (const shop of [MINE, THEIRS]) {
    await staffLinkModel(store.connection).deleteMany({ shop });
    await selfCheckModel(store.connection).deleteMany({ shop });
  }
  people = {
    [`${MINE} p1`]: { name: 'Kavya Iyer', email: 'kavya@marigold.example', leftAt: null },
    [`${MINE} p2`]: { name: 'Ravi Das', email: null, leftAt: null },
    [`${THEIRS} p1`]: { name: 'Somebody Else', email: null, leftAt: null },
  };
  changed = [];
  uninstalled = new Set();
  desk = selfCheckDesk({
    links,
    results,
    people: fakePeople(people),
    isInstalled: async (shop) => !uninstalled.has(shop),
    changed: async (shop) => void changed.push(shop),
  });
});

const invite = async (personId = 'p1', purpose: 'password' | 'device' = 'password', shop = MINE): Promise<string> =>
  (await links.create(shop, { personId, purpose }, '1')).secret;

describe('L1: a link', () => {
  it('is 256 random bits, of which the store knows the hash alone', async () => {
    const secret = await invite();
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(secret).toMatch(SECRET_WORD);
    const kept = JSON.stringify(await staffLinkModel(store.connection).find({ shop: MINE }).lean());
    expect(kept).not.toContain(secret);
    expect(kept).toContain(hashOfSecret(secret));
  });

  it.each<[string, () => Promise<string>]>([
    ['unknown', async () => newSecretWord()],
    ['no secret at all', async () => '{"$ne":""}'],
    [
      'expired',
      async () => {
        const secret = await invite();
        clock.pass(14 * DAY_MS);
        return secret;
      },
    ],
    [
      'used',
      async () => {
        const secret = await invite();
        await desk.finishPassword((await desk.open(secret)).secret, VERDICT);
        return secret;
      },
    ],
    [
      'withdrawn',
      async () => {
        const secret = await invite();
        await links.withdraw(MINE, 'p1');
        return secret;
      },
    ],
    [
      'replaced',
      async () => {
        const secret = await invite();
        await invite();
        return secret;
      },
    ],
    [
      "T10: a leaver's",
      async () => {
        const secret = await invite();
        people[`${MINE} p1`] = { name: 'Kavya Iyer', email: null, leftAt: new Date().toISOString() };
        return secret;
      },
    ],
    [
      'of a shop that took the app away',
      async () => {
        const secret = await invite();
        uninstalled.add(MINE);
        return secret;
      },
    ],
    [
      'of somebody who was removed',
      async () => {
        const secret = await invite();
        Reflect.deleteProperty(people, `${MINE} p1`);
        return secret;
      },
    ],
  ])('that is %s reads like every other that does not work', async (_name, secret) => {
    const refusal: unknown = await desk.open(await secret()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(LinkGoneError);
    expect(refusal).toMatchObject({ status: 404, title: 'This link does not work any more.', fields: undefined });
  });

  it('lives to the last moment of its fourteen days', async () => {
    const secret = await invite();
    clock.pass(14 * DAY_MS - 60_000);
    expect((await desk.open(secret)).opened.personName).toBe('Kavya Iyer');
  });
});

describe('L3: opening', () => {
  it('ends nothing: the third time works as the first', async () => {
    const secret = await invite();
    for (let time = 0; time < 3; time += 1) {
      const { secret: cookie, opened } = await desk.open(secret);
      expect(opened).toMatchObject({ purpose: 'password', words: expect.arrayContaining(['marigold', 'kavya']) });
      expect(cookie).not.toBe(secret);
    }
  });

  it('tells no words of a person who is asked about a device', async () => {
    expect((await desk.open(await invite('p1', 'device'))).opened.words).toEqual([]);
  });
});

describe('L4: finishing', () => {
  it('twice keeps the first, answers both alike, and is one change', async () => {
    const { secret } = await desk.open(await invite());
    const first = await desk.finishPassword(secret, VERDICT);
    clock.pass(60_000);
    const second = await desk.finishPassword(secret, { ...VERDICT, score: 0 });
    expect(first).toMatchObject({ purpose: 'password', ...VERDICT });
    expect(second).toEqual(first);
    expect(changed).toEqual([MINE]);
  });

  it('twenty times at once keeps one', async () => {
    const { secret } = await desk.open(await invite());
    const kept = await Promise.all(Array.from({ length: 20 }, () => desk.finishPassword(secret, VERDICT)));
    expect(new Set(kept.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await selfCheckModel(store.connection).countDocuments({ shop: MINE })).toBe(1);
  });

  it('takes no longer than an hour after opening', async () => {
    const { secret } = await desk.open(await invite());
    clock.pass(61 * 60_000);
    await expect(desk.finishPassword(secret, VERDICT)).rejects.toBeInstanceOf(LinkGoneError);
  });

  it('T10: is refused once the person has left, with the page still open', async () => {
    const { secret } = await desk.open(await invite());
    people[`${MINE} p1`] = { name: 'Kavya Iyer', email: null, leftAt: new Date().toISOString() };
    await expect(desk.finishPassword(secret, VERDICT)).rejects.toBeInstanceOf(LinkGoneError);
    expect(changed).toEqual([]);
  });
});

describe('L5: one link grants one thing', () => {
  it('no other purpose', async () => {
    const forDevice = await desk.open(await invite('p1', 'device'));
    await expect(desk.finishPassword(forDevice.secret, VERDICT)).rejects.toBeInstanceOf(LinkGoneError);
    const forPassword = await desk.open(await invite('p1', 'password'));
    await expect(desk.finishDevice(forPassword.secret, REPORT)).rejects.toBeInstanceOf(LinkGoneError);
  });

  it('not as its own cookie, and its cookie not as a link', async () => {
    const token = await invite();
    const { secret } = await desk.open(token);
    await expect(desk.finishPassword(token, VERDICT)).rejects.toBeInstanceOf(LinkGoneError);
    await expect(desk.open(secret)).rejects.toBeInstanceOf(LinkGoneError);
  });

  it('for one person of one shop, though another shop has the same number', async () => {
    const { secret } = await desk.open(await invite('p1', 'password', THEIRS));
    await desk.finishPassword(secret, VERDICT);
    expect(changed).toEqual([THEIRS]);
    const mine = await selfCheckEvidence({ links, results, people: fakePeople(people) }, MINE);
    expect(mine).toEqual({ asked: [], passwords: [], devices: [] });
  });
});

describe('as evidence', () => {
  const evidence = () => selfCheckEvidence({ links, results, people: fakePeople(people) }, MINE);

  it('holds who was asked and what came back, by masked names', async () => {
    await desk.finishPassword((await desk.open(await invite('p1'))).secret, { ...VERDICT, isBreached: null });
    await desk.finishDevice((await desk.open(await invite('p1', 'device'))).secret, REPORT);
    await invite('p2');
    const told = await evidence();
    expect(told.asked.map(({ personId, label }) => [personId, label])).toEqual([
      ['p1', 'Ka••• I•••'],
      ['p2', 'Ra••• D•••'],
    ]);
    expect(told.passwords).toEqual([
      { personId: 'p1', label: 'Ka••• I•••', checkedAt: expect.any(String), ...VERDICT, isBreached: null },
    ]);
    expect(told.devices).toEqual([{ personId: 'p1', label: 'Ka••• I•••', checkedAt: expect.any(String), ...REPORT }]);
    expect(JSON.stringify(told)).not.toMatch(/Kavya|Iyer/);
  });

  it('is the newest of each person', async () => {
    await desk.finishPassword((await desk.open(await invite('p1'))).secret, { ...VERDICT, score: 1 });
    clock.pass(DAY_MS);
    await desk.finishPassword((await desk.open(await invite('p1'))).secret, VERDICT);
    expect((await evidence()).passwords.map(({ score }) => score)).toEqual([4]);
  });

  it('leaves out who left', async () => {
    await desk.finishPassword((await desk.open(await invite('p1'))).secret, VERDICT);
    people[`${MINE} p1`] = { name: 'Kavya Iyer', email: null, leftAt: new Date().toISOString() };
    expect(await evidence()).toEqual({ asked: [], passwords: [], devices: [] });
  });
});

describe('with the person', () => {
  it('moves to whom the person turned out to be, and is forgotten', async () => {
    await desk.finishPassword((await desk.open(await invite('p1'))).secret, VERDICT);
    await results.move(MINE, 'p1', 'p2');
    expect((await results.newest(MINE)).map(({ personId }) => personId)).toEqual(['p2']);
    await results.forget(THEIRS, 'p2');
    expect(await results.newest(MINE)).toHaveLength(1);
    await results.forget(MINE, 'p2');
    expect(await results.newest(MINE)).toEqual([]);
  });
});

it('keeps nothing of a password but what the page says', async () => {
  await desk.finishPassword((await desk.open(await invite('p1'))).secret, VERDICT);
  const [kept] = await selfCheckModel(store.connection).find({ shop: MINE }).lean();
  expect(Object.keys(kept ?? {}).sort()).toEqual(
    ['_id', 'shop', 'personId', 'purpose', 'attempt', 'checkedAt', ...Object.keys(VERDICT)].sort(),
  );
});
