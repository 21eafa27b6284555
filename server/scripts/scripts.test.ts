import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { aBeaconBook } from '../../test/vendor-factories.ts';
import { PAGE_KINDS, type PageKind } from '../../core/evidence/storefront.ts';
import type { PageLook } from '../../core/scripts/pages-read.ts';
import type { ScriptItem } from '../../core/scripts/script-item.ts';
import { scriptDecisionModel } from '../models/script-decision.ts';
import { scriptEventModel } from '../models/script-event.ts';
import { scriptTextModel } from '../models/script-text.ts';
import { foldScripts } from './fold-scripts.ts';
import { scriptSide, type ScriptSide } from './script-side.ts';
import { MOST_TEXT_CHARS, scriptTextStore } from './script-texts.ts';
import { MOST_SIGHTINGS, seenAgain, type KeptSighting } from './sightings.ts';

const WIDGET = 'https://reviews.example/widget.js';
const T1 = '2026-11-01T06:00:00.000Z';
const T2 = '2026-11-08T06:00:00.000Z';
const T3 = '2026-11-15T06:00:00.000Z';
const anItem = (over: Partial<ScriptItem> = {}): ScriptItem => ({
  ...{ identity: WIDGET, what: 'script', origin: 'vendor', address: over.identity ?? WIDGET, host: 'reviews.example' },
  ...{ scheme: 'https', hash: 'sha256-a', hasIntegrity: false, isModule: false, vendorKey: 'host:reviews.example' },
  ...{ namesHosts: [], behaviours: [], pageKinds: ['home'], place: 'shop.example/', asks: [], seenBy: 'visit' },
  ...over,
});
const looks = (...kinds: readonly PageKind[]): PageLook[] =>
  kinds.map((kind) => ({ place: `shop.example/${kind}`, kind, isPartial: false }));
const whole = looks(...PAGE_KINDS);

describe('what is remembered of a script', () => {
  const again = (before: readonly KeptSighting[], items: readonly ScriptItem[], takenAt: string, pagesRead = whole) =>
    seenAgain(before, items, { takenAt, pagesRead });
  const once = again([], [anItem()], T1);

  it('is when it was seen first and last, and since when its text runs', () => {
    expect(once).toMatchObject([
      { firstSeenAt: T1, lastSeenAt: T1, hashSeenAt: T1, goneAt: null, nearPaymentAt: null },
    ]);
    expect(again(once, [anItem()], T2)).toMatchObject([{ firstSeenAt: T1, lastSeenAt: T2, hashSeenAt: T1 }]);
    expect(again(once, [anItem({ hash: 'sha256-b' })], T2)).toMatchObject([{ firstSeenAt: T1, hashSeenAt: T2 }]);
  });

  it.each<[string, readonly ScriptItem[], readonly PageLook[], object]>([
    ['a text that could not be fetched stays', [anItem({ hash: null })], whole, { hash: 'sha256-a', hashSeenAt: T1 }],
    ['it is gone when its page was read', [], looks('home'), { goneAt: T2, lastSeenAt: T1 }],
    ['it is not gone when its page was not read', [], looks('cart'), { goneAt: null }],
    ['it comes near payment', [anItem({ pageKinds: ['home', 'cart'] })], whole, { nearPaymentAt: T2 }],
    [
      'pages that were not read keep it',
      [anItem({ pageKinds: ['cart'] })],
      looks('cart'),
      { pageKinds: ['home', 'cart'] },
    ],
    ['pages that were read do not', [anItem({ pageKinds: ['cart'] })], whole, { pageKinds: ['cart'] }],
  ])('%s', (_what, items, pagesRead, expected) => {
    expect(again(once, items, T2, [...pagesRead])).toMatchObject([expected]);
  });

  it('is nothing of plain inline code', () => {
    expect(again([], [anItem({ origin: 'inline-plain' })], T1)).toEqual([]);
  });

  it('is two thousand scripts at most: what is gone longest goes first', () => {
    const items = Array.from({ length: MOST_SIGHTINGS }, (_, at) => anItem({ identity: `https://a.example/${at}.js` }));
    const after = again(once, items, T2);
    expect([after.length, after.some(({ identity }) => identity === WIDGET)]).toEqual([MOST_SIGHTINGS, false]);
  });
});

describe('stores', () => {
  const SHOP = 'marigold.myshopify.com';
  const OTHER = 'jasmine.myshopify.com';
  const CANARY = 'Canary Kaur';
  let system: TestProduct;
  let side: ScriptSide;
  beforeAll(async () => {
    system = await testProduct();
    side = sideOf();
  });
  afterAll(() => system.close());
  const sideOf = (log = { warn: () => undefined }) =>
    scriptSide({
      ...{ connection: system.store.connection, cipher: system.cipher, clock: system.clock, log: log as never },
      beacon: { book: async () => aBeaconBook() },
    });
  const fold = (shop: string, takenAt: string, items: readonly ScriptItem[], pagesRead = whole) =>
    system.store.connection.transaction((session) =>
      foldScripts(system.store.connection, { shop, takenAt: new Date(takenAt), session }, items, pagesRead),
    );
  const logOf = async (shop: string) =>
    (await side.events.rows(shop)).map(({ at, kind, identity, by }) => [at, kind, identity, by]).reverse();

  it('looks are folded into the book and the log, once each', async () => {
    await fold(SHOP, T1, [anItem()]);
    await fold(SHOP, T1, [anItem()]);
    await fold(SHOP, T2, [anItem({ hash: 'sha256-b', pageKinds: ['home', 'cart'] })]);
    await fold(SHOP, T2, [], []); // a look that saw no page
    await fold(SHOP, T1, []); // an older one that wakes late
    await fold(SHOP, T3, []);
    expect(await logOf(SHOP)).toEqual([
      [T1, 'new', WIDGET, 'prahari'],
      [T2, 'near-payment', WIDGET, 'prahari'],
      [T3, 'gone', WIDGET, 'prahari'],
    ]);
    const { sightings, lastComparedAt } = await side.book(SHOP);
    expect([sightings, lastComparedAt]).toMatchObject([[{ identity: WIDGET, goneAt: T3, hash: 'sha256-b' }], T3]);
    expect(sightings[0]).not.toHaveProperty('isAsked');
    expect((await side.book(OTHER)).sightings).toEqual([]);
  });

  it('a release of the same script is one change, with both texts', async () => {
    const at = (version: string, hash: string) =>
      anItem({ identity: `https://reviews.example/v${version}/w.js`, hash });
    await fold(OTHER, T1, [at('1.0', 'sha256-a')]);
    await fold(OTHER, T2, [at('1.1', 'sha256-b')]);
    expect((await side.events.rows(OTHER))[0]).toMatchObject({
      ...{ kind: 'changed', identity: 'https://reviews.example/v1.1/w.js', fromHash: 'sha256-a', toHash: 'sha256-b' },
    });
  });

  it('a page that changes without end fills neither log nor store', async () => {
    const shop = 'rose.myshopify.com';
    const many = (name: string) =>
      Array.from({ length: 5_000 }, (_, at) => anItem({ identity: `https://a.example/${name}${at}.js` }));
    await fold(shop, T1, many('a'));
    expect((await side.book(shop)).sightings).toHaveLength(MOST_SIGHTINGS);
    expect(await scriptEventModel(system.store.connection).countDocuments({ shop })).toBe(300);
  });

  const decision = (identity: string, over = {}) => ({
    ...({ identity, lineage: identity, verdict: 'approved', pageKinds: ['home'], hash: 'sha256-a' } as const),
    ...{ coversNewTexts: false, owner: CANARY, reason: `Asked by ${CANARY}`, replaces: [], ...over },
  });

  it('decisions are kept with sealed words, one a script', async () => {
    await side.decisions.decide(SHOP, [decision(WIDGET)], '1001');
    await side.decisions.decide(SHOP, [decision(WIDGET, { hash: null, verdict: 'rejected' })], '1002');
    expect(await side.decisions.rows(SHOP)).toMatchObject([
      { verdict: 'rejected', hash: null, owner: CANARY, reason: `Asked by ${CANARY}`, decidedBy: '1002' },
    ]);
    const evidence = JSON.stringify(await side.book(SHOP));
    const records = JSON.stringify(await scriptDecisionModel(system.store.connection).find({ shop: SHOP }).lean());
    expect([evidence, records].filter((text) => text.includes('Canary'))).toEqual([]);
    expect(await side.decisions.list(OTHER)).toEqual([]);
  });

  it('a decision on a new release takes the place of the one on the old', async () => {
    await side.decisions.decide(SHOP, [decision('https://a.example/v1/x.js')], '1');
    await side.decisions.decide(
      SHOP,
      [decision('https://a.example/v2/x.js', { replaces: ['https://a.example/v1/x.js'] })],
      '1',
    );
    const kept = (await side.decisions.list(SHOP)).map(({ identity }) => identity);
    expect(kept.filter((identity) => identity.includes('a.example'))).toEqual(['https://a.example/v2/x.js']);
  });

  it('a decision is withdrawn by its own shop alone', async () => {
    expect(await side.decisions.withdraw(OTHER, [WIDGET])).toEqual([]);
    expect(await side.decisions.withdraw(SHOP, [WIDGET, 'https://nobody.example/x.js'])).toHaveLength(1);
    expect(await side.decisions.withdraw(SHOP, [WIDGET])).toEqual([]);
  });

  it('names of Object are scripts like others', async () => {
    await side.decisions.decide(SHOP, [decision('__proto__'), decision('constructor')], '1');
    expect(await side.decisions.withdraw(SHOP, ['__proto__', 'constructor'])).toHaveLength(2);
  });

  it('reasons in the log are sealed', async () => {
    const deed = { kind: 'approved', identity: WIDGET, fromHash: null, toHash: 'sha256-a', reason: CANARY } as const;
    await side.events.note(SHOP, [deed], '1001');
    expect((await side.events.rows(SHOP))[0]).toMatchObject({ kind: 'approved', reason: CANARY, by: '1001' });
    const records = await scriptEventModel(system.store.connection).find({ shop: SHOP }).lean();
    expect(JSON.stringify(records)).not.toContain('Canary');
  });

  describe('texts', () => {
    const ROOM = 3_000;
    const texts = (needed: readonly string[] = []) =>
      scriptTextStore({
        ...{ connection: system.store.connection, cipher: system.cipher, clock: system.clock, mostBytes: ROOM },
        inUse: async () => new Set(needed),
      });
    /** Random, so that packing makes it no shorter. */
    const noise = () => randomBytes(500).toString('hex');

    it('are laid side by side, of one shop alone', async () => {
      await side.keepText(SHOP, { hash: 'sha256-1', text: 'before()' });
      await side.keepText(SHOP, { hash: 'sha256-2', text: '<script>नमस्ते</script>' });
      expect(await side.texts.diff(SHOP, 'sha256-1', 'sha256-2')).toMatchObject({
        ...{ state: 'ready', from: { text: 'before()', isCut: false }, to: { text: '<script>नमस्ते</script>' } },
      });
      expect(await side.texts.diff(OTHER, 'sha256-1', 'sha256-2')).toEqual({ state: 'not-kept', from: null, to: null });
      expect(await side.texts.diff(SHOP, 'sha256-1', 'sha256-9')).toMatchObject({ state: 'not-kept', to: null });
      expect([...(await side.texts.kept(SHOP, ['sha256-1', 'sha256-9']))]).toEqual(['sha256-1']);
      const records = JSON.stringify(await scriptTextModel(system.store.connection).find({ shop: SHOP }).lean());
      expect(records).not.toContain('before()');
    });

    it('over the cap are kept by their beginning, and say so', async () => {
      await side.keepText(SHOP, { hash: 'sha256-long', text: 'x'.repeat(MOST_TEXT_CHARS + 1) });
      const { state, from } = await side.texts.diff(SHOP, 'sha256-long', 'sha256-1');
      expect([state, from?.text.length, from?.isCut]).toEqual(['too-large', MOST_TEXT_CHARS, true]);
    });

    it('make room for the new: the oldest that nobody needs goes', async () => {
      const shop = 'lotus.myshopify.com';
      const store = texts(['sha256-old']);
      for (const hash of ['sha256-old', 'sha256-b', 'sha256-c']) {
        await store.keep(shop, { hash, text: noise() });
        system.clock.pass(1_000);
      }
      expect([...(await store.kept(shop, ['sha256-old', 'sha256-b', 'sha256-c']))].sort()).toEqual([
        'sha256-c',
        'sha256-old',
      ]);
    });

    it('that all are needed leave none for the new', async () => {
      const shop = 'tulip.myshopify.com';
      const store = texts(['sha256-a', 'sha256-b']);
      for (const hash of ['sha256-a', 'sha256-b', 'sha256-c']) await store.keep(shop, { hash, text: noise() });
      expect([...(await store.kept(shop, ['sha256-a', 'sha256-b', 'sha256-c']))].sort()).toEqual([
        'sha256-a',
        'sha256-b',
      ]);
    });

    it('come twice at once and are kept once', async () => {
      const shop = 'iris.myshopify.com';
      const text = { hash: 'sha256-a', text: 'x()' };
      await Promise.all([texts().keep(shop, text), texts().keep(shop, text)]);
      expect(await scriptTextModel(system.store.connection).countDocuments({ shop })).toBe(1);
    });

    it('that cannot be kept fail no visit', async () => {
      const told: unknown[] = [];
      const broken = sideOf({ warn: ((said: unknown) => void told.push(said)) as never });
      await expect(broken.keepText(SHOP, { hash: null as never, text: 'x()' })).resolves.toBeUndefined();
      expect(told).toMatchObject([{ shop: SHOP }]);
      expect(JSON.stringify(told)).not.toContain('x()');
    });
  });
});
