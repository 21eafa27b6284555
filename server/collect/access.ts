import { defineCollector, type Collector } from './collector.ts';
import { grantedScopes } from './granted-scopes.ts';

/** Scopes that Prahari's features need and may ask for. Ours to say, not Shopify's. */
export interface NeededScopes {
  readonly requiredScopes: readonly string[];
  readonly optionalScopes: readonly string[];
}

/** What this shop has granted to Prahari, beside what Prahari needs. Source: Admin GraphQL `currentAppInstallation`. */
export function appAccess({ requiredScopes, optionalScopes }: NeededScopes): Collector<'access'> {
  return defineCollector({
    kind: 'access',
    rung: 'platform',
    deadlineMs: 20_000,
    scopes: [],
    async collect({ admin, signal }) {
      const granted = [...(await grantedScopes(admin, signal))].sort();
      return { granted, required: requiredScopes, optional: optionalScopes };
    },
  });
}
