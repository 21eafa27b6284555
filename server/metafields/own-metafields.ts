import { z } from 'zod';
import { parseEvidence } from '../collect/parse-evidence.ts';
import { AppError } from '../errors.ts';
import type { AdminAnswer, AdminApi } from '../shopify/admin-api.ts';
import { CLEAR_METAFIELDS, OUR_INSTALLATION, OWN_METAFIELD, SET_METAFIELDS } from './own-metafield-documents.ts';

/** What our blocks in a theme read as `app.metafields.prahari.KEY.value`. */
const NAMESPACE = 'prahari';
/** More than anything that is written here. */
const MAX_VALUE_CHARS = 20_000;

/** Shopify did not take the value over. Its words are English and for developers, so they are the cause alone. */
export class NotPublishedError extends AppError {
  constructor(cause: unknown) {
    super({
      type: 'not-published',
      title: 'Shopify did not take this setting over.',
      status: 502,
      detail: 'Nothing was changed on your shop’s pages. Try again in a few minutes.',
      cause,
    });
  }
}

const Installation = z.object({ currentAppInstallation: z.object({ id: z.string().max(200) }) });
const Held = z.object({
  currentAppInstallation: z.object({
    metafield: z.object({ value: z.string().max(MAX_VALUE_CHARS), updatedAt: z.iso.datetime() }).nullable(),
  }),
});
const userErrors = z.array(z.object({ message: z.string(), code: z.string().nullish() })).max(100);
const SetAnswer = z.object({ metafieldsSet: z.object({ userErrors }) });
const ClearAnswer = z.object({ metafieldsDelete: z.object({ userErrors }) });

export type OwnMetafields = ReturnType<typeof ownMetafields>;

/** Values on our own installation in a shop: hidden in the admin, and read by nobody but our own Liquid. */
export function ownMetafields({ adminFor }: { adminFor: (shop: string) => AdminApi }) {
  async function ownerIn(admin: AdminApi): Promise<string> {
    const { data } = await admin.query(OUR_INSTALLATION);
    return parseEvidence(Installation, data).currentAppInstallation.id;
  }

  return {
    /** Null: there is none. @throws what AdminApi.query throws */
    async read(shop: string, key: string): Promise<{ value: string; updatedAt: string } | null> {
      const { data } = await adminFor(shop).query(OWN_METAFIELD, { namespace: NAMESPACE, key });
      return parseEvidence(Held, data).currentAppInstallation.metafield;
    },

    /** May be repeated. @throws {NotPublishedError} and what AdminApi.query throws */
    async publish(shop: string, key: string, value: object): Promise<void> {
      const admin = adminFor(shop);
      const place = { ownerId: await ownerIn(admin), namespace: NAMESPACE, key };
      const field = { ...place, type: 'json', value: JSON.stringify(value) };
      const data = allowed(await admin.query(SET_METAFIELDS, { metafields: [field] }));
      refuse(parseEvidence(SetAnswer, data).metafieldsSet);
    },

    /** What is not there is cleared already. @throws {NotPublishedError} and what AdminApi.query throws */
    async clear(shop: string, key: string): Promise<void> {
      const admin = adminFor(shop);
      const place = { ownerId: await ownerIn(admin), namespace: NAMESPACE, key };
      const data = allowed(await admin.query(CLEAR_METAFIELDS, { metafields: [place] }));
      refuse(parseEvidence(ClearAnswer, data).metafieldsDelete);
    },
  };
}

function allowed({ data, denied: [denial] }: AdminAnswer): unknown {
  if (denial) throw new NotPublishedError(new Error(`denied: ${denial.path}`));
  return data;
}

function refuse({ userErrors: [first] }: { readonly userErrors: z.output<typeof userErrors> }): void {
  if (first) throw new NotPublishedError(new Error(first.code ?? first.message.slice(0, 200)));
}
