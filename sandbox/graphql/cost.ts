import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

const MUTATION_COST = 10;

interface Costing {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The sandbox's own estimate, since Shopify's is not published in full: a scalar costs nothing, an object one point and
 * what it selects, a list as one object; a connection two points and one of its nodes times the square root of the page
 * size; a mutation ten points more.
 */
export function requestedCost(operation: OperationDefinitionNode, costing: Costing): number {
  return total(operation, costing, undefined);
}

/** The same sum over what was really answered: pages as long as they came, nothing for what is null. */
export function actualCost(operation: OperationDefinitionNode, costing: Costing, data: unknown): number {
  return total(operation, costing, data ?? {});
}

function total(operation: OperationDefinitionNode, costing: Costing, data: unknown): number {
  const root = costing.schema.getRootType(operation.operation);
  const fields = root ? costOf(operation.selectionSet, root, costing, data) : 0;
  return Math.max(1, Math.ceil(fields)) + (operation.operation === OperationTypeNode.MUTATION ? MUTATION_COST : 0);
}

/** `data` undefined: what the selection may cost at most; else what this answer did cost. */
function costOf(selections: SelectionSetNode, type: GraphQLNamedType, costing: Costing, data: unknown): number {
  let cost = 0;
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) cost += costOfField(selection, type, costing, data);
    else {
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : costing.fragments[selection.name.value];
      if (!fragment) continue;
      const condition = fragment.typeCondition ? costing.schema.getType(fragment.typeCondition.name.value) : type;
      cost += costOf(fragment.selectionSet, condition ?? type, costing, data);
    }
  }
  return cost;
}

function costOfField(field: FieldNode, parent: GraphQLNamedType, costing: Costing, data: unknown): number {
  if (!field.selectionSet || !(isObjectType(parent) || isInterfaceType(parent))) return 0;
  const definition = parent.getFields()[field.name.value];
  if (!definition) return 0;
  const type = getNamedType(definition.type);
  if (!isCompositeType(type)) return 0;
  const answered = data === undefined ? undefined : (memberOf(data, field.alias?.value ?? field.name.value) ?? null);
  if (answered === null) return 0;
  if (!type.name.endsWith('Connection')) return 1 + costOf(field.selectionSet, type, costing, firstOf(answered));
  return 2 + costOf(field.selectionSet, type, costing, answered) * Math.sqrt(pageSize(field, costing, answered));
}

function pageSize(field: FieldNode, { variables }: Costing, answered: unknown): number {
  const rows: unknown = memberOf(answered, 'nodes') ?? memberOf(answered, 'edges');
  if (Array.isArray(rows)) return rows.length;
  for (const { name, value } of field.arguments ?? []) {
    if (name.value !== 'first' && name.value !== 'last') continue;
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind === Kind.VARIABLE) return Number(variables[value.name.value] ?? 0);
  }
  return 1;
}

function memberOf(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[name] : undefined;
}

function firstOf(answered: unknown): unknown {
  return Array.isArray(answered) ? (answered[0] ?? {}) : answered;
}
