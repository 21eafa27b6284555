import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AS_OF } from '../../test/a-gstin.ts';
import { LATER, YESTERDAY } from '../../test/security-factories.ts';
import { aScriptBook, aScriptDecision, aScriptSighting } from '../../test/vendor-factories.ts';
import { PAGE_KINDS, type PageKind } from '../evidence/storefront.ts';
import { scriptChanges } from './changes.ts';
import { decisionsFor } from './decisions.ts';
import { lineageOf } from './script-identity.ts';
import type { ScriptItem } from './script-item.ts';

const REVIEWS = 'https://reviews.example/widget.js';
const anItem = (over: Partial<ScriptItem> = {}): ScriptItem => ({
  identity: REVIEWS,
  what: 'script',
  origin: 'vendor',
  address: over.identity ?? REVIEWS,
  host: 'reviews.example',
  scheme: 'https',
  hash: null,
  hasIntegrity: false,
  isModule: false,
  vendorKey: 'host:reviews.example',
  namesHosts: [],
  behaviours: [],
  pageKinds: ['home'],
  place: 'www.invented-shop.example/',
  asks: [],
  seenBy: 'visit',
  ...over,
});
const inline = (hash: string, namesHosts: readonly string[]) =>
  anItem({ ...{ identity: hash, hash, address: null, scheme: 'inline', origin: 'inline-foreign' }, namesHosts });
const ofInline = (hash: string, namesHosts: readonly string[], over = {}) =>
  aScriptDecision({ identity: hash, hash, lineage: lineageOf(hash, namesHosts), ...over });
const look = (...kinds: readonly PageKind[]) => kinds.map((kind) => ({ kind, isPartial: false }));
const changesOf = (
  items: readonly ScriptItem[],
  book: Parameters<typeof aScriptBook>[0] = {},
  pagesRead: Parameters<typeof scriptChanges>[2]['pagesRead'] = look(...PAGE_KINDS),
) => scriptChanges(items, aScriptBook(book), { asOf: AS_OF, pagesRead });
const kindsOf = (...given: Parameters<typeof changesOf>) => changesOf(...given).map(({ kind }) => kind);
const decided = (over = {}) => ({ decisions: [aScriptDecision(over)] });

describe('what nobody decided on', () => {
  it.each<[string, Partial<ScriptItem>, readonly string[]]>([
    ['a vendor’s script', {}, ['new']],
    ['a vendor’s frame', { what: 'frame', identity: 'frame:a.example', address: null, scheme: null }, ['new']],
    ['inline code with foreign hosts', inline('sha256-a', ['a.example']), ['new']],
    ['the shop’s own', { origin: 'own', vendorKey: null }, []],
    ['Shopify’s own', { origin: 'platform', vendorKey: null }, []],
    ['plain inline code', { origin: 'inline-plain', vendorKey: null }, []],
    ['inline code that nobody could read', inline('sha256-a', []), []],
    ['inline code that does odd things', { ...inline('sha256-a', []), behaviours: ['decoded-eval'] }, ['new']],
    ['a blob', { ...inline('sha256-a', []), identity: 'blob:', hash: null, scheme: 'blob' }, ['new']],
  ])('%s', (_what, over, kinds) => expect(kindsOf([anItem(over)])).toEqual(kinds));

  it('since the check that saw it first; since this one, where none did', () => {
    const sightings = [aScriptSighting({ firstSeenAt: '2026-11-01T00:00:00.000Z' })];
    const items = [anItem(), anItem({ identity: 'https://a.example/x.js' })];
    expect(changesOf(items, { sightings })).toMatchObject([
      { identity: REVIEWS, since: '2026-11-01T00:00:00.000Z' },
      { identity: 'https://a.example/x.js', since: AS_OF },
    ]);
  });
});

describe('a decision', () => {
  it.each<[string, Partial<ScriptItem>, object, readonly string[]]>([
    ['covers its text', { hash: 'sha256-a' }, { hash: 'sha256-a' }, []],
    ['covers no other text', { hash: 'sha256-b' }, { hash: 'sha256-a' }, ['changed']],
    ['covers others if it says so', { hash: 'sha256-b' }, { hash: 'sha256-a', coversNewTexts: true }, []],
    ['covers any text if none was known', { hash: 'sha256-b' }, { hash: null }, []],
    ['stands while the text cannot be fetched', { hash: null }, { hash: 'sha256-a' }, []],
    ['covers other plain pages', { pageKinds: ['home', 'product'] }, {}, []],
    ['covers no cart that it does not name', { pageKinds: ['home', 'cart'] }, {}, ['near-payment']],
    ['covers no account that it does not name', { pageKinds: ['account'] }, { pageKinds: ['cart'] }, ['near-payment']],
    ['covers the cart that it names', { pageKinds: ['cart'] }, { pageKinds: ['cart'] }, []],
    ['of new texts covers no new cart', { pageKinds: ['cart'] }, { coversNewTexts: true }, ['near-payment']],
    ['against a script leaves no question', { hash: 'sha256-b' }, { verdict: 'rejected', hash: 'sha256-a' }, []],
  ])('%s', (_what, item, decision, kinds) => {
    expect(kindsOf([anItem(item)], decided(decision))).toEqual(kinds);
  });

  it('tells both texts of a changed script, and since when', () => {
    const sightings = [aScriptSighting({ hash: 'sha256-b', hashSeenAt: YESTERDAY })];
    const book = { sightings, ...decided({ hash: 'sha256-a' }) };
    const [first] = changesOf([anItem({ hash: 'sha256-b' })], book);
    expect(first).toMatchObject({ kind: 'changed', fromHash: 'sha256-a', toHash: 'sha256-b', since: YESTERDAY });
    const [again] = changesOf([anItem({ hash: 'sha256-c' })], book);
    expect(again).toMatchObject({ toHash: 'sha256-c', since: AS_OF });
  });

  it('tells since when a script runs near payment', () => {
    const sightings = [aScriptSighting({ pageKinds: ['home', 'cart'], nearPaymentAt: YESTERDAY })];
    const cart = [anItem({ pageKinds: ['home', 'cart'] })];
    expect(changesOf(cart, { sightings, ...decided() })).toMatchObject([{ since: YESTERDAY }]);
    expect(changesOf(cart, decided())).toMatchObject([{ since: AS_OF }]);
  });
});

describe('a release of a script', () => {
  const old = 'https://reviews.example/v3.1.0/widget.js';
  const next = 'https://reviews.example/v3.2.0/widget.js';
  const moved = (over: Partial<ScriptItem> = {}) => [anItem({ identity: next, ...over })];

  it.each<[string, Partial<ScriptItem>, object, readonly string[]]>([
    ['is the script changed', {}, {}, ['changed']],
    ['is covered by a word on new texts', {}, { coversNewTexts: true }, []],
    ['with the same text is the same', { hash: 'sha256-a' }, { hash: 'sha256-a' }, []],
    ['with another text is the script changed', { hash: 'sha256-b' }, { hash: 'sha256-a' }, ['changed']],
    ['of a refused script is refused', {}, { verdict: 'rejected' }, []],
  ])('%s, not one gone and one come', (_what, item, decision, kinds) => {
    expect(kindsOf(moved(item), decided({ identity: old, ...decision }))).toEqual(kinds);
  });

  it('beside the old one is new: the word was on one script', () => {
    const both = [anItem({ identity: old }), ...moved()];
    expect(kindsOf(both, decided({ identity: old }))).toEqual(['new']);
    expect(kindsOf(both, decided({ identity: old, coversNewTexts: true }))).toEqual([]);
  });

  it('of an app on Shopify’s network is known by the app', () => {
    const file = (at: string, version: number) =>
      `https://cdn.shopify.com/extensions/019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5${at}/reviews-${version}/assets/x.js`;
    expect(kindsOf([anItem({ identity: file('b', 13) })], decided({ identity: file('c', 12) }))).toEqual(['changed']);
  });

  it('of inline code is known by the hosts that it names', () => {
    const now = [inline('sha256-b', ['a.example'])];
    const before = ofInline('sha256-a', ['a.example']);
    expect(changesOf(now, { decisions: [before] })).toMatchObject([
      { kind: 'changed', fromHash: 'sha256-a', toHash: 'sha256-b' },
    ]);
    expect(kindsOf(now, { decisions: [ofInline('sha256-a', ['b.example'])] }).sort()).toEqual(['gone', 'new']);
    expect(kindsOf(now, { decisions: [{ ...before, coversNewTexts: true }] })).toEqual([]);
  });

  it('of two, one word covers one', () => {
    const two = [inline('sha256-b', ['a.example']), inline('sha256-c', ['a.example'])];
    expect(kindsOf(two, { decisions: [ofInline('sha256-a', ['a.example'])] }).sort()).toEqual(['changed', 'new']);
  });

  it('of refused inline code is a question again: other code may name the same hosts', () => {
    const decisions = [ofInline('sha256-a', ['a.example'], { verdict: 'rejected' })];
    const there = inline('sha256-a', ['a.example']);
    expect(kindsOf([there, inline('sha256-b', ['a.example'])], { decisions })).toEqual(['new']);
  });
});

describe('the same file from another host', () => {
  const moved = (identity: string, over: Partial<ScriptItem> = {}) => [anItem({ identity, ...over })];

  it.each([
    ['of the same vendor', moved('https://cdn.reviews.example/v2/widget.js'), {}],
    ['with the same text', moved('https://other.example/x.js', { hash: 'sha256-a' }), { hash: 'sha256-a' }],
    ['even if new texts are covered', moved('https://cdn.reviews.example/widget.js'), { coversNewTexts: true }],
  ])('%s is told with where it came from', (_what, items, decision) => {
    expect(changesOf(items, decided(decision))).toMatchObject([{ kind: 'host-changed', fromIdentity: REVIEWS }]);
  });

  it.each([
    ['of another vendor', moved('https://other.example/widget.js')],
    ['with another name', moved('https://cdn.reviews.example/chat.js')],
  ])('%s is another file', (_what, items) => expect(kindsOf(items, decided()).sort()).toEqual(['gone', 'new']));
});

describe('a script that is gone', () => {
  it.each<[string, object, ReturnType<typeof look>, readonly string[]]>([
    ['is told', {}, look('home'), ['gone']],
    ['and was refused is what was wanted', { verdict: 'rejected' }, look('home'), []],
    ['is not gone when its page was not read', {}, look('cart'), []],
    ['is not gone when its page was cut', {}, [{ kind: 'home', isPartial: true }], []],
    ['is not gone when one of its pages was not read', { pageKinds: ['home', 'cart'] }, look('home'), []],
    ['is not gone when no page was read', {}, [], []],
    ['of which no page is known is not gone', { pageKinds: [] }, look(...PAGE_KINDS), []],
  ])('%s', (_what, decision, pagesRead, kinds) => expect(kindsOf([], decided(decision), pagesRead)).toEqual(kinds));

  it('was last seen elsewhere: those pages count', () => {
    const sightings = [aScriptSighting({ pageKinds: ['product'], goneAt: YESTERDAY })];
    expect(kindsOf([], { sightings, ...decided() }, look('home'))).toEqual([]);
    const [gone] = changesOf([], { sightings, ...decided() }, look('product'));
    expect(gone).toMatchObject({ kind: 'gone', since: YESTERDAY, item: null });
  });

  it('and undecided is no question', () => expect(kindsOf([], { sightings: [aScriptSighting()] })).toEqual([]));
});

it('changes come oldest first', () => {
  const at = (identity: string, firstSeenAt: string) => aScriptSighting({ identity, firstSeenAt });
  const [a, b, c] = ['https://a.example/x.js', 'https://b.example/x.js', 'https://c.example/x.js'] as const;
  const items = [a, b, c].map((identity) => anItem({ identity }));
  const sightings = [at(a, LATER), at(b, YESTERDAY), at(c, AS_OF)];
  expect(changesOf(items, { sightings }).map(({ identity }) => identity)).toEqual([b, c, a]);
});

it('whatever is there and was decided: each script has one change at most, and approving all leaves none', () => {
  const address = fc.constantFrom(
    REVIEWS,
    'https://cdn.reviews.example/widget.js',
    'https://a.example/v1/x.js',
    'https://a.example/v2/x.js',
    'https://b.example/x.js',
  );
  const hash = fc.constantFrom(null, 'sha256-a', 'sha256-b');
  const pageKinds = fc.subarray([...PAGE_KINDS]);
  const items = fc.uniqueArray(fc.record({ identity: address, hash, pageKinds }), {
    selector: ({ identity }) => identity,
  });
  fc.assert(
    fc.property(items, items, (now, before) => {
      const all = now.map((over) => anItem(over));
      const changes = changesOf(all, { decisions: before.map((over) => aScriptDecision(over)) });
      expect(new Set(changes.map(({ identity }) => identity)).size).toBe(changes.length);
      expect(changesOf(all, { decisions: now.map((over) => aScriptDecision(over)) })).toEqual([]);
    }),
  );
});

it('two inventories of five thousand with one lineage are matched', () => {
  const items = Array.from({ length: 5_000 }, (_, at) => anItem({ identity: `https://a.example/v1.${at}/x.js` }));
  const decisions = Array.from({ length: 5_000 }, (_, at) =>
    aScriptDecision({ identity: `https://a.example/v2.${at}/x.js` }),
  );
  expect(decisionsFor(items, decisions).size).toBe(5_000);
});
