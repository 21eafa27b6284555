import { z } from 'zod';
import type { Location } from '../../core/evidence/kinds.ts';
import type { AdminApi } from '../shopify/admin-api.ts';
import { EvidenceShapeError } from '../shopify/admin-errors.ts';
import { permitted } from './access-denied.ts';
import { defineCollector } from './collector.ts';
import { LOCATIONS } from './documents.ts';
import { outsideText, pageInfo, parseEvidence } from './parse-evidence.ts';

const SCOPES = ['read_locations'];
/** Shopify's largest plan allows 1,000 locations; more pages than this is not an answer but a loop. */
const MAX_PAGES = 20;

const LocationNode = z
  .object({
    id: outsideText(100),
    name: outsideText(200),
    isActive: z.boolean(),
    isFulfillmentService: z.boolean(),
    fulfillsOnlineOrders: z.boolean(),
    address: z.object({
      city: outsideText(100).nullable(),
      provinceCode: outsideText(10).nullable(),
      zip: outsideText(20).nullable(),
      countryCode: outsideText(2).nullable(),
    }),
  })
  .transform(({ address, ...node }): Location => ({
    ...node,
    address: {
      city: address.city,
      provinceCode: address.provinceCode,
      pin: address.zip,
      countryCode: address.countryCode,
    },
  }));

const Answer = z.object({ locations: z.object({ nodes: z.array(LocationNode).max(250), pageInfo }) });

/** Every place where the shop keeps stock, closed ones too. Source: Admin GraphQL `locations`. */
export const locations = defineCollector({
  kind: 'locations',
  rung: 'platform',
  deadlineMs: 30_000,
  scopes: SCOPES,
  collect: readLocations,
});

/** @throws as a collector does */
export async function readLocations({
  admin,
  signal,
}: {
  readonly admin: AdminApi;
  readonly signal: AbortSignal;
}): Promise<Location[]> {
  const found: Location[] = [];
  let after: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = permitted(await admin.query(LOCATIONS, { after }, { signal }), SCOPES);
    const { locations: connection }: z.output<typeof Answer> = parseEvidence(Answer, answer);
    found.push(...connection.nodes);
    if (!connection.pageInfo.hasNextPage) return found;
    after = connection.pageInfo.endCursor;
  }
  throw new EvidenceShapeError('Shopify', new Error('locations without end'));
}
