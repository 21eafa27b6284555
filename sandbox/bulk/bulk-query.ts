import {
  getNamedType,
  getOperationAST,
  GraphQLError,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

import { documentErrors } from '../graphql/document-errors.ts';
import { adminSchema } from '../graphql/schema.ts';

const MOST_CONNECTIONS = 5;
/** The outermost connection and two levels inside it. */
const DEEPEST = 3;

/** A query as it may run in bulk, or why not, in words like Shopify's. */
export type BulkQuery =
  | { readonly document: DocumentNode; readonly refusal?: never }
  | { readonly document?: never; readonly refusal: string };

/** Held against the schema and against the limits of bulk operations. */
export function readBulkQuery(query: string): BulkQuery {
  const { schema } = adminSchema();
  const document = parsed(query);
  if (typeof document === 'string') return { refusal: `Invalid bulk query: ${document}` };
  const [unfit] = documentErrors(schema, document);
  if (unfit) return { refusal: `Invalid bulk query: ${unfit.message}` };
  const operation = getOperationAST(document);
  const root = schema.getQueryType();
  if (operation?.operation !== OperationTypeNode.QUERY || !root)
    return { refusal: 'Bulk queries take one query operation.' };
  if ((operation.variableDefinitions ?? []).length > 0) return { refusal: 'Bulk queries take no variables.' };

  const seen: Seen = { connections: 0, refusal: null, fragments: fragmentsOf(document) };
  look(operation.selectionSet, root, { depth: 0, isInList: false }, seen);
  if (seen.refusal !== null) return { refusal: seen.refusal };
  if (seen.connections === 0) return { refusal: 'Bulk queries must contain at least one connection.' };
  if (seen.connections > MOST_CONNECTIONS)
    return { refusal: `Bulk queries cannot contain more than ${MOST_CONNECTIONS} connections.` };
  return { document };
}

function parsed(query: string): DocumentNode | string {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
}

interface Seen {
  connections: number;
  refusal: string | null;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

interface Place {
  readonly depth: number;
  readonly isInList: boolean;
}

function look(selections: SelectionSetNode, type: GraphQLNamedType, place: Place, seen: Seen): void {
  const fields = flat(selections.selections, seen);
  for (const field of fields) {
    if (field.kind !== Kind.FIELD || !field.selectionSet) continue;
    if (place.depth === 0 && ['node', 'nodes'].includes(field.name.value))
      seen.refusal ??= 'Bulk queries cannot use the top-level fields node and nodes.';
    const inside = typeIn(type, field.name.value) ?? conditionOf(selections, field.name.value, seen);
    if (!inside) continue;
    const isConnection = inside.type.name.endsWith('Connection');
    if (isConnection) noteConnection(field.name.value, fields, place, seen);
    look(
      field.selectionSet,
      inside.type,
      {
        depth: place.depth + (isConnection ? 1 : 0),
        isInList: isConnection ? false : place.isInList || (inside.isList && !type.name.endsWith('Connection')),
      },
      seen,
    );
  }
}

function noteConnection(name: string, siblings: readonly SelectionNode[], place: Place, seen: Seen): void {
  seen.connections += 1;
  if (place.depth >= DEEPEST)
    seen.refusal ??= 'Bulk queries cannot contain connections with a nesting depth greater than 2.';
  if (place.isInList) seen.refusal ??= 'Bulk queries cannot contain connections within a list field.';
  const hasId = siblings.some(
    (sibling) => sibling.kind === Kind.FIELD && sibling.name.value === 'id' && sibling.alias === undefined,
  );
  if (place.depth > 0 && !hasId)
    seen.refusal ??= `The parent of '${name}' must select the "id" field without an alias when connection fields are selected within.`;
}

/** The fields of a selection, those in fragments among them. */
function flat(selections: readonly SelectionNode[], seen: Seen): SelectionNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : seen.fragments.get(selection.name.value);
    return fragment ? flat(fragment.selectionSet.selections, seen) : [];
  });
}

function typeIn(type: GraphQLNamedType, field: string): { type: GraphQLNamedType; isList: boolean } | null {
  if (!isObjectType(type) && !isInterfaceType(type)) return null;
  const found = type.getFields()[field];
  if (!found) return null;
  const named = getNamedType(found.type);
  const bare = isNonNullType(found.type) ? found.type.ofType : found.type;
  return isCompositeType(named) ? { type: named, isList: isListType(bare) } : null;
}

/** A field of a fragment on a narrower type. */
function conditionOf(selections: SelectionSetNode, field: string, seen: Seen) {
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) continue;
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : seen.fragments.get(selection.name.value);
    const condition = fragment?.typeCondition && adminSchema().schema.getType(fragment.typeCondition.name.value);
    const found = condition && typeIn(condition, field);
    if (found) return found;
  }
  return null;
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
}
