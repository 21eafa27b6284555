import { z } from 'zod';
import type { CompanyBuyer } from '../../../core/evidence/orders.ts';
import { permitted } from '../access-denied.ts';
import { bulkRows } from '../bulk/bulk-operation.ts';
import { pauseFor, type Pause } from '../bulk/pause.ts';
import { defineCollector, type Collector } from '../collector.ts';
import { grantedScopes, needScopes } from '../granted-scopes.ts';
import { pagesOf } from '../pages.ts';
import { outsideText, pageInfo, parseEvidence } from '../parse-evidence.ts';
import { bulkCompanyBuyers, COMPANIES_COUNT, COMPANY_BUYERS } from './order-documents.ts';
import { countOf, searchSince, sixtyDaysBefore } from './orders.ts';

const SCOPES = ['read_orders', 'read_companies'];
const PAGED_AT_MOST = 2_000;
const MAX_PAGES = 60;
const MAX_BUYERS = 50_000;

const Count = z.object({ companiesCount: z.object({ count: z.number().int().nonnegative() }).nullable() });

/** An order of a person, or of a company without a number, tells nothing. */
export const BuyerNode = z
  .object({
    id: outsideText(100),
    test: z.boolean(),
    purchasingEntity: z
      .object({
        location: z.object({ taxSettings: z.object({ taxRegistrationId: outsideText(60).nullable() }) }).optional(),
      })
      .nullable(),
  })
  .transform(({ id, test, purchasingEntity }): CompanyBuyer | null => {
    const text = purchasingEntity?.location?.taxSettings.taxRegistrationId?.trim() ?? '';
    return test || text === '' ? null : { orderId: id, text };
  });

const Answer = z.object({ orders: z.object({ nodes: z.array(BuyerNode).max(250), pageInfo }) });

/**
 * Tax numbers that B2B companies are kept with, by their orders of the last 60 days; empty where the shop has no
 * companies. Scopes: read_orders and read_companies. Source: Admin GraphQL `Order.purchasingEntity`.
 */
export function companyBuyersCollector({ pause = pauseFor }: { pause?: Pause } = {}): Collector<'companyBuyers'> {
  return defineCollector({
    kind: 'companyBuyers',
    rung: 'platform',
    deadlineMs: 10 * 60_000,
    scopes: SCOPES,
    async collect({ admin, asOf, signal }) {
      needScopes(await grantedScopes(admin, signal), SCOPES);
      const question = { admin, signal, scopes: SCOPES };
      const companies = permitted(await admin.query(COMPANIES_COUNT, {}, { signal }), SCOPES);
      if (!parseEvidence(Count, companies).companiesCount?.count) return [];

      const search = searchSince(sixtyDaysBefore(asOf));
      const found: (CompanyBuyer | null)[] = [];
      if ((await countOf(search, question)) > PAGED_AT_MOST) {
        const rows = bulkRows(bulkCompanyBuyers(search), { ...question, pause });
        for await (const row of rows) found.push(parseEvidence(BuyerNode, row));
      } else {
        const pages = pagesOf(
          {
            document: COMPANY_BUYERS,
            variables: { query: search },
            answer: Answer,
            page: ({ orders }) => orders,
          },
          { ...question, maxPages: MAX_PAGES },
        );
        for await (const page of pages) found.push(...page);
      }
      return found.filter((buyer) => buyer !== null).slice(0, MAX_BUYERS);
    },
  });
}

export const companyBuyers = companyBuyersCollector();
