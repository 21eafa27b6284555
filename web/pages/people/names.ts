import type { IdentityProvider } from '../../../core/api/people.ts';

/** Names of products stay as their makers write them, in every language. */
export const PROVIDER_NAMES: Readonly<Record<IdentityProvider, string>> = {
  google: 'Google Workspace',
  microsoft: 'Microsoft Entra ID',
  okta: 'Okta',
};
