import {
  getNamedType,
  GraphQLError,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';

import { isAllowed, type AccessRule, type AccessRules } from './access.ts';
import { EMPTY_CONNECTION } from './connection.ts';
import type { ListContext } from './listed.ts';

export interface FieldContext extends ListContext {
  readonly access: AccessRules;
  readonly grantedScopes: readonly string[];
}

/**
 * Answers each field from plain data: a value, or a function of the arguments. First asks whether the app may read it;
 * what the data does not hold is null or empty, and never invented.
 */
export const resolveField: GraphQLFieldResolver<unknown, FieldContext> = (source, args, context, info) => {
  refuseWithoutAccess(context, info);
  const held = (source as Record<string, unknown>)[info.fieldName];
  const value: unknown =
    typeof held === 'function' ? (held as (...all: unknown[]) => unknown)(args, context, info) : held;
  return value === undefined ? notHeld(info) : value;
};

function refuseWithoutAccess({ access, grantedScopes }: FieldContext, info: GraphQLResolveInfo): void {
  const rules = [
    access.ofField(info.parentType.name, info.fieldName),
    access.ofType(typeBehind(info.returnType).name),
  ].filter((rule): rule is AccessRule => rule !== undefined);
  for (const rule of rules) {
    if (isAllowed(rule, grantedScopes)) continue;
    throw new GraphQLError(`Access denied for ${info.fieldName} field. Required access: ${rule.requiredAccess}`, {
      extensions: {
        code: 'ACCESS_DENIED',
        documentation: 'https://shopify.dev/api/usage/access-scopes',
        requiredAccess: rule.requiredAccess,
      },
    });
  }
}

/** The thing itself, also behind lists and connections: access to `locations` is asked as access to Location. */
function typeBehind(type: GraphQLOutputType): GraphQLNamedType {
  const named = getNamedType(type);
  if (!isObjectType(named) || !named.name.endsWith('Connection')) return named;
  const nodes = named.getFields()['nodes'];
  return nodes ? getNamedType(nodes.type) : named;
}

function notHeld(info: GraphQLResolveInfo): unknown {
  if (!isNonNullType(info.returnType)) return null;
  if (isListType(info.returnType.ofType)) return [];
  if (getNamedType(info.returnType).name.endsWith('Connection')) return EMPTY_CONNECTION;
  throw new GraphQLError(`The sandbox does not hold ${info.parentType.name}.${info.fieldName}.`, {
    extensions: { code: 'SANDBOX_DOES_NOT_HOLD' },
  });
}
