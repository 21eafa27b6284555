import { GraphQLError } from 'graphql';

import type { OwnMetafield } from '../beacon/beacon-state.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { isAllowed } from './access.ts';
import { installationId, metafieldOwner, type MetafieldOwner } from './metafield-owners.ts';
import { APP_NAMESPACE, digestOf, isOurs } from './metafields.ts';
import type { FieldContext } from './resolve-field.ts';

const AT_MOST = 25;
/** Of those that our own types take. */
const TYPES = ['json', 'single_line_text_field', 'boolean'];
const ACCESS =
  'the same access level needed to mutate the owner resource. For instance, if you want to set a metafield on a product, you need the same permissions as you would need to mutate a product.';

interface MetafieldInput {
  readonly ownerId: string;
  readonly namespace?: string | null;
  readonly key: string;
  readonly type?: string | null;
  readonly value: string;
  /** Sent as null: there must be none yet. */
  readonly compareDigest?: string | null;
}
type Place = Pick<MetafieldInput, 'ownerId' | 'key'> & { readonly namespace: string };

/**
 * Metafields that the app writes: on its own installation, which its Liquid reads as `app.metafields`, on the shop, and
 * its own on orders, products and variants. All of a call or none, as Shopify does it; other owners are unknown.
 */
export function ownMetafieldsRoot(shop: ShopState, changed: () => void, nowMs: () => number) {
  const ownerOf = (gid: string) => metafieldOwner(shop, gid, nowMs());

  return {
    metafieldsSet({ metafields }: { metafields: readonly MetafieldInput[] }, { grantedScopes }: FieldContext) {
      const found = metafields.map((input, index) => ({ input, index, owner: ownerOf(input.ownerId) }));
      for (const { owner } of found) refuseWithoutScope('metafieldsSet', owner, grantedScopes);
      const userErrors = [
        ...(metafields.length > AT_MOST ? [tooMany()] : []),
        ...found.flatMap(({ input, index, owner }) => faultOf(input, index, owner)),
      ];
      if (userErrors.length > 0) return { metafields: null, userErrors };
      const updatedAt = new Date(nowMs()).toISOString();
      for (const { input, owner } of found) {
        const type = input.type ?? 'single_line_text_field';
        owner?.write(input.namespace, input.key, { type, value: input.value, updatedAt }, updatedAt);
      }
      changed();
      return { metafields: metafields.map((input) => nodeOf(shop, input, nowMs())), userErrors };
    },

    metafieldsDelete({ metafields }: { metafields: readonly Place[] }, { grantedScopes }: FieldContext) {
      const found = metafields.map((place) => ({ place, owner: ownerOf(place.ownerId) }));
      for (const { owner } of found) refuseWithoutScope('metafieldsDelete', owner, grantedScopes);
      const userErrors = found.flatMap(({ owner }, index) =>
        owner ? [] : [{ field: ['metafields', String(index), 'ownerId'], message: 'Owner does not exist' }],
      );
      if (userErrors.length > 0) return { deletedMetafields: [], userErrors };
      const deletedMetafields = found.map(({ place, owner }) => {
        if (!owner?.holds(place.namespace, place.key) || !owner.read(place.namespace, place.key)) return null;
        owner.write(place.namespace, place.key, null, new Date(nowMs()).toISOString());
        return { ownerId: place.ownerId, namespace: place.namespace, key: place.key };
      });
      changed();
      return { deletedMetafields, userErrors };
    },
  };
}

/** The metafield of our installation by this name; null: it holds none. */
export function ownMetafield(shop: ShopState, place: { namespace?: string | null; key: string }) {
  return nodeOf(shop, { ...place, ownerId: installationId(shop) }, 0);
}

/** The same of the shop itself. */
export function shopMetafield(shop: ShopState, place: { namespace?: string | null; key: string }) {
  return nodeOf(shop, { ...place, ownerId: `gid://shopify/Shop/${shop.id}` }, 0);
}

function nodeOf(shop: ShopState, { ownerId, namespace, key }: Omit<MetafieldInput, 'value'>, nowMs: number) {
  const held: OwnMetafield | null = metafieldOwner(shop, ownerId, nowMs)?.read(namespace, key) ?? null;
  if (!held) return null;
  const { type, value, updatedAt } = held;
  return {
    __typename: 'Metafield',
    id: `gid://shopify/Metafield/${ownerId.slice(ownerId.lastIndexOf('/') + 1)}${`${namespace ?? '$app'}.${key}`.length}`,
    namespace: isOurs(namespace) ? APP_NAMESPACE : namespace,
    key,
    type,
    value,
    jsonValue: value,
    compareDigest: digestOf(value),
    updatedAt,
    createdAt: updatedAt,
  };
}

function refuseWithoutScope(field: string, owner: MetafieldOwner | null, grantedScopes: readonly string[]): void {
  if (!owner || owner.scopes.length === 0) return;
  if (isAllowed({ anyOf: owner.scopes, requiredAccess: ACCESS }, grantedScopes)) return;
  throw new GraphQLError(`Access denied for ${field} field. Required access: ${ACCESS}`, {
    extensions: {
      code: 'ACCESS_DENIED',
      documentation: 'https://shopify.dev/api/usage/access-scopes',
      requiredAccess: ACCESS,
    },
  });
}

function faultOf(input: MetafieldInput, index: number, owner: MetafieldOwner | null) {
  const at = (field: string) => ['metafields', String(index), field];
  if (!owner) return [refusal(at('ownerId'), 'Owner does not exist', 'INVALID', index)];
  if (!owner.holds(input.namespace, input.key)) {
    throw new GraphQLError(`The sandbox does not hold ${input.namespace ?? '$app'}.${input.key} there.`, {
      extensions: { code: 'SANDBOX_DOES_NOT_HOLD' },
    });
  }
  const defined = owner.typeOf(input.key);
  if (input.type != null && !TYPES.includes(input.type)) {
    return [refusal(at('type'), `Type must be one of the following: ${TYPES.join(', ')}.`, 'INVALID_TYPE', index)];
  }
  if (input.type != null && defined !== null && input.type !== defined) {
    const message = `Type must be consistent with the definition's type: '${defined}'.`;
    return [refusal(at('type'), message, 'INVALID_TYPE', index)];
  }
  if (input.value === '') return [refusal(at('value'), "Value can't be blank.", 'BLANK', index)];
  if (input.type === 'json' && !isJson(input.value)) {
    return [refusal(at('value'), 'Value is invalid JSON.', 'INVALID_VALUE', index)];
  }
  if (defined !== null && /[\r\n]/.test(input.value)) {
    return [refusal(at('value'), 'Value must be a single line text string.', 'INVALID_VALUE', index)];
  }
  return isStale(input, owner)
    ? [
        refusal(
          ['metafields', String(index)],
          'The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.',
          'STALE_OBJECT',
          index,
        ),
      ]
    : [];
}

function isStale({ namespace, key, compareDigest }: MetafieldInput, owner: MetafieldOwner): boolean {
  if (compareDigest === undefined) return false;
  const held = owner.read(namespace, key);
  return compareDigest !== (held ? digestOf(held.value) : null);
}

function tooMany() {
  const message = `Exceeded the maximum metafields input limit of ${AT_MOST}.`;
  return refusal(['metafields'], message, 'LESS_THAN_OR_EQUAL_TO');
}

function refusal(field: readonly string[], message: string, code: string, elementIndex: number | null = null) {
  return { __typename: 'MetafieldsSetUserError', field, message, code, elementIndex };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
