import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { fakeAdmin } from '../../../test/fake-admin.ts';
import { identityProviders } from '../../../test/identity-providers.ts';
import { testProduct, type TestProduct } from '../../../test/product.ts';
import type { AdminApi } from '../../shopify/admin-api.ts';
import type { RestUsers } from '../../shopify/rest-users.ts';
import { peopleSide } from '../people-side.ts';
import { restUsers } from './shopify-rest.ts';

const aMember = (over: object = {}) => ({
  ...{ active: true, isShopOwner: false, accountType: 'REGULAR', email: 'priya@shop.example', name: 'Priya' },
  ...over,
});
const onePage = (nodes: readonly unknown[]): AdminApi => ({
  query: async () => ({
    data: { staffMembers: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } },
    denied: [],
  }),
  fileLines: () => {
    throw new Error('there is no file');
  },
});

let system: TestProduct;
beforeAll(async () => {
  system = await testProduct();
});
afterAll(() => system.close());

/** What is known of the accounts of a store that Shopify tells this of. */
async function known(admin: AdminApi, { scopes = ['read_users'], rest }: { scopes?: string[]; rest?: RestUsers } = {}) {
  const { store, cipher, clock } = system;
  const guardedFetch = identityProviders(() => clock.now()).fetch;
  const side = peopleSide({
    ...{ connection: store.connection, cipher, clock, guardedFetch, log: pino({ level: 'silent' }) },
    ...(rest && { restUsers: rest }),
  });
  const shop = `s${randomUUID()}.myshopify.com`;
  await side.platform.read(shop, admin, scopes);
  return (await side.book(shop))?.accounts.map(({ facts }) =>
    Object.fromEntries(Object.entries(facts).map(([fact, said]) => [fact, [said[0]?.source, said[0]?.value]])),
  );
}

describe('the staff that Shopify lists', () => {
  it.each([
    ['REGULAR', 'regular'],
    ['INVITED_STORE_OWNER', 'invited'],
    ['COLLABORATOR_TEAM_MEMBER', 'collaborator'],
    ['SAML', 'saml'],
    ['OF_TOMORROW', undefined],
  ])('%s is %s', async (accountType, kind) => {
    const accounts = await known(onePage([aMember({ accountType, isShopOwner: true })]));
    expect(accounts).toEqual([
      {
        isActive: ['shopify-staff', true],
        isOwner: ['shopify-staff', true],
        ...(kind && { kind: ['shopify-staff', kind] }),
      },
    ]);
  });

  it('is not asked for without the scope, and a refusal costs nothing', async () => {
    const silent: AdminApi = { ...onePage([]), query: () => Promise.reject(new Error('asked')) };
    expect(await known(onePage([aMember()]), { scopes: ['read_themes'] })).toBeUndefined();
    expect(await known(silent)).toBeUndefined();
    expect(await known(fakeAdmin({}))).toBeUndefined();
  });

  it('is nothing when a page leads to itself for ever', async () => {
    const loop: AdminApi = {
      ...onePage([]),
      query: async () => ({
        data: { staffMembers: { nodes: [aMember()], pageInfo: { hasNextPage: true, endCursor: 'x' } } },
        denied: [],
      }),
    };
    expect(await known(loop)).toBeUndefined();
  });
});

describe('users by REST', () => {
  const aUser = (over: object) => ({
    email: 'priya@shop.example',
    account_owner: false,
    user_type: 'regular',
    ...over,
  });

  it.each([
    [true, 'unnamed'],
    [false, undefined], // whether it is kept true is not verified: nobody is blamed by it
    [null, undefined],
  ])('whose second factor is %s: %s', (told, secondFactor) => {
    const [account] = restUsers({ users: [aUser({ 'tfa_enabled?': told })] }).accounts;
    expect(account?.facts.secondFactor).toBe(secondFactor);
  });

  it('stand beside the staff list', async () => {
    const rest: RestUsers = async () => ({ users: [aUser({ 'tfa_enabled?': true })] });
    expect((await known(onePage([aMember()]), { rest }))?.[0]).toMatchObject({
      isActive: ['shopify-staff', true],
      secondFactor: ['shopify-rest', 'unnamed'],
    });
  });

  it.each([[null], [{ users: 'none' }], [{}]])('that answer %j tell nothing', async (answer) => {
    const told = await known(onePage([aMember()]), { rest: async () => answer });
    expect(told?.[0]).not.toHaveProperty('secondFactor');
  });
});
