import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import {
  NoDeprecatedCustomRule,
  TypeInfo,
  buildClientSchema,
  getNamedType,
  parse,
  specifiedRules,
  validate,
  visit,
  visitWithTypeInfo,
  type IntrospectionQuery,
} from 'graphql';
import { ADMIN_API_VERSION } from '../shopify/admin-api.ts';
import { DOCUMENTS } from './documents.ts';

interface PublishedSchema {
  readonly data: IntrospectionQuery;
  readonly offline_scopes: {
    readonly items: readonly { typeName: string; fieldName?: string; offlineScopes: readonly string[] }[];
  };
}

/** Deprecated without a successor in any stable version. */
const KEPT_DEPRECATED = ['Shop.domains'];
/**
 * Customer data of Shopify's second level. None of our questions asks for any: the schema marks every name, and this one is
 * that of a role ("Location admin"), which tells who may change a company's number. It is compared and dropped.
 */
const KEPT_PROTECTED: readonly string[] = ['CompanyContactRole.name'];

const toolkit = createRequire(import.meta.url).resolve('@shopify/ai-toolkit/package.json');
const file = join(toolkit, '..', `skills/shopify-admin/assets/admin_${ADMIN_API_VERSION}.json.br`);
const published = JSON.parse(brotliDecompressSync(readFileSync(file)).toString('utf8')) as PublishedSchema;
const schema = buildClientSchema(published.data);

/** What the schema says in words alone (`requiredAccess`), or more fully than in its list of scopes. */
const SAID_IN_WORDS: readonly (readonly [what: string, scopes: readonly string[]])[] = [
  ['Catalog', ['read_products', 'read_product_listings']],
  ['DeliveryCarrierService', ['read_orders', 'read_shipping', 'read_markets']],
  ['FulfillmentService', ['read_fulfillments', 'read_products', 'read_custom_fulfillment_services']],
];

/** Scopes of which one opens a type or a field; none listed, none needed. */
const openedBy = new Map<string, readonly string[]>([
  ...published.offline_scopes.items.map(
    ({ typeName, fieldName, offlineScopes }) =>
      [fieldName ? `${typeName}.${fieldName}` : typeName, offlineScopes] as const,
  ),
  ...SAID_IN_WORDS,
]);

interface PublishedType {
  readonly name: string;
  /** Null for scalars, unions and inputs. */
  readonly fields: readonly { readonly name: string; readonly isProtected: boolean }[] | null;
}

const protectedFields = new Set(
  (published.data.__schema.types as unknown as readonly PublishedType[]).flatMap(({ name, fields }) =>
    (fields ?? []).filter(({ isProtected }) => isProtected).map((field) => `${name}.${field.name}`),
  ),
);

const appToml = readFileSync(join(import.meta.dirname, '../../shopify.app.toml'), 'utf8');
const installScopes = /^scopes = "([^"]*)"/m.exec(appToml)?.[1]?.split(',') ?? [];
const [, optionalList = ''] = /^optional_scopes = \[([^\]]*)\]/m.exec(appToml) ?? [];
const optionalScopes = [...optionalList.matchAll(/"([^"]+)"/g)].map(([, scope]) => scope ?? '');
/** Enabled by Shopify's support alone, so asked for nowhere. */
const SCOPES_BY_SUPPORT = ['read_users'];
/** Opened by a section of shopify.app.toml, and by no question. */
const SCOPES_OF_SECTIONS = /^\[app_proxy\]$/m.test(appToml) ? ['write_app_proxy'] : [];
const LISTED = [...installScopes, ...optionalScopes, ...SCOPES_BY_SUPPORT];

/** "Type.field" and "Type" for everything that a document reads. */
function reads(document: string): string[] {
  const found = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    parse(document),
    visitWithTypeInfo(info, {
      Field(node) {
        const type = info.getType();
        found.add(`${info.getParentType()?.name}.${node.name.value}`);
        if (type) found.add(getNamedType(type).name);
      },
    }),
  );
  return [...found];
}

const cases = DOCUMENTS.map(
  (entry) => [/(?:query|mutation) (\w+)/.exec(entry.document)?.[1] ?? 'bulk', entry] as const,
);

describe('questions to the Admin API', () => {
  it.each(cases)('%s is valid in the published schema', (_name, { document }) => {
    expect(validate(schema, parse(document), specifiedRules)).toEqual([]);
  });

  it.each(cases)('%s asks for nothing deprecated', (_name, { document }) => {
    const messages = validate(schema, parse(document), [NoDeprecatedCustomRule]).map(({ message }) => message);
    expect(messages.filter((message) => !KEPT_DEPRECATED.some((field) => message.includes(field)))).toEqual([]);
  });

  it.each(cases)('%s asks for no protected customer data', (_name, { document }) => {
    const kept = reads(document).filter((field) => protectedFields.has(field));
    expect(kept.filter((field) => !KEPT_PROTECTED.includes(field))).toEqual([]);
  });

  it.each(cases)(
    '%s needs the scopes that it names, and Shopify knows that we ask for them',
    (_name, { document, scopes }) => {
      const needed = reads(document)
        .map((what) => openedBy.get(what) ?? [])
        .filter((alternatives) => alternatives.length > 0);
      for (const alternatives of needed) {
        expect(alternatives.some((scope) => scopes.includes(scope))).toBe(true);
      }
      for (const scope of scopes) expect(needed.some((alternatives) => alternatives.includes(scope))).toBe(true);
      expect(needed.length > 0).toBe(scopes.length > 0);
      expect(LISTED).toEqual(expect.arrayContaining([...scopes]));
    },
  );

  it('lists no scope in shopify.app.toml that no question needs, and each that one needs', () => {
    const asked = DOCUMENTS.flatMap(({ scopes, ownerScopes = [] }) => [...scopes, ...ownerScopes]);
    expect([...new Set([...asked, ...SCOPES_OF_SECTIONS])].sort()).toEqual([...LISTED].sort());
  });
});
