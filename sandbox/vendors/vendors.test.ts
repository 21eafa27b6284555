import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { MainTheme } from '../../core/evidence/kinds.ts';
import type { ApiTrace, VendorTraces } from '../../core/evidence/vendors.ts';
import { foundVendors } from '../../core/vendors/found-vendors.ts';
import { promisedNames, promisedVendors } from '../../test/promised-vendors.ts';
import { sandboxEvidence } from '../../test/sandbox-evidence.ts';
import { readAppConfig } from '../app-config.ts';
import { VENDOR_DEFECTS } from '../vendor-defects.ts';
import { accessTokenOf, askAdmin, callShop } from '../testing/shop-client.ts';
import { CLEAN, PLANTED, testSandbox } from '../testing/test-sandbox.ts';
import type { Sandbox } from '../start.ts';

/** Where a theme's own code names a host. */
const IN_CODE: ReadonlySet<string> = new Set(['theme-script', 'page-frame', 'page-form']);

let sandbox: Sandbox;
const read = new Map<string, { readonly theme: MainTheme; readonly traces: VendorTraces }>();

beforeAll(async () => {
  sandbox = await testSandbox();
  const evidenceOf = sandboxEvidence(sandbox);
  for (const shop of [CLEAN, PLANTED]) {
    const { theme, vendorTraces } = await evidenceOf(shop, { gstins: [] }, ['theme', 'vendorTraces']);
    if (theme?.status !== 'collected' || vendorTraces?.status !== 'collected')
      throw new Error(`${shop} cannot be read.`);
    read.set(shop, { theme: theme.value, traces: vendorTraces.value });
  }
});
afterAll(() => sandbox.close());

describe('who else is inside, as the README promises and the collectors find', () => {
  const promised = promisedVendors();

  it.each([
    ['the clean twin', CLEAN, ['both']],
    ['the shop with everything', PLANTED, ['both', 'busy']],
  ])('%s', (_which, shop, rows) => {
    const wanted = promised
      .filter(({ where }) => rows.includes(where))
      .flatMap(({ who, how }) => how.map((one): Place => [who, one]));
    expect(foundIn(shop)).toEqual(wanted.toSorted(byText));
  });

  it.each([
    ['the clean twin', CLEAN, 'clean'],
    ['the shop with everything', PLANTED, 'busy'],
  ] as const)('is one vendor from many traces: %s', (_which, shop, rows) => {
    const seen = read.get(shop);
    const found = foundVendors(seen ? { theme: seen.theme, vendorTraces: seen.traces } : {})
      // Hosts in the code of the theme stand in the table of defects.
      .filter(({ traces }) => traces.some(({ source }) => !IN_CODE.has(source)))
      .map(({ name }) => name.toLowerCase());
    expect(found.toSorted()).toEqual(promisedNames(rows));
  });

  it('is read from every source, none refused and none in part', () => {
    for (const { traces } of read.values()) {
      expect(traces.sources.filter(({ state, isPartial }) => state !== 'read' || isPartial)).toEqual([]);
    }
  });

  it('is told by Shopify, or not, or refused', () => {
    expect(read.get(PLANTED)?.theme.apps?.map(({ handle, record }) => [handle, record?.title ?? null])).toEqual([
      ['anjaan-popup', null],
      ['sitara-reviews', 'Sitara Reviews (invented)'],
      ['namaste-chat', 'Namaste Chat (invented)'],
    ]);
  });

  it('knows which embed is switched off', () => {
    const off = (shop: string) =>
      read.get(shop)?.theme.files.flatMap(({ appBlocks = [] }) => appBlocks.filter(({ isDisabled }) => isDisabled));
    expect(off(CLEAN)).toEqual([]);
    expect(off(PLANTED)).toMatchObject([{ appHandle: 'namaste-chat', isEmbed: true }]);
  });
});

describe('a scope that the merchant took back', () => {
  // A scope to write brings the reading along: what is taken back here was not granted in that way, too.
  const optional = readAppConfig().scopes.optional.filter((scope) => scope.startsWith('read_'));
  const writing = readAppConfig().scopes.optional.filter((scope) => !scope.startsWith('read_'));

  it.each([
    ['read_shipping', ['carrier-services']],
    ['read_orders', ['orders', 'gateways']],
    ['read_products', ['publications', 'fulfillment-services']],
    ['read_discounts', ['discounts']],
    ['read_validations', ['validations']],
    ['read_metaobject_definitions', ['metaobjects']],
  ])('%s closes %j and nothing else', async (scope, closed) => {
    const evidenceOf = sandboxEvidence(sandbox);
    await evidenceOf(CLEAN, { gstins: [] }, ['vendorTraces']); // grants every scope, once
    await sandbox.core.changeScopes(CLEAN, { revoke: [scope, ...writing] });
    const { vendorTraces } = await evidenceOf(CLEAN, { gstins: [] }, ['vendorTraces']);
    await sandbox.core.changeScopes(CLEAN, { grant: optional });
    const sources = vendorTraces?.status === 'collected' ? vendorTraces.value.sources : [];
    expect(sources.filter(({ state }) => state !== 'read')).toEqual(
      closed.map((source) => ({ source, state: 'not-permitted', missingScopes: [scope], isPartial: false })),
    );
  });

  it.each([
    ['read_shipping', '{ carrierServices(first: 1) { nodes { name } } }', 'carrierServices'],
    ['read_products', '{ shop { name fulfillmentServices { handle } } }', 'fulfillmentServices'],
    ['read_discounts', '{ appDiscountTypesNodes(first: 1) { nodes { title } } }', 'appDiscountTypesNodes'],
  ])('%s: asked all the same, the answer is refused as Shopify refuses', async (scope, query, field) => {
    const token = await accessTokenOf(sandbox, CLEAN);
    await sandbox.core.changeScopes(CLEAN, {
      grant: optional.filter((one) => one !== scope),
      revoke: [scope, 'read_orders', ...writing],
    });
    const answer = (await askAdmin(sandbox, CLEAN, token, query)).json();
    await sandbox.core.changeScopes(CLEAN, { grant: optional });
    expect(answer['errors']).toMatchObject([
      { path: expect.arrayContaining([field]), extensions: { code: 'ACCESS_DENIED' } },
    ]);
  });
});

describe('each of those whom nobody knows or needs', () => {
  it.each(VENDOR_DEFECTS.map((defect) => [defect.id, defect] as const))(
    '%s changes what is found, until it is mended',
    async (id) => {
      const evidenceOf = sandboxEvidence(sandbox);
      const found = async () => {
        const { theme, vendorTraces } = await evidenceOf(CLEAN, { gstins: [] }, ['theme', 'vendorTraces']);
        if (theme?.status !== 'collected' || vendorTraces?.status !== 'collected') return null;
        return foundVendors({ theme: theme.value, vendorTraces: vendorTraces.value }).map(({ key, isActive }) => ({
          key,
          isActive,
        }));
      };
      const before = await found();
      await sandbox.core.plant(CLEAN, id);
      const planted = await found();
      await sandbox.core.mend(CLEAN, id);
      expect(planted).not.toEqual(before);
      expect(await found()).toEqual(before);
    },
  );
});

describe('what embedded apps bring into the pages', () => {
  const scriptsOf = async (host: string) =>
    [
      ...(await callShop(sandbox, `https://${host}/`)).text.matchAll(
        /src="(https:\/\/cdn\.shopify\.com\/extensions\/[^"]+)"/g,
      ),
    ].map(([, address = '']) => address);

  it('is a script from the platform’s file store while they are switched on', async () => {
    const clean = await scriptsOf('www.saaf-dukaan.example');
    expect(clean.map((address) => address.replace(/.*extensions\/[^/]+/, ''))).toEqual([
      '/sitara-reviews-41/assets/stars.js',
      '/namaste-chat-8/assets/bubble.js',
    ]);
    const answer = await callShop(sandbox, clean[0] ?? '');
    expect([answer.status, answer.text.includes('invented')]).toEqual([200, true]);
    expect((await callShop(sandbox, 'https://cdn.shopify.com/extensions/x/y-1/assets/none.js')).status).toBe(404);
  });

  it('is gone when they are switched off', async () => {
    await sandbox.core.mend(PLANTED, 'storefront-still-locked');
    const busy = await scriptsOf('www.vastra-niketan.example');
    expect(busy.map((address) => /([a-z-]+)-\d+\/assets/.exec(address)?.[1])).toEqual([
      'anjaan-popup',
      'sitara-reviews',
    ]);
  });
});

type Place = readonly [who: string, how: string];

/** What was read, as the README tells it: each vendor by the title that Shopify tells, else by what it is called. */
function foundIn(shop: string): Place[] {
  const found = read.get(shop);
  if (!found) return [];
  const { theme, traces } = found;
  const titles = new Map(traces.traces.flatMap(({ appId, name }) => (appId && name ? [[appId, name]] : [])));
  const places = [
    ...traces.traces.map((trace): Place => [nameOf(trace, titles), howOf(trace)]),
    ...theme.files.flatMap(({ appBlocks = [] }) =>
      appBlocks.map(({ appHandle, blockHandle, isEmbed }): Place => [
        theme.apps?.find(({ handle, record }) => handle === appHandle && record)?.record?.title ?? appHandle,
        `${isEmbed ? 'embed' : 'block'} \`${appHandle}/${blockHandle}\``,
      ]),
    ),
  ];
  return places.toSorted(byText);
}

function nameOf({ appId, name, handle }: ApiTrace, titles: ReadonlyMap<string, string>): string {
  return name ?? (appId && titles.get(appId)) ?? handle ?? 'nobody';
}

function howOf({ source, host }: ApiTrace): string {
  return host === null ? source : `${source} at \`${host}\``;
}

function byText(a: Place, b: Place): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
