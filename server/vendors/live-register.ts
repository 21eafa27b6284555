import type { VendorFields } from '../../core/api/vendors.ts';
import type { VendorKey } from '../../core/evidence/vendors.ts';
import { keyOfVendorId } from '../../core/vendors/keys.ts';
import { unreadOf, vendorRegister } from '../../core/vendors/register.ts';
import type { Vendor } from '../../core/vendors/vendor.ts';
import type { VendorsSummary } from '../../core/vendors-summary.ts';
import type { Clock } from '../clock.ts';
import { NotFoundError } from '../errors.ts';
import type { StoredVendor } from './vendor-record.ts';
import { MOST_KEYS } from './vendor-claims.ts';
import type { VendorSide } from './vendor-side.ts';

const MOST_HOSTS = 20;
const NOTHING_OF_US = { scopes: null, isBeaconOn: false } as const;

/** What the newest judged check found, and what people say of it at this moment. */
export interface LiveRegister {
  /** Null: no check has ended yet. */
  readonly summary: VendorsSummary | null;
  /** By risk, the highest first. */
  readonly vendors: readonly Vendor[];
  /** Records of the entries, by id. */
  readonly records: ReadonlyMap<string, StoredVendor>;
}

export type LiveRegisterReader = ReturnType<typeof liveRegister>;

/** The register as pages show it: a decision is in it at once. */
export function liveRegister({
  side,
  newestFound,
  clock,
}: {
  side: Pick<VendorSide, 'entries' | 'sightings' | 'holderOf' | 'vendors'>;
  /** What the newest judged check found; null: none has ended yet. */
  newestFound: (shop: string) => Promise<VendorsSummary | null>;
  clock: Clock;
}) {
  async function read(shop: string): Promise<LiveRegister> {
    const [summary, kept, sightings] = await Promise.all([newestFound(shop), side.entries(shop), side.sightings(shop)]);
    const book = { entries: kept.map(({ entry }) => entry), sightings };
    const vendors = vendorRegister(summary?.found ?? [], book, {
      asOf: clock.now().toISOString(),
      ...(summary?.weights && { weights: summary.weights }),
      own: summary?.own ?? NOTHING_OF_US,
      unread: summary ? unreadOf(summary) : [],
    });
    return { summary, vendors, records: new Map(kept.map(({ record }) => [record._id.toString(), record])) };
  }

  return {
    read,

    /**
     * The entry behind an id of the register.
     * @throws {NotFoundError} there is no such vendor, or nobody took it over
     */
    async enteredId(shop: string, vendorId: string): Promise<string> {
      const key = keyOfVendorId(vendorId);
      const id = key === null ? vendorId : await side.holderOf(shop, key);
      if (id === null || !(await side.vendors.find(shop, id))) throw new NotFoundError();
      return id;
    },

    /**
     * The entry behind an id of the register; what was only found is taken over first, once, whoever asks.
     * @throws {NotFoundError} there is no such vendor
     * @throws {ConflictError} the register is full
     */
    async entryId(shop: string, vendorId: string, userId: string): Promise<string> {
      const key = keyOfVendorId(vendorId);
      if (key === null) {
        if (!(await side.vendors.find(shop, vendorId))) throw new NotFoundError();
        return vendorId;
      }
      const holder = await side.holderOf(shop, key);
      if (holder !== null) return holder;
      const vendor = (await read(shop)).vendors.find(({ id }) => id === vendorId);
      if (!vendor) throw new NotFoundError();
      return side.vendors.takeOver(shop, { keys: keysOf(vendor, key), fields: fieldsOf(vendor) }, userId);
    },
  };
}

/** The key of the address comes first: whoever comes second looks by it. */
export function keysOf({ found }: Vendor, key: VendorKey): VendorKey[] {
  return [...new Set([key, ...(found?.keys ?? [])])].slice(0, MOST_KEYS);
}

function fieldsOf({ name, kind, found }: Vendor): VendorFields {
  const app = found?.keys.find((key) => key.startsWith('app:'))?.slice('app:'.length);
  return {
    ...{ name, kind, hosts: (found?.hosts ?? []).slice(0, MOST_HOSTS), handle: found?.app?.handle ?? app ?? null },
    ...{ purpose: null, owner: null, contact: null, note: null, dataClasses: [], scopes: null },
    ...{ unusedSince: null, tokenMadeOn: null },
  };
}
