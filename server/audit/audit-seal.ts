import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { AuditMark } from '../../core/audit/audit-entry.ts';
import { KeyMissingError } from '../store/key-errors.ts';
import type { KeyRing } from '../store/key-ring.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Signs lines, so that whoever rewrites a log in the store needs the key ring too. */
export interface AuditSeal {
  /** "keyId.base64url" */
  sign(shop: string, mark: AuditMark): string;
  /** `key-gone`: it was signed under a key that has left the ring. */
  judge(shop: string, mark: AuditMark, signature: string): 'valid' | 'wrong' | 'key-gone';
}

export function auditSeal(ring: Pick<KeyRing, 'activeId' | 'derive'>): AuditSeal {
  const keys = new Map<string, Buffer>();
  const keyOf = (id: string): Buffer => {
    const key = keys.get(id) ?? ring.derive(id, 'audit');
    keys.set(id, key);
    return key;
  };
  const macOf = (key: Buffer, shop: string, { seq, hash }: AuditMark): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify([shop, seq, hash]))
      .digest();

  return {
    sign: (shop, mark) => `${ring.activeId}.${macOf(keyOf(ring.activeId), shop, mark).toString('base64url')}`,

    judge(shop, mark, signature) {
      const [keyId = '', word = '', ...rest] = signature.split('.');
      const given = Buffer.from(word, 'base64url');
      if (rest.length > 0) return 'wrong';
      try {
        const mac = macOf(keyOf(keyId), shop, mark);
        return given.length === mac.length && timingSafeEqual(given, mac) ? 'valid' : 'wrong';
      } catch (error) {
        if (error instanceof KeyMissingError) return 'key-gone';
        throw error;
      }
    },
  };
}
