import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AS_OF } from '../../test/factories.ts';
import { anAppRecord, aVendorBook, aVendorEntry, aVendorPaper } from '../../test/vendor-factories.ts';
import { aVendorShop } from '../../test/vendor-shop.ts';
import { SCRIPT_PLACES, VENDOR_RISK_WEIGHTS } from '../data/vendor-risk.ts';
import type { VendorBook, VendorEntry } from '../evidence/vendors.ts';
import { NO_CHANGES } from '../gst/law.ts';
import { registerOf, unreadOf, vendorRegister } from './register.ts';
import type { FoundVendor } from './vendor.ts';

const own = {
  scopes: ['read_themes', 'read_legal_policies', 'read_privacy_settings', 'read_locations'],
  isBeaconOn: false,
};

function aFound(over: Partial<FoundVendor> = {}): FoundVendor {
  const key = over.keys?.[0] ?? 'app:invented-reviews';
  return {
    ...{ key, keys: [key], name: 'Invented Reviews', kind: 'app', isRecognised: true, isPlatform: false },
    ...{ app: null, hosts: [], scripts: 'none', traces: [], strength: 'strong', isActive: true },
    ...over,
  };
}

const register = (
  found: FoundVendor[],
  book: Partial<VendorBook> = {},
  unread: Parameters<typeof vendorRegister>[2]['unread'] = [],
) => vendorRegister(found, aVendorBook(book), { asOf: AS_OF, own, unread });
/** Everybody but us. */
const others = (...given: Parameters<typeof register>) => register(...given).filter(({ isOurs }) => !isOurs);
const one = (found: Partial<FoundVendor> | null, entry: Partial<VendorEntry> | null = null) => {
  const entries = entry === null ? [] : [aVendorEntry(entry)];
  const [vendor] = others(found === null ? [] : [aFound(found)], { entries });
  if (!vendor) throw new Error('nobody is in the register');
  return vendor;
};

describe('the register', () => {
  it('holds an entry without any trace: apps that only call the Admin API leave none', () => {
    expect(one(null, { keys: [] })).toMatchObject({ id: 'a'.repeat(24), found: null, isRecognised: true });
  });

  it('joins what was found with the entry that holds one of its keys, and has one id for it', () => {
    const keys = ['app:invented-reviews', 'appid:202'];
    expect(one({ keys }, { keys: ['appid:202'], name: 'As we call it' })).toMatchObject({
      ...{ id: 'a'.repeat(24), name: 'As we call it', found: { keys } },
    });
    expect(one({ keys }).id).toMatch(/^f-/);
  });

  it('makes one vendor of several that a person merged', () => {
    const found = [
      aFound({ keys: ['host:a.example'], scripts: 'sensitive', hosts: ['a.example'] }),
      aFound({ keys: ['app:b'], app: anAppRecord({ scopes: ['read_orders'] }), scripts: 'storefront' }),
    ];
    const book = { entries: [aVendorEntry({ keys: ['host:a.example', 'app:b'] })] };
    expect(others(found, book)).toMatchObject([
      { scopes: ['read_orders'], facts: { scripts: 'sensitive' }, found: { keys: ['app:b', 'host:a.example'] } },
    ]);
  });

  it('gives a vendor whom two entries claim to the one with the surest key, always', () => {
    const entries = [
      aVendorEntry({ id: 'b'.repeat(24), keys: ['host:a.example'] }),
      aVendorEntry({ id: 'c'.repeat(24), keys: ['app:a'] }),
    ];
    const found = [aFound({ keys: ['app:a', 'host:a.example'] })];
    for (const order of [entries, [...entries].reverse()]) {
      const holders = others(found, { entries: order }).filter((vendor) => vendor.found);
      expect(holders.map(({ id }) => id)).toEqual(['c'.repeat(24)]);
    }
  });

  it('cannot make another’s app Shopify’s own by merging', () => {
    const found = [aFound({ keys: ['platform:online-store'], isPlatform: true }), aFound({ keys: ['app:b'] })];
    const [vendor] = others(found, { entries: [aVendorEntry({ keys: ['platform:online-store', 'app:b'] })] });
    expect(vendor?.isPlatform).toBe(false);
  });

  it('tells when any of the keys was seen', () => {
    const sightings = [
      { key: 'appid:202', firstSeenAt: '2026-03-01T00:00:00.000Z', lastSeenAt: '2026-11-20T00:00:00.000Z' },
      { key: 'app:invented-reviews', firstSeenAt: '2026-05-01T00:00:00.000Z', lastSeenAt: '2026-11-21T00:00:00.000Z' },
    ];
    const [vendor] = others([aFound({ keys: ['app:invented-reviews', 'appid:202'] })], { sightings });
    expect(vendor).toMatchObject({ firstSeenAt: '2026-03-01T00:00:00.000Z', lastSeenAt: '2026-11-21T00:00:00.000Z' });
  });

  it('puts the highest risk first', () => {
    const found = [aFound({ keys: ['host:a.example'], kind: 'script' }), aFound({ scripts: 'sensitive' })];
    expect(others(found).map(({ id }) => id)[0]).toBe(one({ scripts: 'sensitive' }).id);
  });

  it('is worked out anew where anything else is known', () => {
    const evidence = aVendorShop();
    const risky = { ...evidence, law: { ...NO_CHANGES, vendorRisk: { ...VENDOR_RISK_WEIGHTS, assuranceTakes: 0 } } };
    expect(registerOf(evidence, AS_OF)).toBe(registerOf(evidence, AS_OF));
    expect(registerOf(risky, AS_OF)[0]?.risk.risk).toBeGreaterThan(registerOf(evidence, AS_OF)[0]?.risk.risk ?? 100);
  });
});

describe('our own entry', () => {
  const ours = (over: Partial<typeof own> = {}) =>
    vendorRegister([], aVendorBook(), { asOf: AS_OF, own: { ...own, ...over } }).find(({ isOurs }) => isOurs);

  it('stands in each register with what was granted, asks for nothing, and scores low', () => {
    expect(ours()).toMatchObject({ name: 'Prahari', scopes: own.scopes, scopesFrom: 'shopify', nextStep: null });
    // read_themes counts 2 of 4, since theme files may hold keys; answers, terms and a contact speak for us.
    expect(ours()?.risk).toMatchObject({ exposure: 0.4, assurance: 0.45, staleness: 1, risk: 29, riskClass: 'low' });
  });

  it('counts its script when the beacon is on, and each permission that was granted since', () => {
    expect(ours({ isBeaconOn: true })?.facts.scripts).toBe('storefront');
    expect(ours({ isBeaconOn: true })?.risk.risk).toBeGreaterThan(ours()?.risk.risk ?? 100);
    expect(ours({ scopes: ['read_orders'] })?.risk).toMatchObject({ risk: 53, riskClass: 'medium' });
  });

  it('is one entry, whether its embed is in the theme or somebody took it over', () => {
    const found = [aFound({ keys: ['app:prahari'] })];
    const book = { entries: [aVendorEntry({ keys: ['app:prahari'], name: 'Another name' })] };
    expect(register(found, book).map(({ name, isOurs }) => [name, isOurs])).toEqual([['Prahari', true]]);
  });
});

describe('what nobody knows', () => {
  it.each([
    ['an app whose permissions nobody tells', { app: null }, null, [3]],
    ['an app that asks for none', { app: anAppRecord({ scopes: [] }) }, null, []],
    ['a permission that the list does not hold', { app: anAppRecord({ scopes: ['write_everything'] }) }, null, [3]],
    ['permissions as a person stated them', null, { statedScopes: ['read_products'] }, [0]],
    [
      'Shopify’s word before a person’s',
      { app: anAppRecord({ scopes: ['read_customers'] }) },
      { statedScopes: [] },
      [3],
    ],
    ['a script without an app', { keys: ['host:a.example'], kind: 'script' }, null, []],
    [
      'a script that is said to see customers',
      { keys: ['host:a.example'] },
      { keys: ['host:a.example'], kind: 'script', dataClasses: ['customers'] },
      [3],
    ],
    ['Shopify’s own', { keys: ['platform:online-store'], isPlatform: true }, null, []],
  ] as const)('%s', (_, found, entry, sensitivities) => {
    expect(one(found, entry).facts.sensitivities).toEqual(sensitivities);
  });

  it.each([
    ['write_themes', 'sensitive'],
    ['read_themes', 'none'],
    ['write_script_tags', 'sensitive'],
    ['write_products', 'none'],
  ])('%s puts scripts: %s', (scope, place) => {
    expect(one({ app: anAppRecord({ scopes: [scope] }) }).facts.scripts).toBe(place);
  });
});

describe('the next step', () => {
  const breach = { id: 'b', happenedOn: '2026-11-01', notedAt: AS_OF, closedAt: null };
  const app = anAppRecord({ scopes: ['read_products'] });
  const answers = { answeredAt: AS_OF, reviewedAt: AS_OF };
  const approval = { at: AS_OF, by: '1', scopes: null };
  const themeWriter = anAppRecord({ scopes: ['write_themes'] });
  it.each([
    ['all in order', { app }, {}, null],
    ['an incident, and nobody answers', { app }, { breaches: [breach], hasOwner: false }, 'handle-breach'],
    ['a stranger', { isRecognised: false }, null, 'identify'],
    ['known, not entered', { app }, null, 'approve'],
    ['unused for 90 days', { app }, { unusedSince: '2026-08-24', hasOwner: false }, 'remove'],
    ['unused for 89 days', { app }, { unusedSince: '2026-08-25' }, null],
    ['no owner', { app }, { hasOwner: false }, 'approve'],
    ['no approval', { app }, { approval: null }, 'approve'],
    ['more permissions than approved', { app }, { approval: { ...approval, scopes: [] } }, 'review-scopes'],
    ['high risk without a report', { scripts: 'sensitive' }, { papers: [] }, 'get-report'],
    ['a paper of 30 days more', { app }, { papers: [aVendorPaper({ validUntil: '2026-12-22' })] }, 'renew-paper'],
    ['personal data without a contract', { app }, { dataClasses: ['customers'], papers: [] }, 'get-contract'],
    [
      'high risk, answers that were read, no contact',
      { app: themeWriter },
      { papers: [], questionnaire: answers, hasContact: false, approval },
      'add-contact',
    ],
    ['a token of unknown age', { app }, { kind: 'custom-app', tokenMadeOn: null }, 'rotate-token'],
    ['a token of 365 days', { app }, { kind: 'custom-app', tokenMadeOn: '2025-11-22' }, null],
    ['reviewed half a year ago', { app }, { reviewedAt: '2026-05-20T00:00:00.000Z' }, 'review'],
    ['Shopify’s own', { isPlatform: true }, null, null],
  ] as const)('%s', (_, found, entry, step) => {
    expect(one(found, entry).nextStep).toBe(step);
  });
});

describe('laws of the number', () => {
  const found = fc.record({
    scopes: fc.subarray(['read_products', 'read_orders', 'write_themes', 'read_customers', 'odd_scope']),
    scripts: fc.constantFrom(...SCRIPT_PLACES),
  });
  const vendorOf = ({ scopes, scripts }: { scopes: string[]; scripts: (typeof SCRIPT_PLACES)[number] }) =>
    aFound({ scripts, app: anAppRecord({ scopes }) });
  const riskOf = (vendor: FoundVendor, entry: Partial<VendorEntry>) =>
    others([vendor], { entries: [aVendorEntry(entry)] })[0]?.risk.risk ?? -1;
  const paper = fc.constantFrom(
    ...([
      'soc2-type2',
      'iso-27001',
      'pci-aoc',
      'soc3',
      'penetration-test',
      'badge',
      'contract',
      'privacy-policy',
      'security-page',
    ] as const),
  );

  it('more evidence never raises it', () => {
    fc.assert(
      fc.property(found, fc.array(paper), paper, fc.boolean(), (known, kinds, more, hasContact) => {
        const papers = kinds.map((kind) => aVendorPaper({ kind }));
        const before = riskOf(vendorOf(known), { papers, hasContact });
        expect(
          riskOf(vendorOf(known), { papers: [...papers, aVendorPaper({ kind: more })], hasContact }),
        ).toBeLessThanOrEqual(before);
        expect(riskOf(vendorOf(known), { papers, hasContact: true })).toBeLessThanOrEqual(before);
        const questionnaire = { answeredAt: AS_OF, reviewedAt: AS_OF };
        expect(riskOf(vendorOf(known), { papers, hasContact, questionnaire })).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('more exposure never lowers it', () => {
    fc.assert(
      fc.property(found, fc.constantFrom('read_products', 'write_themes', 'another_odd_one'), (known, scope) => {
        const before = riskOf(vendorOf(known), {});
        expect(riskOf(vendorOf({ ...known, scopes: [...known.scopes, scope] }), {})).toBeGreaterThanOrEqual(before);
        expect(riskOf(vendorOf({ ...known, scripts: 'sensitive' }), {})).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('does not depend on the order of what is known', () => {
    const vendors = ['app:a', 'app:b', 'host:c.example', 'gateway:d'].map((key) => aFound({ keys: [key], name: key }));
    const entries = [aVendorEntry({ id: '1', keys: ['app:a', 'host:c.example'] }), aVendorEntry({ id: '2', keys: [] })];
    const expected = register(vendors, { entries });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(vendors, { minLength: 4 }),
        fc.shuffledSubarray(entries, { minLength: 2 }),
        (some, kept) => {
          const keysOf = (all: typeof expected) => all.map(({ id, risk, found: seen }) => [id, risk, seen?.keys]);
          expect(keysOf(register(some, { entries: kept }))).toEqual(keysOf(expected));
        },
      ),
    );
  });
});

describe('a source that was denied', () => {
  const lately = '2026-11-10T00:00:00.000Z';
  const seen = (key: string, lastSeenAt = lately) => ({ key, firstSeenAt: '2026-01-01T00:00:00.000Z', lastSeenAt });
  const keysLeft = (sightings: VendorBook['sightings'], unread: Parameters<typeof register>[2]) =>
    others([], { sightings }, unread).map(({ name, lastSeenAt }) => [name, lastSeenAt]);

  it.each([
    ['gateway:purana-pay', 'gateways', 'purana-pay'],
    ['app:chat', 'theme', 'chat'],
    ['host:chat.example', 'storefront', 'chat.example'],
    ['known:klaviyo', 'theme', 'Klaviyo'],
    ['carrier:tez rates.tez.example', 'carrier-services', 'tez rates.tez.example'],
  ] as const)('leaves %s in the register while %s cannot be read', (key, part, name) => {
    expect(keysLeft([seen(key)], [part])).toEqual([[name, lately]]);
    expect(keysLeft([seen(key)], [])).toEqual([]); // looked for, and gone
    expect(keysLeft([seen(key)], ['metaobjects'])).toEqual([]); // another one's silence says nothing of it
    expect(keysLeft([seen(key, '2026-10-20T00:00:00.000Z')], [part])).toEqual([]); // too long ago
  });

  it('never hides an entry, a trace or ourselves', () => {
    const [, ...rest] = register([aFound()], { entries: [aVendorEntry({ keys: [] })] }, ['theme', 'storefront']);
    expect(rest).toHaveLength(2);
  });

  it('is one vendor for the keys of one row', () => {
    expect(keysLeft([seen('known:judge-me'), seen('app:judge-me-reviews')], ['theme'])).toHaveLength(1);
  });

  it('doubts an app known by number alone when none of its sources could be read', () => {
    const all = unreadOf({ sources: [], themeReason: null, storefrontReason: null });
    expect(keysLeft([seen('appid:7')], all)).toHaveLength(1);
    expect(keysLeft([seen('appid:7')], ['orders'])).toEqual([]);
  });
});
