import type { IdentityProvider } from '../../../core/api/people.ts';
import type { PROVIDER_CREDENTIALS } from '../../../core/api/people.ts';

type Credential = (typeof PROVIDER_CREDENTIALS)[IdentityProvider][number];

interface CredentialForm {
  /** Coarse: it catches a value in the wrong field; the provider itself says whether it holds. */
  readonly pattern: RegExp;
  readonly isSecret: boolean;
  readonly isLong: boolean;
}

/** A directory may be named by its number or by a domain of its own. */
const TENANT = /^([0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}|[a-z0-9-]{1,60}(\.[a-z0-9-]{1,60}){1,4})$/i;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** As it may stand in a header: no blanks, no line ends. */
const TOKEN = /^[\x21-\x7e]{8,2000}$/;

export const CREDENTIAL_FORMS: Readonly<Record<Credential, CredentialForm>> = {
  serviceAccountKey: { pattern: /^\{[^]*"private_key"[^]*\}$/, isSecret: true, isLong: true },
  adminEmail: { pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, isSecret: false, isLong: false },
  tenantId: { pattern: TENANT, isSecret: false, isLong: false },
  clientId: { pattern: GUID, isSecret: false, isLong: false },
  clientSecret: { pattern: TOKEN, isSecret: true, isLong: false },
  orgUrl: {
    pattern: /^(https:\/\/)?[a-z0-9-]+\.(okta|oktapreview|okta-emea)\.com\/?$/i,
    isSecret: false,
    isLong: false,
  },
  apiToken: { pattern: TOKEN, isSecret: true, isLong: false },
};

/** Keys of `provider.steps` in people.json. */
export const PROVIDER_STEPS: Readonly<Record<IdentityProvider, readonly string[]>> = {
  google: ['1', '2', '3', '4'],
  microsoft: ['1', '2', '3', '4'],
  okta: ['1', '2', '3'],
};

/** The step that the list of scopes belongs to. */
export const SCOPE_STEP: Readonly<Record<IdentityProvider, string>> = { google: '3', microsoft: '2', okta: '2' };

/** The least that each needs, as the provider writes it. */
export const LEAST_SCOPES: Readonly<Record<IdentityProvider, readonly string[]>> = {
  google: [
    'https://www.googleapis.com/auth/admin.directory.user.readonly',
    'https://www.googleapis.com/auth/admin.reports.usage.readonly',
    'https://www.googleapis.com/auth/cloud-identity.policies.readonly',
  ],
  microsoft: ['AuditLog.Read.All', 'User.Read.All', 'Policy.Read.All'],
  okta: ['okta.users.read', 'okta.policies.read'],
};
