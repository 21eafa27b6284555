import type { FieldCipher } from '../store/field-cipher.ts';

/** What people write of a vendor in their own words. Sealed one by one: a change of one never undoes another. */
export const VENDOR_TEXTS = ['purpose', 'owner', 'contact', 'note'] as const;
export type VendorText = (typeof VENDOR_TEXTS)[number];
export type VendorTextValues = Readonly<Partial<Record<VendorText, string | null>>>;

export const SEALED_FIELDS = {
  purpose: 'purposeSealed',
  owner: 'ownerSealed',
  contact: 'contactSealed',
  note: 'noteSealed',
} as const satisfies Record<VendorText, string>;

type Place = VendorText | 'approval' | 'accepted-risk' | 'breach';

/** Seals and opens under the vendor's own id; of a breach under the breach's. */
export function vendorTexts(cipher: FieldCipher) {
  const place = (field: Place, id: string) => ({ collection: 'vendors', field, id });

  return {
    seal: (shop: string, field: Place, id: string, text: string) => cipher.seal(shop, place(field, id), text),

    /** Null where nothing is written. */
    async open(shop: string, field: Place, id: string, sealed: string | null | undefined): Promise<string | null> {
      return sealed == null ? null : cipher.open(shop, place(field, id), sealed);
    },

    /** The fields of a record for those texts that are given; an empty one takes the field away. */
    async fields(shop: string, id: string, texts: VendorTextValues) {
      const set: Partial<Record<(typeof SEALED_FIELDS)[VendorText], string>> = {};
      const unset: Partial<Record<(typeof SEALED_FIELDS)[VendorText], 1>> = {};
      for (const name of VENDOR_TEXTS) {
        const text = texts[name];
        if (text === undefined) continue;
        if (text === null) unset[SEALED_FIELDS[name]] = 1;
        else set[SEALED_FIELDS[name]] = await cipher.seal(shop, place(name, id), text);
      }
      return { set, unset };
    },
  };
}

export type VendorTexts = ReturnType<typeof vendorTexts>;
