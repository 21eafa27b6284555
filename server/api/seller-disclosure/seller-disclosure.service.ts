import type { SellerDisclosure, SellerDisclosureState } from '../../../core/api/seller-disclosure.ts';
import type { SellerDisclosures } from '../../disclosure/seller-disclosure.ts';
import type { RegistrationStore } from '../../shop/registrations.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import type { RegistryStore } from '../../verify/registry-store.ts';
import { requireRole } from '../access.ts';

export type SellerDisclosureService = ReturnType<typeof sellerDisclosureService>;

/** What the shop tells buyers of its seller. It stands in Shopify; what is asked here is read from there. */
export function sellerDisclosureService({
  disclosure,
  registrations,
  registry,
  clientId,
}: {
  disclosure: Pick<SellerDisclosures, 'read' | 'publish' | 'clear'>;
  registrations: Pick<RegistrationStore, 'list'>;
  registry: Pick<RegistryStore, 'entries'>;
  clientId: string;
}) {
  /** From what the shop told of itself already: the first registration, and the name that the registry has for it. */
  async function suggestedFor(shop: string): Promise<Partial<SellerDisclosure>> {
    const [first] = await registrations.list(shop);
    if (!first) return {};
    const entry = (await registry.entries(shop)).find(({ gstin }) => gstin === first.gstin);
    const legalName = entry?.known?.record.legalName;
    return { gstin: first.gstin, ...(legalName && { legalName }) };
  }

  async function read({ shop }: Merchant): Promise<SellerDisclosureState> {
    const now = await disclosure.read(shop);
    return {
      shown: now?.shown ?? null,
      updatedAt: now?.updatedAt ?? null,
      suggested: now ? {} : await suggestedFor(shop),
      verifiedAsOf: now?.verifiedAsOf ?? null,
      editorUrls: editorUrlsFor(shop, clientId),
    };
  }

  return {
    read,

    /** @throws {NotPublishedError} Shopify did not take it over; what stood there stands */
    async publish(merchant: Merchant, shown: SellerDisclosure): Promise<SellerDisclosureState> {
      requireRole(merchant, 'manager');
      await disclosure.publish(merchant.shop, shown);
      return read(merchant);
    },

    /** @throws {NotPublishedError} */
    async clear(merchant: Merchant): Promise<void> {
      requireRole(merchant, 'manager');
      await disclosure.clear(merchant.shop);
    },
  };
}

/** Names of blocks are those of their files in extensions/storefront/blocks. */
function editorUrlsFor(shop: string, clientId: string): SellerDisclosureState['editorUrls'] {
  const editor = `https://${shop}/admin/themes/current/editor`;
  const block = (name: string) => `${encodeURIComponent(clientId)}/${name}`;
  return {
    seller: `${editor}?template=index&addAppBlockId=${block('verified-seller')}&target=newAppsSection`,
    cart: `${editor}?template=cart&addAppBlockId=${block('buyer-gstin')}&target=mainSection`,
    cartEmbed: `${editor}?context=apps&activateAppId=${block('buyer-gstin-embed')}`,
  };
}
