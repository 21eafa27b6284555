/** The part of the published introspection that says who may read what, in English. */
export interface SchemaAccess {
  readonly __schema: {
    readonly types: readonly {
      readonly name: string;
      readonly requiredAccess?: string | null;
      readonly fields?: readonly { readonly name: string; readonly requiredAccess?: string | null }[] | null;
    }[];
  };
}

/** What one field asks for. Any one of the scopes is enough; none named means that nobody in the sandbox has it. */
export interface AccessRule {
  readonly anyOf: readonly string[];
  readonly requiredAccess: string;
}

export interface AccessRules {
  ofField(type: string, field: string): AccessRule | undefined;
  ofType(type: string): AccessRule | undefined;
}

/**
 * Refused to public apps whatever the scopes, and not written in the schema: facts of Shopify's documentation
 * (`read_apps` is not granted to public apps) and of recorded answers.
 */
const NEVER_GRANTED: Readonly<Record<string, string>> = {
  'QueryRoot.appInstallations': '`read_apps` access scope.',
};

/** Types that ask for more than a scope: Shopify Support and a bigger plan than the sandbox's shops have. */
const BEYOND_SCOPES = new Set(['StaffMember']);

const SCOPE = /`((?:read|write)_[a-z_]+)`/g;
/** "Any of `orders` or `shipping` access scopes", "one of the following: `fulfillments`, `products` or …". */
const SHORT_SCOPES = /(?:any|one) of (?:the following: )?((?:`[a-z_]+`(?:,? or |, )?)+)/gi;

export function accessRules(introspection: SchemaAccess): AccessRules {
  const fields = new Map<string, AccessRule>();
  const types = new Map<string, AccessRule>();
  for (const type of introspection.__schema.types) {
    const ofType = ruleOf(type.requiredAccess, BEYOND_SCOPES.has(type.name));
    if (ofType) types.set(type.name, ofType);
    for (const field of type.fields ?? []) {
      const ofField = ruleOf(field.requiredAccess, false);
      if (ofField) fields.set(`${type.name}.${field.name}`, ofField);
    }
  }
  for (const [field, requiredAccess] of Object.entries(NEVER_GRANTED)) fields.set(field, { anyOf: [], requiredAccess });
  return {
    ofField: (type, field) => fields.get(`${type}.${field}`),
    ofType: (type) => types.get(type),
  };
}

/** Conditions that name no scope (a user's permission, a plan, a private programme) are not enforced here. */
function ruleOf(requiredAccess: string | null | undefined, isBeyondScopes: boolean): AccessRule | undefined {
  if (!requiredAccess) return undefined;
  if (isBeyondScopes) return { anyOf: [], requiredAccess };
  const [scopesPart = ''] = requiredAccess.split('Also:');
  const anyOf = [...shortScopes(scopesPart), ...[...scopesPart.matchAll(SCOPE)].map(([, scope = '']) => scope)];
  return anyOf.length === 0 ? undefined : { anyOf, requiredAccess };
}

/** Some words name the thing alone: reading it is meant. */
function shortScopes(words: string): string[] {
  return [...words.matchAll(SHORT_SCOPES)]
    .flatMap(([, list = '']) => [...list.matchAll(/`([a-z_]+)`/g)].map(([, thing = '']) => thing))
    .filter((thing) => !/^(?:read|write)_/.test(thing))
    .map((thing) => `read_${thing}`);
}

/** A write scope brings the reading of the same thing with it. */
export function isAllowed(rule: AccessRule, granted: readonly string[]): boolean {
  return rule.anyOf.some((scope) => granted.includes(scope) || granted.includes(scope.replace(/^read_/, 'write_')));
}
