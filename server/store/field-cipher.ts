import { createHmac } from 'node:crypto';
import type { DataKey } from './data-keys.ts';
import { TamperedError } from './key-errors.ts';
import { deriveKey } from './key-ring.ts';
import { openBytes, sealBytes } from './sealed.ts';

const VERSION = 'v1';

/** Where a sealed value lives. A value copied to another place does not open. */
export interface FieldPlace {
  readonly collection: string;
  readonly field: string;
  /** The document's own id, or whatever names it once in its shop. */
  readonly id: string;
}

/** Encrypts single fields under their shop's own key. */
export interface FieldCipher {
  /** "v1.keyId.base64url" */
  seal(shop: string, place: FieldPlace, plain: string): Promise<string>;
  /**
   * @throws {KeyMissingError} the shop's key was erased, or the ring lacks the root key
   * @throws {TamperedError} altered, or moved here from elsewhere
   */
  open(shop: string, place: FieldPlace, sealed: string): Promise<string>;
  /** Equal values of one shop and purpose get equal words; those of two shops never do. Normalise first. */
  blindIndex(shop: string, purpose: string, value: string): Promise<string>;
  /** Erases the shop's key: nothing that was sealed for it opens again. */
  forget(shop: string): Promise<void>;
}

/** What the cipher asks of the keys. */
export interface ShopKeys {
  current(shop: string): Promise<DataKey>;
  named(shop: string, keyId: string): Promise<DataKey>;
  forget(shop: string): Promise<void>;
}

export function createFieldCipher(keys: ShopKeys): FieldCipher {
  /** Derived once for each key, and gone with it: a page opens hundreds of fields. */
  const fieldKeys = new WeakMap<DataKey['key'], Buffer>();
  function fieldKeyOf(key: DataKey['key']): Buffer {
    const known = fieldKeys.get(key) ?? deriveKey(key, 'field');
    fieldKeys.set(key, known);
    return known;
  }

  return {
    async seal(shop, place, plain) {
      const { id, key } = await keys.current(shop);
      return `${VERSION}.${id}.${sealBytes(fieldKeyOf(key), associated(shop, place, id), Buffer.from(plain))}`;
    },

    async open(shop, place, sealed) {
      const [version, keyId, word, ...rest] = sealed.split('.');
      if (version !== VERSION || !keyId || !word || rest.length > 0) throw new TamperedError();
      const { key } = await keys.named(shop, keyId);
      const plain = openBytes(fieldKeyOf(key), associated(shop, place, keyId), word);
      if (!plain) throw new TamperedError();
      return plain.toString();
    },

    async blindIndex(shop, purpose, value) {
      const { key } = await keys.current(shop);
      return createHmac('sha256', deriveKey(key, 'blind-index'))
        .update(JSON.stringify([shop, purpose, value]))
        .digest('base64url');
    },

    forget: (shop) => keys.forget(shop),
  };
}

const associated = (shop: string, { collection, field, id }: FieldPlace, keyId: string): readonly string[] => [
  VERSION,
  shop,
  collection,
  field,
  id,
  keyId,
];
