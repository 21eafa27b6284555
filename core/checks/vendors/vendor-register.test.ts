import { describe, expect, it } from '@jest/globals';
import { assess, assessWithout } from '../../../test/assess.ts';
import { aResource, aTheme, aThemeFile, AS_OF } from '../../../test/factories.ts';
import { aHostProbe, aPage, aPageScript, aStorefront } from '../../../test/security-factories.ts';
import { anApiTrace, aVendorBook, aVendorEntry, someVendorTraces } from '../../../test/vendor-factories.ts';
import { anAppBlock, aThemeWithApps, aVendorShop, judgedVendors } from '../../../test/vendor-shop.ts';
import type { EvidenceByKind } from '../../evidence/kinds.ts';
import { vendorRegister as check } from './vendor-register.ts';

const judge = (evidence: Partial<EvidenceByKind>) => judgedVendors(check, evidence);
const subjects = (evidence: Partial<EvidenceByKind>) => assess(check, evidence).findings.map(({ subject }) => subject);
const traces = (...over: Parameters<typeof anApiTrace>) => someVendorTraces({ traces: over.map(anApiTrace) });
/** Somebody entered another vendor, which leaves no trace. */
const begun = () => aVendorBook({ entries: [aVendorEntry({ id: 'b'.repeat(24), keys: [] })] });
const nobody = { name: null, appId: null };

describe('security/vendor-register', () => {
  it.each([
    ['entered and approved', {}, 'pass', []],
    ['known, and nobody began', { entry: null }, 'fail', ['notBegun medium']],
    ['known and not entered', { entry: null, vendorBook: begun() }, 'fail', ['notEntered medium']],
    ['without a purpose', { entry: { hasPurpose: false } }, 'fail', ['noPurpose medium']],
    ['without an owner', { entry: { hasOwner: false } }, 'fail', ['noOwner medium']],
    ['without data', { entry: { dataClasses: [] } }, 'fail', ['noData medium']],
    ['without approval', { entry: { approval: null } }, 'fail', ['noApproval medium']],
    [
      'without anything: one finding',
      { entry: { hasPurpose: false, hasOwner: false, approval: null } },
      'fail',
      ['noPurpose medium'],
    ],
  ] as const)('%s: %s', (_, shop, outcome, found) => {
    expect(judge(aVendorShop(shop))).toEqual([outcome, found, []]);
  });

  it('tells once of all whom everybody knows, and of each stranger, until somebody begins', () => {
    const known = [
      { name: 'One', appId: '1' },
      { name: 'Two', appId: '2' },
    ];
    const strange = { ...nobody, source: 'gateways', name: 'purana-pay' } as const;
    const vendorTraces = traces(...known, strange);
    expect(subjects({ vendorTraces })).toEqual(['gateway:purana-pay', 'register']);
    expect(subjects({ vendorTraces, vendorBook: begun() })).toEqual(
      expect.arrayContaining(['appid:1', 'appid:2', 'gateway:purana-pay']),
    );
  });

  it.each([
    ['an app of which Shopify tells nothing', { theme: aThemeWithApps([anAppBlock()]) }, ['unrecognised high']],
    [
      'a courier’s unknown host',
      { vendorTraces: traces({ ...nobody, source: 'carrier-services', host: 'a.courier.example' }) },
      ['unrecognised high'],
    ],
    [
      'a gateway of nobody known',
      { vendorTraces: traces({ ...nobody, source: 'gateways', name: 'purana-pay' }) },
      ['unrecognised high'],
    ],
    [
      'an order source that is a name alone',
      { vendorTraces: traces({ ...nobody, source: 'order-attributions', name: 'Someone' }) },
      ['unrecognised medium'],
    ],
    ['an app whose title Shopify tells', { vendorTraces: traces({}), vendorBook: begun() }, ['notEntered medium']],
    [
      'a vendor of our table',
      { vendorTraces: traces({ ...nobody, source: 'gateways', name: 'Razorpay Secure' }), vendorBook: begun() },
      ['notEntered medium'],
    ],
    [
      'a public library host',
      { theme: aTheme({ files: [aThemeFile({ resources: [aResource({ host: 'cdn.jsdelivr.net' })] })] }) },
      ['unrecognised high'],
    ],
  ] as const)('%s', (_, evidence, found) => {
    expect(judge(evidence)).toEqual(['fail', found, []]);
  });

  it.each([
    ['Shopify’s own channels', { vendorTraces: traces({ name: 'Online Store', appId: '580111' }) }],
    ['cash on delivery', { vendorTraces: traces({ ...nobody, source: 'gateways', name: 'Cash on Delivery (COD)' }) }],
    [
      'the shop’s own host',
      { theme: aTheme({ files: [aThemeFile({ resources: [aResource({ host: 'cdn.invented-shop.example' })] })] }) },
    ],
    ['nothing at all', {}],
  ] as const)('asks nothing of %s, and takes an empty register for no answer', (_, evidence) => {
    expect(judge(evidence)).toEqual(['notAssessed', [], ['vendorBook not-stated']]);
  });

  it('keeps its alert when a found vendor is taken over', () => {
    const before = subjects(aVendorShop({ entry: null, vendorBook: begun() }));
    expect(subjects(aVendorShop({ entry: { approval: null } }))).toEqual(before);
    expect(before).toEqual(['app:invented-reviews']);
  });

  it('is one finding for a vendor, however many its pages and scripts', () => {
    const script = (path: string) =>
      aPageScript({ address: `https://cdn.chat.example/${path}`, host: 'cdn.chat.example' });
    const pages = [
      aPage({ scripts: [script('a.js'), script('b.js')] }),
      aPage({ kind: 'cart', path: '/cart', scripts: [script('c.js')] }),
    ];
    const storefront = aStorefront({ hosts: [aHostProbe({ pages })] });
    expect(subjects({ storefront })).toEqual(['host:chat.example']);
  });

  it.each(['theme', 'storefront', 'vendorTraces', 'vendorBook'] as const)('without %s is not assessed', (kind) => {
    expect(assessWithout(kind, check, aVendorShop()).outcome).toBe('notAssessed');
  });

  it.each([
    [
      'a file that could not be read',
      { theme: aTheme({ files: [aThemeFile({ isRead: false })] }) },
      'theme too-little',
    ],
    [
      'a storefront that turned the visit away',
      { storefront: aStorefront({ hosts: [aHostProbe({ outcome: 'blocked', pages: [] })] }) },
      'storefront blocked',
    ],
    [
      'a source that a permission would open',
      { vendorTraces: closed(['read_shipping']) },
      'vendorTraces not-permitted',
    ],
    [
      'a source that failed',
      {
        vendorTraces: someVendorTraces({
          sources: [{ source: 'orders', state: 'failed', missingScopes: [], isPartial: false }],
        }),
      },
      'vendorTraces too-little',
    ],
  ] as const)('passes nobody over %s', (_, evidence, gap) => {
    const known = { vendorBook: aVendorBook({ entries: [aVendorEntry({ keys: [] })] }) };
    expect(judge({ ...known, ...evidence })).toEqual(['notAssessed', [], [gap]]);
    // Who was entered is known all the same: an alert about that vendor ends.
    expect(assess(check, { ...known, ...evidence }).isSettled).toBe(true);
  });

  it('holds nobody responsible for a source that no permission opens', () => {
    const vendorBook = aVendorBook({ entries: [aVendorEntry({ keys: [] })] });
    expect(judge({ vendorBook, vendorTraces: closed([]) })[0]).toBe('pass');
  });

  it('keeps whoever was seen where nobody could look this time', () => {
    const sightings = [
      { key: 'gateway:purana-pay', firstSeenAt: '2026-10-01T00:00:00.000Z', lastSeenAt: '2026-11-20T00:00:00.000Z' },
    ];
    const vendorBook = aVendorBook({ sightings });
    const vendorTraces = someVendorTraces({
      sources: [{ source: 'gateways', state: 'not-permitted', missingScopes: ['read_orders'], isPartial: false }],
    });
    expect(judge({ vendorBook, vendorTraces })).toEqual(['fail', ['lastSeen medium'], []]);
    expect(judge({ vendorBook })[0]).toBe('notAssessed'); // looked for, and gone
  });

  it('shows a foreign name without what hides or turns text', () => {
    const vendorTraces = traces({ name: `Evil\u202Egnp.exe\u0000 ${'x'.repeat(500)}` });
    const [finding] = assess(check, { vendorTraces }, AS_OF).findings;
    expect(finding?.data['vendor']).toMatch(/^Evilgnp\.exe +x+$/);
    expect(String(finding?.data['vendor']).length).toBeLessThanOrEqual(80);
  });
});

function closed(missingScopes: readonly string[]) {
  return someVendorTraces({
    sources: [{ source: 'carrier-services', state: 'not-permitted', missingScopes, isPartial: false }],
  });
}
