import { hkdfSync } from 'node:crypto';
import { KeyMissingError, KeyRingError, TamperedError } from './key-errors.ts';
import { openBytes, sealBytes } from './sealed.ts';

const KEY_BYTES = 32;
const KEY_ID = /^[A-Za-z0-9_-]{1,32}$/;

/** Purposes never share a key: a label for each. */
export type KeyPurpose =
  'wrap' | 'canary' | 'cursor' | 'beacon' | 'mail-links' | 'mail-ids' | 'mail-caps' | 'audit' | 'readers' | 'visitors';

/** HKDF-SHA256 with the purpose as its label. */
export function deriveKey(secret: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `prahari/${purpose}/v1`, KEY_BYTES));
}

/** The root keys, first one active. They never leave this object: others get derived keys or wrapped bytes. */
export class KeyRing {
  readonly activeId: string;
  readonly #keys: ReadonlyMap<string, Uint8Array>;

  private constructor(keys: ReadonlyMap<string, Uint8Array>, activeId: string) {
    this.#keys = keys;
    this.activeId = activeId;
  }

  /**
   * Reads "id:base64of32bytes,id2:…".
   * @throws {KeyRingError} naming the entry by its place, never by its text
   */
  static parse(text: string): KeyRing {
    const keys = new Map<string, Uint8Array>();
    for (const [index, entry] of text.split(',').entries()) {
      const [id = '', base64 = '', ...rest] = entry.trim().split(':');
      const key = Buffer.from(base64, 'base64');
      if (!KEY_ID.test(id) || rest.length > 0 || key.length !== KEY_BYTES || key.toString('base64') !== base64) {
        throw new KeyRingError(`Entry ${index + 1} of the key ring is not "id:32 bytes in base64".`);
      }
      if (keys.has(id)) throw new KeyRingError(`Entry ${index + 1} of the key ring repeats an id.`);
      keys.set(id, key);
    }
    const [activeId = ''] = keys.keys();
    return new KeyRing(keys, activeId);
  }

  get ids(): readonly string[] {
    return [...this.#keys.keys()];
  }

  /** @throws {KeyMissingError} */
  derive(id: string, purpose: KeyPurpose): Buffer {
    const key = this.#keys.get(id);
    if (!key) throw new KeyMissingError();
    return deriveKey(key, purpose);
  }

  wrap(place: readonly string[], plain: Uint8Array): { rootKeyId: string; wrapped: string } {
    const rootKeyId = this.activeId;
    return { rootKeyId, wrapped: sealBytes(this.derive(rootKeyId, 'wrap'), [...place, rootKeyId], plain) };
  }

  /**
   * @throws {KeyMissingError} the ring has no such root key
   * @throws {TamperedError}
   */
  unwrap(rootKeyId: string, place: readonly string[], wrapped: string): Buffer {
    const plain = openBytes(this.derive(rootKeyId, 'wrap'), [...place, rootKeyId], wrapped);
    if (!plain) throw new TamperedError();
    return plain;
  }
}
