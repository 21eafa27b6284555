import { z } from 'zod';
import { permitted } from './access-denied.ts';
import { defineCollector, type Collector } from './collector.ts';
import { GRANTED_SCOPES } from './documents.ts';
import { outsideText, parseEvidence } from './parse-evidence.ts';

const Answer = z.object({
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: outsideText(100) })).max(500) }),
});

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
      const answer = parseEvidence(Answer, permitted(await admin.query(GRANTED_SCOPES, {}, { signal }), []));
      const granted = answer.currentAppInstallation.accessScopes.map(({ handle }) => handle).sort();
      return { granted, required: requiredScopes, optional: optionalScopes };
    },
  });
}
