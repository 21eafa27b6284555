import type { FlowFact } from '../flow/flow-fact.ts';
import type { FieldCipher } from '../store/field-cipher.ts';

export type Sealing = ReturnType<typeof createSealing>;

/** What of a delivery is kept encrypted, each field bound to its delivery: the words that were composed, and facts. */
export function createSealing(cipher: FieldCipher) {
  const place = (field: 'body' | 'fact', id: string) => ({ collection: 'deliveries', field, id });
  return {
    sealBody: (shop: string, id: string, body: string) => cipher.seal(shop, place('body', id), body),
    openBody: (shop: string, id: string, sealed: string) => cipher.open(shop, place('body', id), sealed),
    sealFact: (shop: string, id: string, fact: FlowFact) => cipher.seal(shop, place('fact', id), JSON.stringify(fact)),
    // Nothing else was ever sealed there.
    openFact: async (shop: string, id: string, sealed: string) =>
      JSON.parse(await cipher.open(shop, place('fact', id), sealed)) as FlowFact,
  };
}
