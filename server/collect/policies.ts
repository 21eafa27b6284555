import { z } from 'zod';
import { POLICY_TYPES, type PublishedPolicy } from '../../core/evidence/kinds.ts';
import { permitted } from './access-denied.ts';
import { defineCollector } from './collector.ts';
import { POLICIES } from './documents.ts';
import { instant, outsideText, parseEvidence } from './parse-evidence.ts';

const SCOPES = ['read_legal_policies'];

/** Letters a reader sees: a text of empty paragraphs is an empty text. */
export function visibleLength(html: string): number {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;|&#160;|&#xa0;/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim().length;
}

const PolicyNode = z
  .object({
    type: z.enum(POLICY_TYPES),
    url: outsideText(2_000),
    body: outsideText(600_000),
    updatedAt: instant,
  })
  .transform(({ type, url, body, updatedAt }): PublishedPolicy => ({
    type,
    url,
    lengthChars: visibleLength(body),
    updatedAt,
  }));

const Answer = z.object({ shop: z.object({ shopPolicies: z.array(PolicyNode).max(50) }) });

/** The legal texts that the shop publishes; their words are not kept. Source: Admin GraphQL `shop.shopPolicies`. */
export const policies = defineCollector({
  kind: 'policies',
  rung: 'platform',
  deadlineMs: 20_000,
  scopes: SCOPES,
  async collect({ admin, signal }) {
    return parseEvidence(Answer, permitted(await admin.query(POLICIES, {}, { signal }), SCOPES)).shop.shopPolicies;
  },
});
