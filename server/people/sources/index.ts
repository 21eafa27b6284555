import type { IdentityProvider } from '../../../core/api/people.ts';
import { google } from './google.ts';
import { microsoft } from './microsoft.ts';
import { okta } from './okta.ts';
import type { IdentitySource } from './source.ts';

/** Every identity provider. One without a source does not compile. */
export const IDENTITY_SOURCES: Readonly<Record<IdentityProvider, IdentitySource>> = { google, microsoft, okta };
