import { z } from 'zod';
import { permitted } from './access-denied.ts';
import { defineCollector } from './collector.ts';
import { PRIVACY } from './documents.ts';
import { outsideText, parseEvidence } from './parse-evidence.ts';

const SCOPES = ['read_privacy_settings'];

const Answer = z.object({
  privacySettings: z.object({ banner: z.object({ enabled: z.boolean() }).nullable() }),
  consentPolicy: z
    .array(
      z.object({
        countryCode: outsideText(10).nullable(),
        regionCode: outsideText(10).nullable(),
        consentRequired: z.boolean().nullable(),
      }),
    )
    .max(2_000),
});

/** "DE", or "US-CA" for a region. */
function regionName({ countryCode, regionCode }: { countryCode: string | null; regionCode: string | null }): string[] {
  if (!countryCode) return [];
  if (!regionCode) return [countryCode];
  return [regionCode.startsWith(`${countryCode}-`) ? regionCode : `${countryCode}-${regionCode}`];
}

/** The cookie banner, and where consent is asked for. Source: Admin GraphQL `privacySettings`, `consentPolicy`. */
export const privacy = defineCollector({
  kind: 'privacy',
  rung: 'platform',
  deadlineMs: 20_000,
  scopes: SCOPES,
  async collect({ admin, signal }) {
    const answer = parseEvidence(Answer, permitted(await admin.query(PRIVACY, {}, { signal }), SCOPES));
    const regions = answer.consentPolicy.filter((row) => row.consentRequired === true).flatMap(regionName);
    return {
      // Shopify says null where no banner was ever set up.
      isBannerEnabled: answer.privacySettings.banner?.enabled ?? false,
      consentRequiredIn: [...new Set(regions)].sort(),
    };
  },
});
