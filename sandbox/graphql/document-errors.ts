import {
  Kind,
  specifiedRules,
  validate,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';

/** One entry of `errors` as Shopify answers it when the document does not fit the schema. */
export interface DocumentError {
  readonly message: string;
  readonly locations: readonly { readonly line: number; readonly column: number }[];
  readonly path: readonly string[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Shopify's codes for the rules that people break; other rules go by the rule's own name. */
const CODES: Readonly<Record<string, string>> = {
  FieldsOnCorrectTypeRule: 'undefinedField',
  KnownArgumentNamesRule: 'argumentNotAccepted',
  ProvidedRequiredArgumentsRule: 'missingRequiredArguments',
  ScalarLeafsRule: 'selectionMismatch',
  ValuesOfCorrectTypeRule: 'argumentLiteralsIncompatible',
  NoUndefinedVariablesRule: 'variableNotDefined',
  NoUnusedVariablesRule: 'variableNotUsed',
  VariablesInAllowedPositionRule: 'variableMismatch',
  KnownFragmentNamesRule: 'useAndDefineFragment',
  NoUnusedFragmentsRule: 'useAndDefineFragment',
  KnownTypeNamesRule: 'undefinedType',
};

/** Empty when the document is valid. */
export function documentErrors(schema: GraphQLSchema, document: DocumentNode): DocumentError[] {
  if (validate(schema, document).length === 0) return [];
  // Once more, rule by rule: graphql-js does not say which rule an error comes from.
  return specifiedRules.flatMap((rule) =>
    validate(schema, document, [rule]).map((error) => documentError(error, CODES[rule.name] ?? rule.name, document)),
  );
}

function documentError(error: GraphQLError, code: string, document: DocumentNode): DocumentError {
  const named = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message);
  const fieldFacts = named && { typeName: named[2], fieldName: named[1] };
  return {
    message: named ? `Field '${named[1]}' doesn't exist on type '${named[2]}'` : error.message,
    locations: error.locations ?? [],
    path: pathTo(error.nodes?.[0], document),
    extensions: { code, ...fieldFacts },
  };
}

/** "query Posture", "shop", "nonsense". */
function pathTo(target: ASTNode | undefined, document: DocumentNode): string[] {
  let found: string[] = [];
  const trail: string[] = [];
  visit(document, {
    enter(node) {
      const step = stepOf(node);
      if (step !== null) trail.push(step);
      if (node === target) found = [...trail];
    },
    leave(node) {
      if (stepOf(node) !== null) trail.pop();
    },
  });
  return found;
}

function stepOf(node: ASTNode): string | null {
  if (node.kind === Kind.OPERATION_DEFINITION) return [node.operation, node.name?.value].filter(Boolean).join(' ');
  if (node.kind === Kind.FRAGMENT_DEFINITION) return `fragment ${node.name.value}`;
  if (node.kind === Kind.FIELD) return node.alias?.value ?? node.name.value;
  if (node.kind === Kind.ARGUMENT) return node.name.value;
  return null;
}
