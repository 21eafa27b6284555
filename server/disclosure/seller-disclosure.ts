import { z } from 'zod';
import { SELLER_FIELDS, type SellerDisclosure, type SellerField } from '../../core/api/seller-disclosure.ts';
import type { Instant } from '../../core/time.ts';
import { sellerVerifiedAt } from '../../core/evidence/derived/seller-verified.ts';
import type { Clock } from '../clock.ts';
import { parseEvidence } from '../collect/parse-evidence.ts';
import type { OwnMetafields } from '../metafields/own-metafields.ts';
import { CLEAR_METAFIELDS, SET_METAFIELDS } from '../metafields/own-metafield-documents.ts';
import type { AdminApi } from '../shopify/admin-api.ts';
import type { RegistryStore } from '../verify/registry-store.ts';
import { SHOP_ID } from './shop-copy-document.ts';

/** Read by extensions/storefront/blocks/verified-seller.liquid as `app.metafields.prahari.seller.value`. */
const KEY = 'seller';
/** The date in the shop is written anew when it is older. */
const RENEW_MS = 7 * 24 * 60 * 60 * 1000;

const text = z.string().max(1_000);
const fields = Object.fromEntries(SELLER_FIELDS.map((field) => [field, text])) as Record<SellerField, typeof text>;
const Published = z.object({ ...fields, verifiedAsOf: z.iso.datetime().nullable() });
const ShopId = z.object({ shop: z.object({ id: z.string().max(200) }) });

export interface PublishedDisclosure {
  readonly shown: SellerDisclosure;
  readonly verifiedAsOf: Instant | null;
  readonly updatedAt: Instant;
}

export type SellerDisclosures = ReturnType<typeof sellerDisclosure>;

/**
 * The particulars that the shop shows, which stand in Shopify and nowhere here: names and phones are not kept twice.
 * What cannot be read as ours counts as nothing.
 */
export function sellerDisclosure({
  metafields,
  adminFor,
  registry,
  clock,
}: {
  metafields: OwnMetafields;
  adminFor: (shop: string) => AdminApi;
  registry: Pick<RegistryStore, 'entries'>;
  clock: Clock;
}) {
  const verifiedAt = async (shop: string, shown: SellerDisclosure) =>
    sellerVerifiedAt(shown, await registry.entries(shop), clock.now().toISOString());

  async function read(shop: string): Promise<PublishedDisclosure | null> {
    const held = await metafields.read(shop, KEY);
    const parsed = Published.safeParse(held === null ? null : jsonOf(held.value));
    if (held === null || !parsed.success) return null;
    const { verifiedAsOf, ...shown } = parsed.data;
    return { shown, verifiedAsOf, updatedAt: held.updatedAt };
  }

  async function publish(shop: string, shown: SellerDisclosure, verifiedAsOf: Instant | null): Promise<void> {
    const value = { ...shown, verifiedAsOf };
    await metafields.publish(shop, KEY, value);
    await copyToShop(adminFor(shop), value);
  }

  return {
    read,

    /** @throws {NotPublishedError} and what AdminApi.query throws */
    async publish(shop: string, shown: SellerDisclosure): Promise<void> {
      await publish(shop, shown, await verifiedAt(shop, shown));
    },

    async clear(shop: string): Promise<void> {
      await metafields.clear(shop, KEY);
      await copyToShop(adminFor(shop), null);
    },

    /** After a look-up: the word "verified" goes at once where it no longer holds, and its date moves once a week. */
    async renew(shop: string): Promise<void> {
      const now = await read(shop);
      if (!now) return;
      const verifiedAsOf = await verifiedAt(shop, now.shown);
      const isSame = verifiedAsOf === now.verifiedAsOf;
      const isYoung =
        verifiedAsOf !== null &&
        now.verifiedAsOf !== null &&
        Date.parse(verifiedAsOf) - Date.parse(now.verifiedAsOf) < RENEW_MS;
      if (!isSame && !isYoung) await publish(shop, now.shown, verifiedAsOf);
    },
  };
}

/**
 * The same on the shop itself, where the merchant sees it in the admin (`$app:seller`). The block does not need it: what
 * goes wrong here changes nothing that buyers see.
 */
async function copyToShop(admin: AdminApi, value: object | null): Promise<void> {
  try {
    const { data } = await admin.query(SHOP_ID);
    const place = { ownerId: parseEvidence(ShopId, data).shop.id, namespace: '$app', key: KEY };
    if (value === null) await admin.query(CLEAR_METAFIELDS, { metafields: [place] });
    else await admin.query(SET_METAFIELDS, { metafields: [{ ...place, type: 'json', value: JSON.stringify(value) }] });
  } catch {
    // The next change writes it again.
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
