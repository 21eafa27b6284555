import { z } from 'zod';
import { PAGE_KINDS, type PageKind } from '../../core/evidence/storefront.ts';

export const BEACON_PAGES = [...PAGE_KINDS, 'other'] as const satisfies readonly (PageKind | 'other')[];

/** All that a report weighs: longer ones are not read to their end. */
export const LONGEST_REPORT_BYTES = 1_024;

/** As script inventories write it: scheme, host and path, and nothing after them. */
const address = z
  .string()
  .max(500)
  .refine((text) => {
    if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
    const { origin, pathname } = new URL(text);
    return `${origin}${pathname}` === text;
  }, 'bad_address');

/** What the script on a page sends: whose page, of which kind, and which scripts ran there. Not one field more. */
export const BeaconReport = z.strictObject({
  token: z.string().max(250),
  page: z.enum(BEACON_PAGES),
  /** Addresses of scripts. */
  scripts: z.array(address).max(60),
  /** Hashes of scripts that were written into the page after it had loaded. */
  inline: z.array(z.string().regex(/^sha256-[A-Za-z0-9+/]{43}=$/)).max(20),
});
export type BeaconReport = z.output<typeof BeaconReport>;
