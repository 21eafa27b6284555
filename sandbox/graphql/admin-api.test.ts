import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Sandbox } from '../start.ts';
import { accessTokenOf, askAdmin, callShop } from '../testing/shop-client.ts';
import { CLEAN, PLANTED, testSandbox } from '../testing/test-sandbox.ts';

const POSTURE = `query ShopPosture {
  shop { id name myshopifyDomain email contactEmail shopOwnerName ianaTimezone currencyCode taxesIncluded taxShipping setupRequired
    plan { publicDisplayName shopifyPlus partnerDevelopment }
    primaryDomain { id host sslEnabled url }
    domains { id host sslEnabled url }
    shopAddress { company address1 address2 city province provinceCode zip countryCodeV2 phone }
    customerAccountsV2 { customerAccountsVersion loginRequiredAtCheckout loginLinksVisibleOnStorefrontAndCheckout url }
    features { captcha harmonizedSystemCode storefront }
    alerts { description action { title url } } }
  onlineStore { passwordProtection { enabled } }
  currentAppInstallation { id accessScopes { handle } app { id handle title requestedAccessScopes { handle } optionalAccessScopes { handle } } }
  publicApiVersions { handle supported }
}`;
const THEME_FILES = `query MainThemeFiles($names: [String!]!, $after: String) {
  themes(first: 1, roles: [MAIN]) { nodes { id name role themeStoreId processing updatedAt
    files(first: 50, filenames: $names, after: $after) {
      nodes { filename checksumMd5 size contentType updatedAt
        body { __typename ... on OnlineStoreThemeFileBodyText { content } ... on OnlineStoreThemeFileBodyBase64 { contentBase64 } ... on OnlineStoreThemeFileBodyUrl { url } } }
      pageInfo { hasNextPage endCursor } userErrors { filename code } } } }
}`;
const POLICIES = '{ shop { shopPolicies { id type title url updatedAt body } } }';
const PRIVACY = `{ privacySettings { banner { enabled autoManaged } dataSaleOptOutPage { autoManaged } privacyPolicy { autoManaged supportedLocales } }
  consentPolicy { countryCode regionCode consentRequired dataSaleOptOutRequired } }`;
const LOCATIONS = `{ locations(first: 50, includeInactive: true) { nodes { id name isActive addressVerified isFulfillmentService fulfillsOnlineOrders
    address { address1 city province provinceCode zip countryCode } } }
  businessEntities { id primary companyName displayName address { address1 city province zip countryCode } } }`;

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: { message: string; path?: string[]; extensions?: Record<string, unknown> }[];
  readonly extensions?: {
    cost: {
      requestedQueryCost: number;
      actualQueryCost: number | null;
      throttleStatus: { currentlyAvailable: number };
    };
  };
}

let sandbox: Sandbox;
let token: string;

beforeAll(async () => {
  sandbox = await testSandbox();
  token = await accessTokenOf(sandbox, PLANTED);
});
afterAll(() => sandbox.close());

async function ask(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const answer = await askAdmin(sandbox, PLANTED, token, query, variables);
  expect(answer.status).toBe(200);
  return answer.json();
}

describe('queries of the Admin API', () => {
  it.each([
    ['the shop, its settings and our grant', POSTURE, {}],
    ['files of the published theme', THEME_FILES, { names: ['layout/*', 'config/settings_data.json'] }],
    ['policies', POLICIES, {}],
    ['privacy settings and consent', PRIVACY, {}],
    ['locations and business entities', LOCATIONS, {}],
  ])('answers %s', async (_what, query, variables) => {
    const answer = await ask(query, variables);
    expect(answer.errors).toBeUndefined();
    expect(Object.values(answer.data ?? {})).not.toContain(null);
  });

  it('pages through theme files, each once, with the checksum of the bytes', async () => {
    const names = new Set<string>();
    let after: string | null = null;
    let pages = 0;
    do {
      const answer = await ask(THEME_FILES, { names: ['*'], after });
      const theme = (answer.data as unknown as ThemesAnswer).themes.nodes[0];
      for (const { filename, checksumMd5, body } of theme?.files.nodes ?? []) {
        expect(names.has(filename)).toBe(false);
        expect(checksumMd5).toMatch(/^[0-9a-f]{32}$/);
        expect(body.content ?? body.contentBase64).toEqual(expect.any(String));
        names.add(filename);
      }
      after = theme?.files.pageInfo.hasNextPage ? theme.files.pageInfo.endCursor : null;
      pages += 1;
    } while (after !== null);
    expect([...names].toSorted()).toEqual(Object.keys(sandbox.shops[0]?.themes[0]?.files ?? {}).toSorted());
    expect(pages).toBeGreaterThan(1);
  });

  it('names a file that is not there, and only that', async () => {
    const answer = await ask(THEME_FILES, { names: ['sections/nothing.liquid', 'none/*'] });
    const files = (answer.data as unknown as ThemesAnswer).themes.nodes[0]?.files;
    expect(files).toMatchObject({
      nodes: [],
      userErrors: [{ filename: 'sections/nothing.liquid', code: 'NOT_FOUND' }],
    });
  });

  it.each([
    ['a null field', '{ shop { description } }', { shop: { description: null } }],
    ['a null root', '{ node(id: "gid://shopify/Product/1") { id } }', { node: null }],
    ['an empty list', '{ shop { enabledPresentmentCurrencies } }', { shop: { enabledPresentmentCurrencies: [] } }],
    [
      'an empty connection',
      '{ webhookSubscriptions(first: 5) { nodes { id } } }',
      { webhookSubscriptions: { nodes: [] } },
    ],
  ])('holds nothing, and says so with %s', async (_how, query, data) => {
    expect((await ask(query)).data).toEqual(data);
  });

  it('says so when it cannot answer a field that may not be null', async () => {
    const answer = await ask('{ shop { analyticsToken } }');
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'SANDBOX_DOES_NOT_HOLD' });
  });
});

describe('access', () => {
  it('empties the field, names what is required and answers the rest', async () => {
    const answer = await ask('{ staffMembers(first: 2) { nodes { id } } shop { name } }');
    expect(answer.data).toEqual({ staffMembers: null, shop: { name: 'Vastra Niketan (invented)' } });
    expect(answer.errors).toEqual([
      {
        message: expect.stringMatching(
          /^Access denied for staffMembers field\. Required access: `read_users` access scope\./,
        ),
        path: ['staffMembers'],
        locations: [{ line: 1, column: 3 }],
        extensions: {
          code: 'ACCESS_DENIED',
          documentation: 'https://shopify.dev/api/usage/access-scopes',
          requiredAccess: expect.stringContaining('read_users'),
        },
      },
    ]);
  });

  it('empties the parent of a denied field that may not be null', async () => {
    expect((await ask('{ orders(first: 1) { nodes { id } } }')).data).toBeNull();
  });

  it.each([
    ['{ locations(first: 1) { nodes { id } } }', 'read_locations'],
    ['{ themes(first: 1) { nodes { id } } }', 'read_themes'],
    ['{ shop { shopPolicies { id } } }', 'read_legal_policies'],
    ['{ privacySettings { banner { enabled } } }', 'read_privacy_settings'],
  ])('%s needs %s', async (query, scope) => {
    expect((await ask(query)).errors).toBeUndefined();
    await sandbox.core.changeScopes(PLANTED, { revoke: [scope] });
    // Changing themes brings reading them: the planted surplus scope would hide the loss.
    await sandbox.core.mend(PLANTED, 'surplus-scope');
    expect((await ask(query)).errors?.[0]?.extensions?.['code']).toBe('ACCESS_DENIED');
    await sandbox.core.changeScopes(PLANTED, { grant: [scope] });
    expect((await ask(query)).errors).toBeUndefined();
  });

  it.each([
    ['an optional scope', ['read_products'], ['read_products'], []],
    ['a required scope', ['read_themes'], null, ['CANNOT_REVOKE_REQUIRED_SCOPES']],
    ['a scope that nobody granted', ['read_orders'], null, ['UNKNOWN_SCOPES']],
  ])('lets the app give back %s: %j', async (_what, scopes, revoked, codes) => {
    await sandbox.core.changeScopes(PLANTED, { grant: ['read_products'] });
    const answer = await ask(
      'mutation ($scopes: [String!]!) { appRevokeAccessScopes(scopes: $scopes) { revoked { handle } userErrors { code } } }',
      { scopes },
    );
    expect(answer.data?.['appRevokeAccessScopes']).toEqual({
      revoked: revoked?.map((handle) => ({ handle })) ?? null,
      userErrors: codes.map((code) => ({ code })),
    });
    if (revoked !== null) expect(sandbox.core.describe(PLANTED)?.scopes.granted).not.toContain(revoked[0]);
  });
});

describe('documents that do not fit', () => {
  it.each([
    [
      '{ shop { nonsense } }',
      { code: 'undefinedField', typeName: 'Shop', fieldName: 'nonsense' },
      ['query', 'shop', 'nonsense'],
    ],
    ['query Q { shop(x: 1) { name } }', { code: 'argumentNotAccepted' }, ['query Q', 'shop', 'x']],
    ['{ shop }', { code: 'selectionMismatch' }, ['query', 'shop']],
    ['{ location(id: 7.5) { id } }', { code: 'argumentLiteralsIncompatible' }, ['query', 'location', 'id']],
    ['{ shop { ...Gone } }', { code: 'useAndDefineFragment' }, ['query', 'shop']],
  ])('%s', async (query, extensions, path) => {
    const answer = await ask(query);
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]).toMatchObject({ extensions, path });
  });

  it.each([
    ['no GraphQL', '{ shop {', {}, 'PARSE_ERROR'],
    ['a variable that is missing', THEME_FILES, {}, 'INVALID_VARIABLE'],
    ['a variable of another type', THEME_FILES, { names: [1] }, 'INVALID_VARIABLE'],
    ['two operations and no name', 'query A { shop { name } } query B { shop { id } }', {}, 'BAD_REQUEST'],
  ])('%s', async (_what, query, variables, code) => {
    expect((await ask(query, variables)).errors?.[0]?.extensions?.['code']).toBe(code);
  });
});

describe('the door', () => {
  const query = '{ shop { name } }';

  it.each([
    ['no token', ''],
    ['an unknown token', 'shpat_00000000000000000000000000000000'],
  ])('refuses %s with 401 and Shopify’s words', async (_what, given) => {
    const answer = await askAdmin(sandbox, PLANTED, given, query);
    expect(answer.status).toBe(401);
    expect(answer.json()).toEqual({ errors: expect.stringContaining('Invalid API key or access token') });
  });

  it('refuses the token of another shop', async () => {
    sandbox.core.install(CLEAN);
    expect((await askAdmin(sandbox, CLEAN, token, query)).status).toBe(401);
  });

  it.each([
    ['2026-10', 200, '2026-10'],
    ['2026-01', 200, '2026-10'],
    ['2019-04', 200, '2026-10'], // dead: falls forward
    ['2027-01', 404, undefined],
    ['latest', 404, undefined],
  ])('version %s: %s', async (version, status, answered) => {
    const answer = await callShop(sandbox, `https://${PLANTED}/admin/api/${version}/graphql.json`, {
      headers: { 'X-Shopify-Access-Token': token },
      body: { query },
    });
    expect(answer.status).toBe(status);
    expect(answer.headers['x-shopify-api-version']).toBe(answered);
  });

  it.each([[{}], [{ query: 7 }], [['query']]])('wants a query: %j', async (body) => {
    const answer = await callShop(sandbox, `https://${PLANTED}/admin/api/2026-10/graphql.json`, {
      headers: { 'X-Shopify-Access-Token': token },
      body,
    });
    expect(answer.status).toBe(400);
  });
});

describe('cost', () => {
  it('takes what was asked and gives back what was not needed', async () => {
    sandbox.clock.advance(60_000);
    const { cost } = (await ask('{ locations(first: 100) { nodes { id address { zip } } } }')).extensions ?? {
      cost: null,
    };
    // Two, and two objects times the root of a hundred; three locations were there.
    expect(cost).toMatchObject({
      requestedQueryCost: 22,
      actualQueryCost: 6,
      throttleStatus: { currentlyAvailable: 1_994 },
    });
  });

  it('answers THROTTLED with HTTP 200 when the points are spent, and lets in again when they are back', async () => {
    sandbox.clock.advance(60_000);
    const query = `{ ${Array.from({ length: 9 }, (_, n) => `a${n}: locations(first: 250) { nodes { id address { zip } suggestedAddresses { zip } address2: address { city } address3: address { city } } }`).join(' ')} }`;
    let answer = await ask(query);
    for (let asked = 1; answer.errors?.[0]?.extensions?.['code'] !== 'THROTTLED' && asked < 40; asked++)
      answer = await ask(query);
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toEqual([
      {
        message: 'Throttled',
        extensions: { code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/rate-limits' },
      },
    ]);
    const { requestedQueryCost, actualQueryCost, throttleStatus } = answer.extensions?.cost ?? {
      requestedQueryCost: 0,
      actualQueryCost: 0,
      throttleStatus: { currentlyAvailable: 0 },
    };
    expect(actualQueryCost).toBeNull();
    expect(throttleStatus.currentlyAvailable).toBeLessThan(requestedQueryCost);
    sandbox.clock.advance(20_000);
    expect((await ask(query)).errors).toBeUndefined();
  });

  it('takes no query above a thousand points', async () => {
    const query = `{ ${Array.from({ length: 40 }, (_, n) => `a${n}: locations(first: 250) { nodes { id address { zip } } }`).join(' ')} }`;
    expect((await ask(query)).errors?.[0]?.extensions?.['code']).toBe('MAX_COST_EXCEEDED');
  });
});

interface ThemesAnswer {
  readonly themes: {
    readonly nodes: readonly {
      readonly files: {
        readonly nodes: readonly {
          filename: string;
          checksumMd5: string;
          body: { content?: string; contentBase64?: string };
        }[];
        readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    }[];
  };
}
