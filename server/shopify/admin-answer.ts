import { z } from 'zod';
import type { AdminAnswer } from './admin-api.ts';
import { EvidenceShapeError } from './admin-errors.ts';

const Cost = z.object({
  requestedQueryCost: z.number(),
  throttleStatus: z.object({
    maximumAvailable: z.number(),
    currentlyAvailable: z.number(),
    restoreRate: z.number().positive(),
  }),
});
export type QueryCost = z.infer<typeof Cost>;

const GraphqlError = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.object({ code: z.string().optional(), requiredAccess: z.string().optional() }).loose().optional(),
});

const Envelope = z.object({
  data: z.unknown().optional(),
  errors: z.array(GraphqlError).optional(),
  extensions: z
    .object({ cost: Cost.optional().catch(undefined) })
    .loose()
    .optional(),
});

export type ReadAnswer =
  | { readonly kind: 'answer'; readonly answer: AdminAnswer; readonly cost: QueryCost | undefined }
  | { readonly kind: 'throttled'; readonly cost: QueryCost | undefined };

/**
 * Reads an answer of HTTP 200. THROTTLED comes that way too; ACCESS_DENIED is data; any other error is one that we do
 * not know.
 * @throws {EvidenceShapeError} not JSON, not GraphQL's shape, or an unknown error
 */
export function readAnswer(text: string): ReadAnswer {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new EvidenceShapeError("Shopify's Admin API");
  }
  const parsed = Envelope.safeParse(json);
  if (!parsed.success) throw new EvidenceShapeError("Shopify's Admin API", parsed.error);
  const { data, errors = [], extensions } = parsed.data;
  const cost = extensions?.cost;
  if (errors.some((error) => error.extensions?.code === 'THROTTLED')) return { kind: 'throttled', cost };

  const unknown = errors.filter((error) => error.extensions?.code !== 'ACCESS_DENIED');
  if (unknown.length > 0 || (data == null && errors.length === 0)) {
    const codes = unknown.map((error) => error.extensions?.code ?? 'no code').join(', ');
    throw new EvidenceShapeError("Shopify's Admin API", new Error(`GraphQL errors: ${codes || 'no data'}`));
  }
  const denied = errors.map(({ path = [], extensions: more }) => ({
    path: path.join('.'),
    requiredAccess: more?.requiredAccess ?? null,
  }));
  return { kind: 'answer', answer: { data: data ?? null, denied }, cost };
}
