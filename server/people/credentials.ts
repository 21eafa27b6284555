import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import type { IdentityProvider } from '../../core/api/people.ts';
import { isEmail } from './logins.ts';

const LONGEST_KEY_FILE = 10_000;
/** As it may stand in a header: nothing beyond ASCII, no blank and no line end. Short ones would be shown by their ending. */
const word = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{8,2000}$/, 'bad_key');

const KeyFile = z.object({
  type: z.literal('service_account'),
  client_email: z.string().max(320),
  private_key: z.string().max(8_000),
  private_key_id: z.string().max(200).optional(),
});

/** What a service account signs with; the address to which it sends that is ours to know, not the file's. */
export interface GoogleKey {
  readonly clientEmail: string;
  readonly privateKey: string;
  readonly keyId: string | null;
}

/** Null: it is no key file of a service account, or its key cannot sign. */
export function googleKeyOf(text: string): GoogleKey | null {
  try {
    const file = KeyFile.parse(JSON.parse(text));
    const key = createPrivateKey(file.private_key);
    if (key.asymmetricKeyType !== 'rsa' || !isEmail(file.client_email.toLowerCase())) return null;
    return { clientEmail: file.client_email, privateKey: file.private_key, keyId: file.private_key_id ?? null };
  } catch {
    return null;
  }
}

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(320)
  .refine((text) => isEmail(text), 'bad_email');

/** Okta serves its customers under these names alone: no other host is ever sent the token. */
const OKTA_HOST = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.(?:okta|oktapreview|okta-emea)\.com$/;

const orgUrl = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .transform((text) => (text.includes('://') ? text : `https://${text}`))
  .refine((text) => URL.canParse(text) && OKTA_HOST.test(new URL(text).host), 'bad_org')
  .refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', 'bad_org')
  .transform((text) => `https://${new URL(text).host}`);

/** The parts of each provider's key, all of them and no other. */
export const CREDENTIALS = {
  google: z.strictObject({
    serviceAccountKey: z
      .string()
      .max(LONGEST_KEY_FILE)
      .refine((text) => googleKeyOf(text) !== null, 'bad_key'),
    adminEmail: email,
  }),
  microsoft: z.strictObject({
    tenantId: z
      .string()
      .trim()
      .toLowerCase()
      .regex(
        /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4})$/,
        'bad_tenant',
      ),
    clientId: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/, 'bad_key'),
    clientSecret: word,
  }),
  okta: z.strictObject({ orgUrl, apiToken: word }),
} as const satisfies Record<IdentityProvider, z.ZodType<Readonly<Record<string, string>>>>;

/** "…x7Qa", of what names the key and does not open anything: enough to tell two apart. */
export function keyEnding(provider: IdentityProvider, credentials: Readonly<Record<string, string>>): string {
  const named = {
    google: () => googleKeyOf(credentials['serviceAccountKey'] ?? '')?.keyId ?? '',
    microsoft: () => credentials['clientId'] ?? '',
    okta: () => credentials['apiToken'] ?? '',
  }[provider]();
  return `…${named.slice(-4)}`;
}
