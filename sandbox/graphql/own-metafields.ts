import { beaconOf, type OwnMetafield } from '../beacon/beacon-state.ts';
import type { ShopState } from '../shops/shop-state.ts';

const AT_MOST = 25;
/** Of those that our own types take. */
const TYPES = ['json', 'single_line_text_field', 'boolean'];

interface MetafieldInput {
  readonly ownerId: string;
  readonly namespace?: string | null;
  readonly key: string;
  readonly type?: string | null;
  readonly value: string;
}
type Place = Pick<MetafieldInput, 'ownerId' | 'key'> & { readonly namespace: string };

/**
 * Metafields on the app's own installation, which the app's Liquid reads as `app.metafields`. All of a call or none, as
 * Shopify does it; other owners are not held here, and are refused as unknown.
 */
export function ownMetafieldsRoot(shop: ShopState, changed: () => void, nowMs: () => number) {
  const ownerId = installationId(shop);
  const held = () => beaconOf(shop).metafields;

  return {
    metafieldsSet({ metafields }: { metafields: readonly MetafieldInput[] }) {
      const userErrors = [
        ...(metafields.length > AT_MOST
          ? [
              refusal(
                ['metafields'],
                `Exceeded the maximum metafields input limit of ${AT_MOST}.`,
                'LESS_THAN_OR_EQUAL_TO',
              ),
            ]
          : []),
        ...metafields.flatMap((input, index) => faultOf(input, index, ownerId)),
      ];
      if (userErrors.length > 0) return { metafields: null, userErrors };
      const updatedAt = new Date(nowMs()).toISOString();
      for (const { namespace, key, type, value } of metafields) {
        held()[`${namespace ?? '$app'}.${key}`] = { type: type ?? 'single_line_text_field', value, updatedAt };
      }
      changed();
      return {
        metafields: metafields.map((input) => nodeOf(shop, `${input.namespace ?? '$app'}.${input.key}`)),
        userErrors,
      };
    },

    metafieldsDelete({ metafields }: { metafields: readonly Place[] }) {
      const userErrors = metafields.flatMap((place, index) =>
        place.ownerId === ownerId
          ? []
          : [{ field: ['metafields', String(index), 'ownerId'], message: 'Owner does not exist' }],
      );
      if (userErrors.length > 0) return { deletedMetafields: [], userErrors };
      const deletedMetafields = metafields.map((place) => {
        const name = `${place.namespace}.${place.key}`;
        const isHeld = Object.hasOwn(held(), name);
        Reflect.deleteProperty(held(), name);
        return isHeld ? { ownerId, namespace: place.namespace, key: place.key } : null;
      });
      changed();
      return { deletedMetafields, userErrors };
    },
  };
}

/** The metafield of our installation by this name; null: it holds none. */
export function ownMetafield(shop: ShopState, { namespace, key }: { namespace?: string | null; key: string }) {
  return nodeOf(shop, `${namespace ?? '$app'}.${key}`);
}

export const installationId = ({ id }: Pick<ShopState, 'id'>): string => `gid://shopify/AppInstallation/${id}`;

function nodeOf(shop: ShopState, name: string) {
  const held: OwnMetafield | undefined = beaconOf(shop).metafields[name];
  const [namespace, key] = name.split('.');
  if (!held) return null;
  const { type, value, updatedAt } = held;
  const id = `gid://shopify/Metafield/${shop.id}${name.length}`;
  return {
    __typename: 'Metafield',
    id,
    namespace,
    key,
    type,
    value,
    jsonValue: value,
    updatedAt,
    createdAt: updatedAt,
  };
}

function faultOf(input: MetafieldInput, index: number, ownerId: string) {
  const at = (field: string) => ['metafields', String(index), field];
  if (input.ownerId !== ownerId) return [refusal(at('ownerId'), 'Owner does not exist', 'INVALID', index)];
  if (input.type != null && !TYPES.includes(input.type)) {
    return [refusal(at('type'), `Type must be one of the following: ${TYPES.join(', ')}.`, 'INVALID_TYPE', index)];
  }
  if (input.value === '') return [refusal(at('value'), "Value can't be blank.", 'BLANK', index)];
  return input.type === 'json' && !isJson(input.value)
    ? [refusal(at('value'), 'Value is invalid JSON.', 'INVALID_VALUE', index)]
    : [];
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
