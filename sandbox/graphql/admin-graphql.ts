import {
  executeSync,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
} from 'graphql';

import type { CostBucket } from './cost-bucket.ts';
import { actualCost, requestedCost } from './cost.ts';
import { documentErrors } from './document-errors.ts';
import { resolveField, type FieldContext } from './resolve-field.ts';
import { adminSchema } from './schema.ts';

/** The dearest single query that Shopify takes, by its older documentation. */
const LARGEST_QUERY_COST = 1_000;

export interface AdminRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/** Answers one Admin GraphQL request over plain data, as Shopify does: always with HTTP 200. */
export function answerAdmin(
  request: AdminRequest,
  shop: { rootValue: unknown; grantedScopes: readonly string[]; bucket: CostBucket; isThrottled: boolean },
): Readonly<Record<string, unknown>> {
  const { schema, access } = adminSchema();
  const { document, errors: unfit } = readDocument(request.query);
  if (unfit) return { errors: unfit };
  const operation = getOperationAST(document, request.operationName);
  if (!operation)
    return { errors: [{ message: 'An operation name is required', extensions: { code: 'BAD_REQUEST' } }] };
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables);
  if (errors) return { errors: errors.map(variableError) };

  const costing = { schema, fragments: fragmentsOf(document), variables: coerced };
  const requested = requestedCost(operation, costing);
  if (requested > LARGEST_QUERY_COST) return { errors: [tooDear(requested)] };
  if (shop.isThrottled || !shop.bucket.take(requested)) return throttled(requested, shop);

  const contextValue: FieldContext = { access, grantedScopes: shop.grantedScopes };
  const result = executeSync({
    schema,
    document,
    rootValue: shop.rootValue,
    contextValue,
    variableValues: request.variables,
    operationName: request.operationName,
    fieldResolver: resolveField,
  });
  const actual = Math.min(requested, actualCost(operation, costing, result.data));
  shop.bucket.giveBack(requested - actual);
  return {
    data: result.data ?? null,
    ...(result.errors && { errors: result.errors.map((error) => error.toJSON()) }),
    extensions: costOf(requested, actual, shop.bucket),
  };
}

/** Apps ask the same questions again and again: each is parsed and held against the schema once. */
const read = new Map<string, ReadDocument>();
const DOCUMENTS_REMEMBERED = 500;

type ReadDocument =
  | { readonly document: DocumentNode; readonly errors?: never }
  | { readonly document?: never; readonly errors: readonly object[] };

function readDocument(query: string): ReadDocument {
  const known = read.get(query);
  if (known) return known;
  if (read.size >= DOCUMENTS_REMEMBERED) read.clear();
  const made = parseAndFit(query);
  read.set(query, made);
  return made;
}

function parseAndFit(query: string): ReadDocument {
  try {
    const document = parse(query);
    const errors = documentErrors(adminSchema().schema, document);
    return errors.length === 0 ? { document } : { errors };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [syntaxError(error)] };
    throw error;
  }
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

function costOf(requested: number, actual: number | null, bucket: CostBucket): Record<string, unknown> {
  return { cost: { requestedQueryCost: requested, actualQueryCost: actual, throttleStatus: bucket.status() } };
}

function throttled(requested: number, { bucket, isThrottled }: { bucket: CostBucket; isThrottled: boolean }) {
  const status = bucket.status();
  const throttleStatus = isThrottled ? { ...status, currentlyAvailable: 0 } : status;
  return {
    errors: [
      {
        message: 'Throttled',
        extensions: { code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/rate-limits' },
      },
    ],
    extensions: { cost: { requestedQueryCost: requested, actualQueryCost: null, throttleStatus } },
  };
}

function tooDear(requested: number): Record<string, unknown> {
  return {
    message: `Query cost is ${requested}, which exceeds the single query max cost limit (${LARGEST_QUERY_COST}).`,
    extensions: { code: 'MAX_COST_EXCEEDED', cost: requested, maxCost: LARGEST_QUERY_COST },
  };
}

function syntaxError(error: GraphQLError): Record<string, unknown> {
  return { message: error.message, locations: error.locations, extensions: { code: 'PARSE_ERROR' } };
}

function variableError(error: GraphQLError): Record<string, unknown> {
  return { message: error.message, locations: error.locations, extensions: { code: 'INVALID_VARIABLE' } };
}
