import type { z } from 'zod';
import type { AdminApi } from '../shopify/admin-api.ts';
import { EvidenceShapeError } from '../shopify/admin-errors.ts';
import { permitted } from './access-denied.ts';
import { parseEvidence, type pageInfo } from './parse-evidence.ts';

export interface Page<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: z.output<typeof pageInfo>;
}

export interface PagesContext {
  readonly admin: AdminApi;
  readonly signal: AbortSignal;
  /** Scopes whose absence explains a denial. */
  readonly scopes: readonly string[];
  /** More pages than this are not an answer but a loop. */
  readonly maxPages: number;
}

/** Everything that a connection holds, asked page by page; the document takes `$after`. */
export async function* pagesOf<A, T>(
  { document, variables = {}, answer, page }: PagedQuestion<A, T>,
  { admin, signal, scopes, maxPages }: PagesContext,
): AsyncGenerator<readonly T[], void> {
  let after: string | null = null;
  for (let asked = 0; asked < maxPages; asked += 1) {
    const data = permitted(await admin.query(document, { ...variables, after }, { signal }), scopes);
    const found: Page<T> = page(parseEvidence(answer, data));
    yield found.nodes;
    if (!found.pageInfo.hasNextPage) return;
    after = found.pageInfo.endCursor;
  }
  throw new EvidenceShapeError('Shopify', new Error('pages without end'));
}

export interface PagedQuestion<A, T> {
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly answer: z.ZodType<A>;
  /** Where in the answer the connection is. */
  readonly page: (answer: A) => Page<T>;
}
