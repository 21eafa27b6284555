import { verify } from 'node:crypto';
import { bearerOf, daysAgo, type IdentityCall, type IdentityFake, type IdentityReply } from './call.ts';
import type { DirectoryPerson, DirectoryState } from './directory-state.ts';

const SERVICE_ACCOUNT = /^prahari@([a-z0-9-]+)\.iam\.gserviceaccount\.com$/;
const TOKEN = 'Bearer google-token-';
const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** Usage reports lag so many days. */
const REPORTS_LAG_DAYS = 3;
const NEVER = '1970-01-01T00:00:00.000Z';

/** Google Workspace as it is documented: the token grant, Directory users, usage reports, policies. */
export const google: IdentityFake = {
  isHost: (host) => ['oauth2.googleapis.com', 'admin.googleapis.com', 'cloudidentity.googleapis.com'].includes(host),
  troubles: {
    revoked: { status: 400, json: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' } },
    'not-permitted': { status: 403, json: error(403, 'Not Authorized to access this resource/api', 'forbidden') },
    limited: {
      status: 429,
      json: error(429, 'Quota exceeded', 'rateLimitExceeded'),
      headers: { 'Retry-After': '3600' },
    },
  },

  shopOf(call, directoryOf) {
    const handle = call.host === 'oauth2.googleapis.com' ? signer(call, directoryOf) : bearerOf(call, TOKEN);
    const directory = handle === null ? undefined : directoryOf(handle);
    return handle !== null && directory ? { handle, directory } : null;
  },

  answer(call, { handle, directory }, now) {
    if (call.host === 'oauth2.googleapis.com') {
      return { status: 200, json: { access_token: `google-token-${handle}`, expires_in: 3599, token_type: 'Bearer' } };
    }
    if (call.path === '/admin/directory/v1/users') {
      return {
        status: 200,
        json: { kind: 'admin#directory#users', users: mailboxes(directory).map(userOf(directory, now)) },
      };
    }
    const [, day] = /^\/admin\/reports\/v1\/usage\/users\/all\/dates\/(\d{4}-\d{2}-\d{2})$/.exec(call.path) ?? [];
    if (day !== undefined) return reports(directory, day, now);
    if (call.host === 'cloudidentity.googleapis.com' && call.path === '/v1/policies') return policies(directory);
    return { status: 404, json: error(404, 'Not Found', 'notFound') };
  },

  withNext(reply, _call, where) {
    // Google names the next page by a token, so that nothing can lead elsewhere: the loop is the same in both.
    return {
      ...reply,
      json: { ...(reply.json as object), nextPageToken: where === 'same' ? 'again' : 'again-and-again' },
    };
  },
};

/** Whose service account signed; null: nobody whom we know, or not with the key. */
function signer({ form }: IdentityCall, directoryOf: (handle: string) => DirectoryState | undefined): string | null {
  const [header = '', claims = '', signature = ''] = (form.get('assertion') ?? '').split('.');
  const { iss, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}') as {
    iss?: string;
    sub?: string;
  };
  const handle = SERVICE_ACCOUNT.exec(iss ?? '')?.[1];
  const directory = handle === undefined ? undefined : directoryOf(handle);
  const key = directory?.googleKey;
  if (form.get('grant_type') !== GRANT || handle === undefined || !directory || !key) return null;
  const isSigned = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    key.publicKey,
    Buffer.from(signature, 'base64url'),
  );
  const isAdmin = directory.people.some(({ email, mailbox }) => email === sub && mailbox?.isAdmin);
  return isSigned && isAdmin ? handle : null;
}

type WithMailbox = DirectoryPerson & { readonly mailbox: NonNullable<DirectoryPerson['mailbox']> };
const mailboxes = ({ people }: DirectoryState): WithMailbox[] =>
  people.filter((person): person is WithMailbox => person.mailbox !== null);

const userOf =
  ({ mail }: DirectoryState, now: Date) =>
  ({ email, name, mailbox }: WithMailbox) => ({
    primaryEmail: email,
    name: { fullName: name },
    isAdmin: mailbox.isAdmin,
    isDelegatedAdmin: false,
    isEnrolledIn2Sv: mailbox.secondFactor !== 'none',
    isEnforcedIn2Sv: mail.isSecondFactorEnforced,
    suspended: mailbox.isSuspended,
    archived: false,
    lastLoginTime: mailbox.lastLogInDaysAgo === null ? NEVER : daysAgo(now, mailbox.lastLogInDaysAgo),
  });

function reports(directory: DirectoryState, day: string, now: Date): IdentityReply {
  if (day > daysAgo(now, REPORTS_LAG_DAYS).slice(0, 10)) {
    const message = `Data for dates later than ${daysAgo(now, REPORTS_LAG_DAYS).slice(0, 10)} is not yet available. Please check back later`;
    return { status: 400, json: error(400, message, 'invalid') };
  }
  const usageReports = mailboxes(directory).map(({ email, mailbox }) => ({
    kind: 'admin#reports#usageReport',
    date: day,
    entity: { type: 'USER', userEmail: email, customerId: 'C0invented' },
    parameters: [
      { name: 'accounts:password_strength', stringValue: mailbox.password },
      { name: 'accounts:password_length_compliance', stringValue: 'COMPLIANT' },
      { name: 'accounts:num_security_keys', intValue: mailbox.secondFactor === 'key' ? '1' : '0' },
      { name: 'accounts:num_passkeys_enrolled', intValue: '0' },
    ],
  }));
  return { status: 200, json: { kind: 'admin#reports#usageReports', usageReports } };
}

function policies({ mail }: DirectoryState): IdentityReply {
  const value = {
    minimumLength: mail.minLength,
    maximumLength: 100,
    allowedStrength: 'STRONG',
    allowReuse: false,
    enforceRequirementsAtLogin: true,
    expirationDuration: `${mail.expiryDays * 86_400}s`,
  };
  const policy = (type: string, of: object) => ({
    name: 'policies/invented',
    customer: 'customers/C0invented',
    policyQuery: {
      orgUnit: 'orgUnits/invented',
      query: "entity.org_units.exists(org_unit, org_unit.org_unit_id == orgUnitId('invented'))",
      sortOrder: 1,
    },
    setting: { type, value: of },
    type: 'ADMIN',
  });
  const twoStep = { enforcedFrom: '2025-01-01T00:00:00Z' };
  return {
    status: 200,
    json: {
      policies: [
        policy('settings/security.password', value),
        ...(mail.isSecondFactorEnforced
          ? [policy('settings/security.two_step_verification_enforcement', twoStep)]
          : []),
      ],
    },
  };
}

function error(code: number, message: string, reason: string) {
  return { error: { code, message, errors: [{ message, domain: 'global', reason }] } };
}
