import { bearerOf, daysAgo, type IdentityFake } from './call.ts';
import type { DirectoryPerson, FactorState } from './directory-state.ts';

/** The application that reads the directory of every invented shop. */
const CLIENT_ID = '00000000-0000-4000-8000-00000000c0de';
const TOKEN = 'Bearer microsoft-token-';
const METHODS: Readonly<Record<FactorState, readonly string[]>> = {
  none: ['email'],
  sms: ['mobilePhone', 'email'],
  app: ['microsoftAuthenticatorPush', 'softwareOneTimePasscode', 'mobilePhone'],
  key: ['passKeyDeviceBound', 'microsoftAuthenticatorPush'],
};

/** Microsoft Entra as it is documented: the token, registration details, people, security defaults. */
export const microsoft: IdentityFake = {
  isHost: (host) => host === 'login.microsoftonline.com' || host === 'graph.microsoft.com',
  troubles: {
    revoked: {
      status: 401,
      json: { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret provided.' },
    },
    'not-permitted': { status: 403, json: graphError('Authorization_RequestDenied', 'Insufficient privileges.') },
    limited: {
      status: 429,
      json: graphError('TooManyRequests', 'Too many requests.'),
      headers: { 'Retry-After': '3600' },
    },
  },

  shopOf(call, directoryOf) {
    const handle = call.host === 'graph.microsoft.com' ? bearerOf(call, TOKEN) : signedIn(call);
    const directory = handle === null ? undefined : directoryOf(handle);
    return handle !== null && directory ? { handle, directory } : null;
  },

  answer(call, { handle, directory }, now) {
    if (call.host === 'login.microsoftonline.com') {
      return {
        status: 200,
        json: { token_type: 'Bearer', expires_in: 3599, access_token: `microsoft-token-${handle}` },
      };
    }
    const people = directory.people.filter((person) => person.mailbox !== null);
    if (call.path === '/v1.0/reports/authenticationMethods/userRegistrationDetails') {
      // Disabled people are not returned.
      return {
        status: 200,
        json: { value: people.filter(({ mailbox }) => !mailbox?.isSuspended).map(registrationOf) },
      };
    }
    if (call.path === '/v1.0/users') {
      const value = people.map(({ email, name, mailbox }) => ({
        userPrincipalName: email,
        displayName: name,
        mail: email,
        accountEnabled: !mailbox?.isSuspended,
        ...(call.query.get('$select')?.includes('signInActivity') === true &&
          mailbox?.lastLogInDaysAgo != null && {
            signInActivity: { lastSuccessfulSignInDateTime: daysAgo(now, mailbox.lastLogInDaysAgo) },
          }),
      }));
      return { status: 200, json: { value } };
    }
    if (call.path === '/v1.0/policies/identitySecurityDefaultsEnforcementPolicy') {
      return { status: 200, json: { id: 'invented', isEnabled: directory.mail.isSecondFactorEnforced } };
    }
    return { status: 404, json: graphError('Request_ResourceNotFound', 'Resource not found.') };
  },

  withNext(reply, call, where) {
    const host = where === 'same' ? call.host : 'graph.somebody-else.example';
    const query = call.query.size > 0 ? `?${call.query.toString()}` : '';
    return { ...reply, json: { ...(reply.json as object), '@odata.nextLink': `https://${host}${call.path}${query}` } };
  },
};

/** The tenant is "HANDLE.onmicrosoft.com". */
function signedIn({ path, form }: Parameters<IdentityFake['shopOf']>[0]): string | null {
  const [, handle] = /^\/([a-z0-9-]+)\.onmicrosoft\.com\/oauth2\/v2\.0\/token$/.exec(path) ?? [];
  const isKnown = form.get('client_id') === CLIENT_ID && form.get('client_secret') === `secret-${handle}`;
  return handle !== undefined && isKnown ? handle : null;
}

function registrationOf({ email, name, mailbox }: DirectoryPerson) {
  const factor = mailbox?.secondFactor ?? 'none';
  return {
    id: 'invented',
    userPrincipalName: email,
    userDisplayName: name,
    isAdmin: mailbox?.isAdmin === true,
    isMfaCapable: factor !== 'none',
    isMfaRegistered: factor !== 'none',
    isPasswordlessCapable: factor === 'key',
    methodsRegistered: METHODS[factor],
    lastUpdatedDateTime: '2026-11-01T00:00:00Z',
  };
}

function graphError(code: string, message: string) {
  return { error: { code, message } };
}
