import { createPrivateKey, sign } from 'node:crypto';
import { z } from 'zod';
import type { AccountFact, AccountFacts } from '../../../core/evidence/people.ts';
import { googleKeyOf } from '../credentials.ts';
import { readPages } from './read-pages.ts';
import { AccessToken, ifPermitted, outside, refuseUnless200, shaped, signInAt } from './reply.ts';
import { ReadingProblem, type IdentitySource, type ReadAccount, type ReadPolicy, type SourceClient } from './source.ts';

const TOKEN = 'https://oauth2.googleapis.com/token';
const API = 'https://admin.googleapis.com/admin';
const SCOPES = {
  directory: 'https://www.googleapis.com/auth/admin.directory.user.readonly',
  reports: 'https://www.googleapis.com/auth/admin.reports.usage.readonly',
  policies: 'https://www.googleapis.com/auth/cloud-identity.policies.readonly',
} as const;
const HOUR_S = 3_600;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Reports lag by days. */
const DAYS_BACK = 7;

const USERS =
  'fields=nextPageToken,users(primaryEmail,name/fullName,isAdmin,isDelegatedAdmin,isEnrolledIn2Sv,isEnforcedIn2Sv,suspended,archived,lastLoginTime)';
const PARAMETERS = [
  ...['password_strength', 'password_length_compliance'],
  ...['num_security_keys', 'num_passkeys_enrolled'],
].map((name) => `accounts:${name}`);

const flag = z.boolean().optional();
const nextPageToken = outside(2_000).optional();
const UsersPage = z.object({
  nextPageToken,
  users: z
    .array(
      z.object({
        primaryEmail: outside(320),
        name: z.object({ fullName: outside(200).optional() }).optional(),
        ...{ isAdmin: flag, isDelegatedAdmin: flag, isEnrolledIn2Sv: flag, isEnforcedIn2Sv: flag },
        ...{ suspended: flag, archived: flag },
        lastLoginTime: outside(40).optional(),
      }),
    )
    .optional(),
});

const ReportsPage = z.object({
  nextPageToken,
  usageReports: z
    .array(
      z.object({
        entity: z.object({ userEmail: outside(320).optional() }),
        parameters: z
          .array(
            z.object({
              name: outside(100),
              stringValue: outside(100).optional(),
              intValue: z.union([outside(20), z.number()]).optional(), // int64 as text
            }),
          )
          .optional(),
      }),
    )
    .optional(),
});

const PoliciesPage = z.object({
  nextPageToken,
  policies: z
    .array(
      z.object({
        type: outside(20).optional(),
        setting: z.object({ type: outside(200), value: z.record(z.string(), z.unknown()).optional() }),
      }),
    )
    .optional(),
});

interface Reported {
  readonly strength?: AccountFacts['passwordStrength'];
  readonly length?: AccountFacts['passwordLength'];
  readonly hasKey: boolean;
}

const TELLS = ['isActive', 'isAdmin', 'secondFactor', 'isSecondFactorEnforced', 'lastSignInAt'] as const;
const REPORTS_TELL = ['passwordStrength', 'passwordLength'] as const;

/**
 * Google Workspace: Directory users; with more rights also usage reports of the newest day there is, and the password
 * policy, which only a super administrator may read. A service account reads in the name of an administrator. Source:
 * Admin SDK Directory and Reports API, Cloud Identity Policy API (2026-11).
 */
export const google: IdentitySource = {
  provider: 'google',

  async read(client) {
    const directory = await tokenFor(client, 'directory');
    const users = await readPages(client, {
      first: `${API}/directory/v1/users?customer=my_customer&maxResults=500&${USERS}`,
      headers: directory,
      page(reply) {
        refuse(reply);
        const { users: items = [], nextPageToken: token } = shaped(UsersPage, reply.json);
        const base = `${API}/directory/v1/users?customer=my_customer&maxResults=500&${USERS}`;
        return { items, next: token ? `${base}&pageToken=${encodeURIComponent(token)}` : null };
      },
    });
    const reports = await ifPermitted(() => newestReports(client));
    const policy = await ifPermitted(() => passwordPolicy(client));
    const now = client.now();
    const accounts = users.map((user): ReadAccount => {
      const reported = reports?.get(user.primaryEmail.toLowerCase());
      const lastSignInAt = signInAt(user.lastLoginTime, now);
      return {
        ...{ login: user.primaryEmail, email: user.primaryEmail, name: user.name?.fullName ?? null, role: null },
        facts: {
          isActive: !(user.suspended === true || user.archived === true),
          isAdmin: user.isAdmin === true || user.isDelegatedAdmin === true,
          ...(user.isEnrolledIn2Sv !== undefined && {
            secondFactor: user.isEnrolledIn2Sv ? (reported?.hasKey ? ('key' as const) : ('unnamed' as const)) : 'none',
          }),
          ...(user.isEnforcedIn2Sv !== undefined && { isSecondFactorEnforced: user.isEnforcedIn2Sv }),
          ...(lastSignInAt !== undefined && { lastSignInAt }),
          ...(reported?.strength && { passwordStrength: reported.strength }),
          ...(reported?.length && { passwordLength: reported.length }),
        },
      };
    });
    const tells: readonly AccountFact[] = reports ? [...TELLS, ...REPORTS_TELL] : TELLS;
    return { service: 'mail', accounts, tells, isFull: true, policy };
  },
};

/** A scope is asked for by itself: one that was not delegated would cost the others. */
async function tokenFor(client: SourceClient, scope: keyof typeof SCOPES): Promise<Record<string, string>> {
  const key = googleKeyOf(client.credentials['serviceAccountKey'] ?? '');
  if (!key) throw new ReadingProblem('key-refused');
  const issuedAt = Math.floor(client.now().getTime() / 1000);
  const claims = {
    ...{ iss: key.clientEmail, sub: client.credentials['adminEmail'], scope: SCOPES[scope], aud: TOKEN },
    ...{ iat: issuedAt, exp: issuedAt + HOUR_S },
  };
  const header = { alg: 'RS256', typ: 'JWT', ...(key.keyId !== null && { kid: key.keyId }) };
  const unsigned = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const signature = sign('sha256', Buffer.from(unsigned), createPrivateKey(key.privateKey)).toString('base64url');
  const reply = await client.send({
    method: 'POST',
    url: TOKEN,
    form: {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: `${unsigned}.${signature}`,
    },
  });
  // "unauthorized_client": the scope was not delegated to the service account. "invalid_grant": no such key or person.
  const { error } = (reply.json ?? {}) as { error?: unknown };
  if (error === 'unauthorized_client' || error === 'access_denied') throw new ReadingProblem('not-permitted');
  if (error === 'invalid_grant' || error === 'invalid_client') throw new ReadingProblem('key-refused');
  refuseUnless200(reply);
  return { authorization: `Bearer ${shaped(AccessToken, reply.json).access_token}` };
}

/** By address, in lower case. An empty map: no day of the last week is ready. */
async function newestReports(client: SourceClient): Promise<Map<string, Reported>> {
  const headers = await tokenFor(client, 'reports');
  for (let back = 0; back <= DAYS_BACK; back += 1) {
    const day = pacificDay(new Date(client.now().getTime() - back * DAY_MS));
    const base = `${API}/reports/v1/usage/users/all/dates/${day}?maxResults=1000&parameters=${PARAMETERS.join(',')}`;
    let isReady = true;
    const reports = await readPages(client, {
      first: base,
      headers,
      page(reply) {
        if (reply.status === 400) {
          isReady = false; // "Data for dates later than … is not yet available."
          return { items: [], next: null };
        }
        refuse(reply);
        const { usageReports: items = [], nextPageToken: token } = shaped(ReportsPage, reply.json);
        return { items, next: token ? `${base}&pageToken=${encodeURIComponent(token)}` : null };
      },
    });
    if (isReady && reports.length > 0) return new Map(reports.flatMap(reportedOf));
  }
  return new Map();
}

function reportedOf(report: NonNullable<z.output<typeof ReportsPage>['usageReports']>[number]): [string, Reported][] {
  const { userEmail } = report.entity;
  if (userEmail === undefined) return [];
  const value = (name: string) => report.parameters?.find((one) => one.name === `accounts:${name}`);
  const strength = { STRONG: 'strong', WEAK: 'weak' } as const;
  const length = { COMPLIANT: 'compliant', NON_COMPLIANT: 'non-compliant' } as const;
  const told = strength[value('password_strength')?.stringValue as keyof typeof strength];
  const fits = length[value('password_length_compliance')?.stringValue as keyof typeof length];
  const keys = ['num_security_keys', 'num_passkeys_enrolled'].map((name) => Number(value(name)?.intValue ?? 0));
  const hasKey = keys.some((count) => count > 0);
  return [[userEmail.toLowerCase(), { hasKey, ...(told && { strength: told }), ...(fits && { length: fits }) }]];
}

/**
 * The weakest of the rules that are set: Google tells them by unit and does not say which one wins. Those that an
 * administrator set go before Google's own.
 */
async function passwordPolicy(client: SourceClient): Promise<ReadPolicy | null> {
  const headers = await tokenFor(client, 'policies');
  const filter = encodeURIComponent('setting.type.matches("security.*")');
  const base = `https://cloudidentity.googleapis.com/v1/policies?filter=${filter}&pageSize=100`;
  const policies = await readPages(client, {
    first: base,
    headers,
    page(reply) {
      refuse(reply);
      const { policies: items = [], nextPageToken: token } = shaped(PoliciesPage, reply.json);
      return { items, next: token ? `${base}&pageToken=${encodeURIComponent(token)}` : null };
    },
  });
  const ofPasswords = policies.filter(({ setting }) => setting.type.endsWith('security.password'));
  const own = ofPasswords.filter(({ type }) => type === 'ADMIN');
  const values = (own.length > 0 ? own : ofPasswords).map(({ setting }) => setting.value ?? {});
  if (values.length === 0) return null;
  const lengths = values.map((value) => value['minimumLength']).filter((one) => typeof one === 'number');
  const strengths = values.map((value) => value['allowedStrength']);
  const ends = values.map((value) => secondsOf(value['expirationDuration'])).filter((one) => one !== null);
  const soonest = ends.filter((seconds) => seconds > 0);
  return {
    minLength: lengths.length > 0 ? Math.min(...lengths) : null,
    needsLetterAndDigit: null,
    hasBlocklist: strengths.every((one) => typeof one === 'string') ? strengths.every((one) => one === 'STRONG') : null,
    expiresAfterDays: ends.length === 0 ? null : soonest.length > 0 ? Math.ceil(Math.min(...soonest) / 86_400) : 0,
  };
}

/** "7776000s" */
function secondsOf(value: unknown): number | null {
  const [, digits] = /^(\d{1,12})(?:\.\d{1,9})?s$/.exec(typeof value === 'string' ? value : '') ?? [];
  return digits === undefined ? null : Number(digits);
}

/** 403 with these reasons is a limit, and no missing right. */
const LIMITS = /rateLimitExceeded|userRateLimitExceeded|quotaExceeded/;

function refuse(reply: Parameters<typeof refuseUnless200>[0]): void {
  const isLimit = reply.status === 403 && LIMITS.test(JSON.stringify(reply.json ?? '').slice(0, 5_000));
  refuseUnless200(reply, isLimit ? { 403: 'limited' } : {});
}

/** Reports are dated by the clocks of California. */
function pacificDay(at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' }).format(at);
}
