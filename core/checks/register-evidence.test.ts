import { describe, expect, it } from '@jest/globals';
import { AS_OF, aTheme, aThemeFile } from '../../test/factories.ts';
import { aHostProbe, aStorefront } from '../../test/security-factories.ts';
import { anApiTrace, aVendorBook, aVendorEntry, someVendorTraces } from '../../test/vendor-factories.ts';
import { anAppBlock, aThemeWithApps } from '../../test/vendor-shop.ts';
import type { HostProbe } from '../evidence/storefront.ts';
import type { TraceSourceState, VendorEntry } from '../evidence/vendors.ts';
import { askedVendors, enteredVendors, registerGap, shownName, subjectOf, traceGap } from './register-evidence.ts';

/** A shop that everybody could look at: nobody is in it but Prahari. */
const anEmptyShop = () => ({
  ...{ theme: aTheme(), storefront: aStorefront(), vendorTraces: someVendorTraces(), vendorBook: aVendorBook() },
});
/** The same with the app of `aVendorEntry` in its theme. */
const aShopWithReviews = (entries: readonly VendorEntry[] = []) => ({
  ...anEmptyShop(),
  theme: aThemeWithApps([anAppBlock()]),
  vendorBook: aVendorBook({ entries }),
});

const NEVER_FOUND = aVendorEntry({ id: 'b'.repeat(24), name: 'Invented Courier', keys: ['host:courier.example'] });
const PLATFORM_TRACE = anApiTrace({ source: 'channels', name: 'Online Store', handle: 'online-store', appId: null });
const OURS = aVendorEntry({ id: 'c'.repeat(24), name: 'Prahari', keys: ['app:prahari'] });

describe('of whom something is asked', () => {
  it.each([
    ['nobody, in an empty shop', anEmptyShop(), []],
    ['who was found', aShopWithReviews(), ['app:invented-reviews']],
    ['who was entered and found, once', aShopWithReviews([aVendorEntry()]), ['app:invented-reviews']],
    ['who was entered alone, too', aShopWithReviews([NEVER_FOUND]), ['app:invented-reviews', 'host:courier.example']],
    [
      'neither Shopify nor Prahari, whose embed is in the theme',
      {
        ...anEmptyShop(),
        theme: aThemeWithApps([anAppBlock({ appHandle: 'prahari' })]),
        vendorTraces: someVendorTraces({ traces: [PLATFORM_TRACE] }),
      },
      [],
    ],
    ['not Prahari where somebody entered it', aShopWithReviews([OURS]), ['app:invented-reviews']],
    ['nobody where nothing was read', {}, []],
  ])('%s', (_name, evidence, subjects) => {
    expect(askedVendors(evidence, AS_OF).map(subjectOf).sort()).toEqual(subjects);
  });

  it('what is asked about an entry is asked of entered ones alone', () => {
    const names = (evidence: Parameters<typeof enteredVendors>[0]) =>
      enteredVendors(evidence, AS_OF).map(({ entry }) => entry.name);
    expect(names(aShopWithReviews())).toEqual([]);
    expect(names(aShopWithReviews([NEVER_FOUND, OURS]))).toEqual(['Invented Courier']);
  });
});

const read: TraceSourceState = { source: 'orders', state: 'read', missingScopes: [], isPartial: false };
const failed: TraceSourceState = { ...read, source: 'channels', state: 'failed' };
/** A permission would open it. */
const closed: TraceSourceState = {
  ...read,
  source: 'publications',
  state: 'not-permitted',
  missingScopes: ['read_publications'],
};
/** No permission would. */
const shut: TraceSourceState = { ...closed, source: 'gateways', missingScopes: [] };

const hosts = (...outcomes: HostProbe['outcome'][]) =>
  aStorefront({ hosts: outcomes.map((outcome, at) => aHostProbe({ host: `h${at}.example`, outcome, pages: [] })) });
const partTheme = aTheme({ moreFiles: 1 });
const sources = (...states: TraceSourceState[]) => someVendorTraces({ sources: states });

describe('what could not be looked at', () => {
  it.each([
    ['nothing', {}, null],
    ['a file of the theme', { theme: aTheme({ files: [aThemeFile({ isRead: false })] }) }, 'theme too-little'],
    ['files after the last that is read', { theme: partTheme }, 'theme too-little'],
    ['pages that turn us away', { storefront: hosts('blocked') }, 'storefront blocked'],
    [
      'pages of which one host turns us away and one is silent',
      { storefront: hosts('unreachable', 'blocked') },
      'storefront blocked',
    ],
    ['pages that nobody answers for', { storefront: hosts('unreachable') }, 'storefront too-little'],
    ['pages of one host, where another answers', { storefront: hosts('blocked', 'answered') }, null],
    ['pages behind a password', { storefront: hosts('locked') }, null],
    ['pages where there is no host at all', { storefront: hosts() }, null],
    ['a source that failed', { vendorTraces: sources(read, failed) }, 'vendorTraces too-little'],
    ['a source that wants a permission', { vendorTraces: sources(read, closed) }, 'vendorTraces not-permitted'],
    ['a source that no permission opens', { vendorTraces: sources(read, shut) }, null],
    ['both of these', { vendorTraces: sources(shut, closed) }, 'vendorTraces not-permitted'],
    ['a source with more than is read', { vendorTraces: sources({ ...read, isPartial: true }) }, null],
    ['no source at all', { vendorTraces: sources() }, null],
    [
      'one that failed before one that wants a permission',
      { vendorTraces: sources(closed, failed) },
      'vendorTraces too-little',
    ],
    [
      'the pages before the sources',
      { storefront: hosts('blocked'), vendorTraces: sources(failed) },
      'storefront blocked',
    ],
    [
      'the theme before all',
      { theme: partTheme, storefront: hosts('blocked'), vendorTraces: sources(failed) },
      'theme too-little',
    ],
  ])('%s', (_name, over, told) => {
    const gap = traceGap({ ...anEmptyShop(), ...over });
    expect(gap && `${gap.kind} ${gap.reason}`).toBe(told);
    expect(gap?.isSettled).toBeUndefined();
  });
});

describe('what keeps a check of entries from passing', () => {
  const allEntered = aShopWithReviews([aVendorEntry()]);
  it.each([
    ['nothing, in an empty shop', anEmptyShop(), null],
    ['nothing, where everybody was entered', allEntered, null],
    ['nothing, where somebody was entered who was never found', aShopWithReviews([aVendorEntry(), NEVER_FOUND]), null],
    ['one who was found and not entered', aShopWithReviews(), 'vendorBook not-stated'],
    ['one who was not, beside one who was', aShopWithReviews([NEVER_FOUND]), 'vendorBook not-stated'],
    ['a gap that might hide somebody', { ...allEntered, vendorTraces: sources(failed) }, 'vendorTraces too-little'],
    [
      'who is known before who might be',
      { ...aShopWithReviews(), vendorTraces: sources(failed) },
      'vendorBook not-stated',
    ],
    [
      'not Shopify’s own parts, which nobody enters',
      { ...anEmptyShop(), vendorTraces: someVendorTraces({ traces: [PLATFORM_TRACE] }) },
      null,
    ],
    [
      'one who was seen lately, where nobody could look this time',
      {
        ...anEmptyShop(),
        storefront: hosts('locked'),
        vendorBook: aVendorBook({
          sightings: [{ key: 'host:chat.example', firstSeenAt: AS_OF, lastSeenAt: AS_OF }],
        }),
      },
      'vendorBook not-stated',
    ],
  ])('%s', (_name, evidence, told) => {
    const gap = registerGap(evidence, AS_OF);
    expect(gap && `${gap.kind} ${gap.reason}`).toBe(told);
  });

  it.each([
    ['an unentered one', aShopWithReviews()],
    ['a gap', { ...allEntered, theme: partTheme }],
  ])('%s lets alerts about entered ones end', (_name, evidence) => {
    expect(registerGap(evidence, AS_OF)).toMatchObject({ isSettled: true });
  });
});

describe('what an alert about a vendor is known by', () => {
  const subjects = (...args: Parameters<typeof askedVendors>) => askedVendors(...args).map(subjectOf);

  it('stays the same when somebody takes the vendor over, whatever else is entered of it', () => {
    const entry = aVendorEntry({ name: 'Another name', keys: ['app:invented-reviews', 'host:a.example', 'name:a'] });
    expect(subjects(aShopWithReviews([entry]), AS_OF)).toEqual(subjects(aShopWithReviews(), AS_OF));
  });

  it('is the surest key, in whichever order they were entered', () => {
    const entry = aVendorEntry({ keys: ['name:a', 'host:a.example'] });
    expect(subjects({ ...anEmptyShop(), vendorBook: aVendorBook({ entries: [entry] }) }, AS_OF)).toEqual([
      'host:a.example',
    ]);
  });

  it('is the entry’s id where it has no key', () => {
    const entry = aVendorEntry({ keys: [] });
    expect(subjects({ ...anEmptyShop(), vendorBook: aVendorBook({ entries: [entry] }) }, AS_OF)).toEqual([entry.id]);
  });
});

describe('a name in our sentence', () => {
  it.each([
    ['Invented Reviews', 'Invented Reviews'],
    ['', ''],
    ['  Invented\n\tReviews  ', 'Invented Reviews'],
    ['Invented\u202Egnp.exe\u200B', 'Inventedgnp.exe'],
    ['<b>Invented</b> {name}', '<b>Invented</b> {name}'],
    ['x'.repeat(80), 'x'.repeat(80)],
    ['x'.repeat(81), 'x'.repeat(80)],
    ['क्ष'.repeat(40), [...'क्ष'.repeat(40)].slice(0, 80).join('')],
    ['🪔'.repeat(81), '🪔'.repeat(80)], // two code units each: none is cut in half
  ])('%j is %j', (name, shown) => {
    expect(shownName(name)).toBe(shown);
  });
});
