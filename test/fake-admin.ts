import { commerceAnswers } from './fake-commerce.ts';
import { traceAnswers } from './fake-vendors.ts';
import { textLines } from '../server/http/text-lines.ts';
import type { AccessDenial, AdminApi } from '../server/shopify/admin-api.ts';

/** What a shop of Shopify's says, by the name of the question; by "File", the text of the file at `url`. */
export type AdminAnswers = Record<string, (variables: Readonly<Record<string, unknown>>) => unknown>;

/** An answer that a missing scope emptied. */
export class Denied {
  readonly denial: AccessDenial;
  constructor(path: string) {
    this.denial = { path, requiredAccess: 'a scope' };
  }
}

export interface FakeThemeFile {
  readonly filename: string;
  readonly checksumMd5: string;
  readonly content: string;
}

/** Every scope that a question needs. */
const GRANTED = [
  ...['read_themes', 'read_legal_policies', 'read_privacy_settings', 'read_locations'],
  ...['read_orders', 'read_products', 'read_companies'],
  ...['read_shipping', 'read_publications', 'read_discounts', 'read_metaobject_definitions'],
  ...['read_delivery_customizations', 'read_payment_customizations', 'read_validations'],
];

/** An invented shop in Pune with nothing wrong; tests change what they are about. */
export function shopAnswers({ files = [] }: { files?: readonly FakeThemeFile[] } = {}): AdminAnswers {
  const page = { hasNextPage: false, endCursor: null };
  const theme = (nodes: readonly unknown[]) => ({
    themes: {
      nodes: [
        { id: 'gid://shopify/OnlineStoreTheme/1', name: 'Marigold', files: { nodes, pageInfo: page, userErrors: [] } },
      ],
    },
  });
  return {
    ...commerceAnswers(),
    ...traceAnswers(),
    ShopPosture: () => ({
      shop: {
        currencyCode: 'INR',
        taxesIncluded: true,
        ianaTimezone: 'Asia/Kolkata',
        setupRequired: false,
        plan: { publicDisplayName: 'Basic', shopifyPlus: false, partnerDevelopment: false },
        shopAddress: { city: 'Pune', provinceCode: 'MH', zip: '411001', countryCodeV2: 'IN' },
        customerAccountsV2: { customerAccountsVersion: 'NEW_CUSTOMER_ACCOUNTS' },
        features: { captcha: true },
      },
      onlineStore: { passwordProtection: { enabled: false } },
    }),
    GrantedScopes: () => ({
      currentAppInstallation: {
        accessScopes: GRANTED.map((handle) => ({ handle })),
      },
    }),
    OurInstallation: () => ({ currentAppInstallation: { id: 'gid://shopify/AppInstallation/1' } }),
    OwnMetafield: () => ({ currentAppInstallation: { metafield: null } }),
    ShopId: () => ({ shop: { id: 'gid://shopify/Shop/1' } }),
    SetMetafields: () => ({ metafieldsSet: { metafields: [{ id: 'gid://shopify/Metafield/1' }], userErrors: [] } }),
    ReceiveTrigger: () => ({ flowTriggerReceive: { userErrors: [] } }),
    ClearMetafields: () => ({ metafieldsDelete: { deletedMetafields: [null], userErrors: [] } }),
    Domains: () => ({
      shop: {
        primaryDomain: { host: 'marigold.example' },
        domains: [{ host: 'marigold.example', sslEnabled: true }],
      },
    }),
    Locations: () => ({
      locations: {
        nodes: [
          {
            id: 'gid://shopify/Location/1',
            name: 'Pune',
            isActive: true,
            isFulfillmentService: false,
            fulfillsOnlineOrders: true,
            address: { city: 'Pune', provinceCode: 'MH', zip: '411001', countryCode: 'IN' },
          },
        ],
        pageInfo: page,
      },
    }),
    Policies: () => ({
      shop: {
        shopPolicies: [
          'PRIVACY_POLICY',
          'REFUND_POLICY',
          'SHIPPING_POLICY',
          'TERMS_OF_SERVICE',
          'CONTACT_INFORMATION',
        ].map((type) => ({
          type,
          url: `https://marigold.example/policies/${type.toLowerCase()}`,
          body: `<p>${'Words that a lawyer wrote. '.repeat(40)}</p>`,
          updatedAt: '2026-09-01T08:00:00Z',
        })),
      },
    }),
    Privacy: () => ({ privacySettings: { banner: { enabled: true } }, consentPolicy: [] }),
    ThemeFileList: () =>
      theme(files.map(({ filename, checksumMd5, content }) => ({ filename, checksumMd5, size: `${content.length}` }))),
    ThemeFileBodies: ({ names }) =>
      theme(
        files
          .filter(({ filename }) => (names as string[]).includes(filename))
          .map(({ filename, checksumMd5, content }) => ({
            filename,
            checksumMd5,
            body: { __typename: 'OnlineStoreThemeFileBodyText', content },
          })),
      ),
  };
}

/** Answers from a table that tests may change while it is used. `asked` holds the names of the questions, in order. */
export function fakeAdmin(answers: AdminAnswers): AdminApi & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async query(document, variables = {}) {
      const name = /^(?:query|mutation) (\w+)/.exec(document)?.[1] ?? '';
      asked.push(name);
      const answer = answers[name];
      if (!answer) throw new Error(`the fake shop has no answer to ${name}`);
      const data = await answer(variables);
      if (data instanceof Denied) return { data: null, denied: [data.denial] };
      return { data, denied: [] };
    },
    async *fileLines(url) {
      const file = answers['File'];
      if (!file) throw new Error('the fake shop has no file');
      yield* textLines(
        (async function* () {
          yield Buffer.from(String(await file({ url })));
        })(),
        { maxChars: 1_000_000 },
      );
    },
  };
}
