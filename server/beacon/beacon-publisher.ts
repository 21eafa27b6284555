import { z } from 'zod';
import { parseEvidence } from '../collect/parse-evidence.ts';
import { AppError } from '../errors.ts';
import type { AdminAnswer, AdminApi } from '../shopify/admin-api.ts';
import { CLEAR_BEACON, OUR_INSTALLATION, SET_BEACON } from './beacon-documents.ts';

/** Read by extensions/script-beacon/blocks/script-beacon.liquid as `app.metafields.prahari.beacon.value`. */
const PLACE = { namespace: 'prahari', key: 'beacon' } as const;

/** Shopify did not take the value over. Its words are English and for developers, so they are the cause alone. */
export class BeaconNotSetError extends AppError {
  constructor(cause: unknown) {
    super({
      type: 'beacon-not-set',
      title: 'Shopify did not take this setting over.',
      status: 502,
      detail: 'Nothing was changed on your shop’s pages. Try again in a few minutes.',
      cause,
    });
  }
}

const Installation = z.object({ currentAppInstallation: z.object({ id: z.string().max(200) }) });
const userErrors = z.array(z.object({ message: z.string(), code: z.string().nullish() })).max(100);
const SetAnswer = z.object({ metafieldsSet: z.object({ userErrors }) });
const ClearAnswer = z.object({ metafieldsDelete: z.object({ userErrors }) });

/** What the script on the pages needs to know. */
export interface BeaconAddress {
  readonly url: string;
  readonly token: string;
}

export type BeaconPublisher = ReturnType<typeof beaconPublisher>;

/**
 * Writes and clears the value by which the app's block on the shop's pages knows that it may report, and where to. Both
 * may be repeated.
 */
export function beaconPublisher({ adminFor }: { adminFor: (shop: string) => AdminApi }) {
  async function placeIn(admin: AdminApi) {
    const { data } = await admin.query(OUR_INSTALLATION);
    return { ownerId: parseEvidence(Installation, data).currentAppInstallation.id, ...PLACE };
  }

  return {
    /** @throws {BeaconNotSetError} and what AdminApi.query throws */
    async publish(shop: string, address: BeaconAddress): Promise<void> {
      const admin = adminFor(shop);
      const field = { ...(await placeIn(admin)), type: 'json', value: JSON.stringify(address) };
      const data = allowed(await admin.query(SET_BEACON, { metafields: [field] }));
      refuse(parseEvidence(SetAnswer, data).metafieldsSet);
    },

    /** What is not there is cleared already. @throws {BeaconNotSetError} and what AdminApi.query throws */
    async clear(shop: string): Promise<void> {
      const admin = adminFor(shop);
      const data = allowed(await admin.query(CLEAR_BEACON, { metafields: [await placeIn(admin)] }));
      refuse(parseEvidence(ClearAnswer, data).metafieldsDelete);
    },
  };
}

function allowed({ data, denied: [denial] }: AdminAnswer): unknown {
  if (denial) throw new BeaconNotSetError(new Error(`denied: ${denial.path}`));
  return data;
}

function refuse({ userErrors: [first] }: { readonly userErrors: z.output<typeof userErrors> }): void {
  if (first) throw new BeaconNotSetError(new Error(first.code ?? first.message.slice(0, 200)));
}
