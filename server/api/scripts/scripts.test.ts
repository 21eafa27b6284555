import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testProduct, type TestProduct } from '../../../test/product.ts';
import { aBeaconBook, aVendorEntry } from '../../../test/vendor-factories.ts';
import { PAGE_KINDS } from '../../../core/evidence/storefront.ts';
import type { ScriptItem } from '../../../core/scripts/script-item.ts';
import type { ScriptsSummary } from '../../../core/scripts-summary.ts';
import { scriptSide, type ScriptSide } from '../../scripts/script-side.ts';
import { DecisionBody, DiffQuery, ScriptBoardAnswer, WithdrawBody } from './scripts.schema.ts';
import { scriptService, type ScriptService } from './scripts.service.ts';

const WIDGET = 'https://reviews.example/v1/widget.js';
const NEXT = 'https://reviews.example/v2/widget.js';
const anItem = (over: Partial<ScriptItem> = {}): ScriptItem => ({
  ...{ identity: WIDGET, what: 'script', origin: 'vendor', address: over.identity ?? WIDGET, host: 'reviews.example' },
  ...{ scheme: 'https', hash: 'sha256-a', hasIntegrity: false, isModule: false, vendorKey: 'host:reviews.example' },
  ...{ namesHosts: [], behaviours: [], pageKinds: ['home'], place: 'shop.example/', asks: [], seenBy: 'visit' },
  ...over,
});
const summaryOf = (...items: readonly ScriptItem[]): ScriptsSummary => ({
  asOf: '2026-11-22T06:00:00.000Z',
  reason: null,
  pages: PAGE_KINDS.map((kind) => ({ place: `shop.example/${kind}`, kind, isPartial: false })),
  items,
});
const said = (...identities: readonly string[]) => ({
  ...({
    identities,
    verdict: 'approved',
    owner: 'Nobody Invented',
    reason: 'Shows reviews',
    coversNewTexts: false,
  } as const),
});

describe('scripts over the API', () => {
  let system: TestProduct;
  let side: ScriptSide;
  let service: ScriptService;
  let summary: ScriptsSummary | null;
  let shops = 0;
  let merchant: { readonly shop: string; readonly userId: string; readonly role: 'viewer' | 'manager' };
  const causes: string[] = [];

  beforeAll(async () => {
    system = await testProduct();
    side = scriptSide({
      ...{ connection: system.store.connection, cipher: system.cipher, clock: system.clock },
      ...{ log: { warn: () => undefined } as never, beacon: { book: async () => aBeaconBook() } },
    });
    const entry = aVendorEntry({ name: 'Invented Reviews', keys: ['host:reviews.example'] });
    const vendor = { id: entry.id, name: entry.name, found: null, entry };
    service = scriptService({
      ...{ scripts: side, clock: system.clock },
      summaries: { newest: async () => (summary ? { snapshotId: 'a', summary } : null) as never },
      register: { read: async () => ({ summary: null, vendors: [vendor as never], records: new Map() }) },
      lifecycle: { changed: async () => undefined },
      starter: {
        begin: async (_shop, { cause, reach }) => {
          causes.push(`${reach ?? 'all'} ${cause}`);
          return { started: false, why: 'active' };
        },
      },
    });
  });
  afterAll(() => system.close());
  beforeEach(() => {
    shops += 1;
    merchant = { shop: `shop-${shops}.myshopify.com`, userId: '7', role: 'manager' };
    summary = summaryOf(anItem(), anItem({ identity: 'own', origin: 'own', vendorKey: null }));
    causes.length = 0;
  });

  it('before the first check nothing is known, and the page says so', async () => {
    summary = null;
    expect(await service.board(merchant)).toMatchObject({
      takenAt: null,
      reason: 'not-collected',
      items: [],
      changes: [],
    });
  });

  it('of a shop that turned us away nothing is gone', async () => {
    await service.decide(merchant, said(WIDGET));
    summary = { ...summaryOf(), reason: 'blocked', pages: [] };
    expect(await service.board(merchant)).toMatchObject({ reason: 'blocked', changes: [] });
  });

  it('show whose each is, and what waits', async () => {
    const board = await service.board(merchant);
    expect(board).toMatchObject({
      items: [
        { identity: WIDGET, vendorName: 'Invented Reviews', vendorId: 'a'.repeat(24), decision: null },
        { identity: 'own', vendorName: null },
      ],
      changes: [{ kind: 'new', identity: WIDGET, vendorName: 'Invented Reviews', hasDiff: false }],
    });
    expect(ScriptBoardAnswer.safeParse(board).error).toBeUndefined();
  });

  it('a decision shows at once, is logged, and a check follows that reads what people said', async () => {
    const board = await service.decide(merchant, said(WIDGET));
    expect(board.changes).toEqual([]);
    expect(board.items[0]?.decision).toMatchObject({
      owner: 'Nobody Invented',
      reason: 'Shows reviews',
      hash: 'sha256-a',
    });
    expect(ScriptBoardAnswer.safeParse(board).error).toBeUndefined();
    expect(await service.log(merchant)).toMatchObject({
      rows: [{ kind: 'approved', by: '7', reason: 'Shows reviews' }],
    });
    expect(causes).toEqual([expect.stringMatching(/^said scripts:/)]);
  });

  it('a changed script shows both texts, and its approval takes the place of the one before', async () => {
    await service.decide(merchant, said(WIDGET));
    for (const [hash, text] of [
      ['sha256-a', 'before()'],
      ['sha256-b', 'after()'],
    ] as const)
      await side.keepText(merchant.shop, { hash, text });
    summary = summaryOf(anItem({ identity: NEXT, hash: 'sha256-b' }));
    const { changes } = await service.board(merchant);
    expect(changes).toMatchObject([{ kind: 'changed', fromHash: 'sha256-a', toHash: 'sha256-b', hasDiff: true }]);
    expect(JSON.stringify(changes)).not.toContain('Nobody Invented');
    expect(await service.diff(merchant, 'sha256-a', 'sha256-b')).toMatchObject({ state: 'ready' });
    expect((await service.decide(merchant, said(NEXT))).changes).toEqual([]);
    expect((await side.decisions.list(merchant.shop)).map(({ identity }) => identity)).toEqual([NEXT]);
  });

  it('a decision is taken back', async () => {
    await service.decide(merchant, said(WIDGET));
    expect((await service.withdraw(merchant, [WIDGET])).changes).toMatchObject([{ kind: 'new' }]);
    await expect(service.withdraw(merchant, [WIDGET])).rejects.toMatchObject({ status: 404 });
    expect((await service.log(merchant)).rows.map(({ kind }) => kind)).toEqual(['decision-withdrawn', 'approved']);
  });

  it.each([
    ['nobody knows', 'https://nobody.example/x.js'],
    ['needs no word', 'own'],
  ])('of one that %s none is decided', async (_what, identity) => {
    await expect(service.decide(merchant, said(WIDGET, identity))).rejects.toMatchObject({ status: 400 });
    expect([await side.decisions.list(merchant.shop), causes]).toEqual([[], []]);
  });

  it('takes a manager', async () => {
    const viewer = { ...merchant, role: 'viewer' } as const;
    await expect(service.decide(viewer, said(WIDGET))).rejects.toMatchObject({ status: 403 });
    await expect(service.withdraw(viewer, [WIDGET])).rejects.toMatchObject({ status: 403 });
    expect((await service.board(viewer)).items).toHaveLength(2);
  });
});

describe('what comes in', () => {
  const good = said(WIDGET);
  it.each<[string, unknown, boolean]>([
    ['a decision', good, true],
    ['without a script', { ...good, identities: [] }, false],
    ['of two hundred and one', { ...good, identities: Array.from({ length: 201 }, (_, at) => `x${at}`) }, false],
    ['with a long identity', { ...good, identities: ['x'.repeat(601)] }, false],
    ['without an owner', { ...good, owner: ' ' }, false],
    ['with an owner of marks that nobody sees', { ...good, owner: '\u202e\u200b' }, false],
    ['with a reason of 500 letters', { ...good, reason: 'क'.repeat(500) }, true],
    ['with a reason of 501', { ...good, reason: 'क'.repeat(501) }, false],
    ['with an operator of the store', { ...good, identities: [{ $gt: '' }] }, false],
    ['with another verdict', { ...good, verdict: 'ignored' }, false],
    ['with a field of the server’s', { ...good, decidedBy: '1' }, false],
  ])('%s', (_what, body, isTaken) => expect(DecisionBody.safeParse(body).success).toBe(isTaken));

  it('words lose what hides or turns them', () => {
    expect(DecisionBody.parse({ ...good, reason: ' a\u202e\nb ' }).reason).toBe('a b');
  });

  it.each([
    ['nothing', {}, true],
    ['two hashes', { from: `sha256-${'a'.repeat(43)}=`, to: `sha256-${'+/0'.repeat(14)}A=` }, true],
    ['no hash', { from: 'x', to: 'y' }, false],
    ['a list', { from: ['sha256-a'], to: 'y' }, false],
  ])('to lay side by side: %s', (_what, query, isTaken) => expect(DiffQuery.safeParse(query).success).toBe(isTaken));

  it('to take back: at least one', () => expect(WithdrawBody.safeParse({ identities: [] }).success).toBe(false));
});
