import { z } from 'zod';
import type { AccountFact, SecondFactor } from '../../../core/evidence/people.ts';
import { readPages } from './read-pages.ts';
import { AccessToken, ifPermitted, outside, refuseUnless200, shaped, signInAt } from './reply.ts';
import {
  ReadingProblem,
  type IdentitySource,
  type ReadAccount,
  type SourceClient,
  type SourceReply,
} from './source.ts';

const GRAPH = 'https://graph.microsoft.com/v1.0';
const REGISTRATIONS = `${GRAPH}/reports/authenticationMethods/userRegistrationDetails`;
const USERS = `${GRAPH}/users?$select=userPrincipalName,displayName,mail,accountEnabled`;
const DEFAULTS = `${GRAPH}/policies/identitySecurityDefaultsEnforcementPolicy`;

/** Methods by how strong they are. Those that are missing, as e-mail and security questions, are no second factor. */
const KEYS = /^(?:fido2|passkey|windowshello|x509|securitykey|macosssoplatform|macossecureenclave)/i;
const APPS =
  /^(?:microsoftauthenticator|softwareonetimepasscode|hardwareonetimepasscode|softwareoath|hardwareoath|push|oath)/i;
const PHONES = /^(?:mobilephone|alternatemobilephone|officephone|sms|voice)/i;

const nextLink = outside(4_000).optional();
const Registrations = z.object({
  '@odata.nextLink': nextLink,
  value: z.array(
    z.object({
      userPrincipalName: outside(320),
      userDisplayName: outside(200).nullish(),
      isAdmin: z.boolean().optional(),
      isMfaCapable: z.boolean().optional(),
      isMfaRegistered: z.boolean().optional(),
      methodsRegistered: z.array(outside(100)).max(100).optional(),
    }),
  ),
});
type Registration = z.output<typeof Registrations>['value'][number];

const Users = z.object({
  '@odata.nextLink': nextLink,
  value: z.array(
    z.object({
      userPrincipalName: outside(320),
      displayName: outside(200).nullish(),
      mail: outside(320).nullish(),
      accountEnabled: z.boolean().nullish(),
      signInActivity: z.object({ lastSuccessfulSignInDateTime: outside(40).nullish() }).nullish(),
    }),
  ),
});
type User = z.output<typeof Users>['value'][number];

const SecurityDefaults = z.object({ isEnabled: z.boolean() });

/**
 * Microsoft Entra: who registered which methods, who is enabled, and the last log-in where the tenant's licence tells
 * it. `isMfaCapable`, not registered alone: a method that the policy does not allow protects nobody. Disabled people are
 * missing from the first list; only the second says so. Source: Microsoft Graph v1.0 (2026-11).
 */
export const microsoft: IdentitySource = {
  provider: 'microsoft',

  async read(client) {
    const headers = await authorization(client);
    const registrations = await readPages(client, {
      first: `${REGISTRATIONS}?$top=999`,
      headers,
      page: (reply) => pageOf(Registrations, reply),
    });
    const users = await everyUser(client, headers);
    const isEnforced = await ifPermitted(async () => {
      const reply = await client.send({ method: 'GET', url: DEFAULTS, headers });
      refuseUnless200(reply);
      return shaped(SecurityDefaults, reply.json).isEnabled;
    });

    const byName = new Map(registrations.map((one) => [one.userPrincipalName.toLowerCase(), one]));
    const listed = users?.list ?? [];
    const others = registrations.filter(
      ({ userPrincipalName }) =>
        !listed.some((user) => user.userPrincipalName.toLowerCase() === userPrincipalName.toLowerCase()),
    );
    const accounts = [
      ...listed.map((user) =>
        accountOf(user, byName.get(user.userPrincipalName.toLowerCase()), isEnforced, client.now()),
      ),
      ...others.map((one) => accountOf(undefined, one, isEnforced, client.now())),
    ];
    const tells: AccountFact[] = ['isAdmin', 'secondFactor'];
    if (users) tells.unshift('isActive');
    if (isEnforced === true) tells.push('isSecondFactorEnforced');
    if (users?.hasSignIns) tells.push('lastSignInAt');
    return { service: 'mail', accounts, tells, isFull: users !== null, policy: null };
  },
};

async function authorization({ credentials, send }: SourceClient): Promise<Record<string, string>> {
  const reply = await send({
    method: 'POST',
    url: `https://login.microsoftonline.com/${encodeURIComponent(credentials['tenantId'] ?? '')}/oauth2/v2.0/token`,
    form: {
      grant_type: 'client_credentials',
      client_id: credentials['clientId'] ?? '',
      client_secret: credentials['clientSecret'] ?? '',
      scope: 'https://graph.microsoft.com/.default',
    },
  });
  refuseUnless200(reply, { 400: 'key-refused' });
  return { authorization: `Bearer ${shaped(AccessToken, reply.json).access_token}` };
}

/** With the last log-in where the tenant may be told it; null: the key may not list people. */
async function everyUser(client: SourceClient, headers: Readonly<Record<string, string>>) {
  const list = (first: string) => readPages<User>(client, { first, headers, page: (reply) => pageOf(Users, reply) });
  const withSignIns = await ifPermitted(() => list(`${USERS},signInActivity&$top=500`));
  if (withSignIns) return { list: withSignIns, hasSignIns: true };
  const plain = await ifPermitted(() => list(`${USERS}&$top=500`));
  return plain && { list: plain, hasSignIns: false };
}

function pageOf<T>(schema: z.ZodType<{ '@odata.nextLink'?: string | undefined; value: T[] }>, reply: SourceReply) {
  refuseUnless200(reply);
  const { value, '@odata.nextLink': next } = shaped(schema, reply.json);
  return { items: value, next: next ?? null };
}

function accountOf(
  user: User | undefined,
  registration: Registration | undefined,
  isEnforced: boolean | null,
  now: Date,
): ReadAccount {
  const login = user?.userPrincipalName ?? registration?.userPrincipalName ?? '';
  if (login === '') throw new ReadingProblem('unexpected-shape');
  const activity = user?.signInActivity;
  const lastSignInAt = activity ? signInAt(activity.lastSuccessfulSignInDateTime ?? null, now) : undefined;
  const secondFactor = registration && secondFactorOf(registration);
  return {
    login,
    email: user?.mail ?? login,
    name: user?.displayName ?? registration?.userDisplayName ?? null,
    role: null,
    facts: {
      ...(typeof user?.accountEnabled === 'boolean' && { isActive: user.accountEnabled }),
      ...(registration?.isAdmin !== undefined && { isAdmin: registration.isAdmin }),
      ...(secondFactor && { secondFactor }),
      // Security defaults off may mean rules of another kind: then nothing is known.
      ...(isEnforced === true && { isSecondFactorEnforced: true }),
      ...(lastSignInAt !== undefined && { lastSignInAt }),
    },
  };
}

/** The strongest method that may be used. */
function secondFactorOf({
  isMfaCapable,
  isMfaRegistered,
  methodsRegistered = [],
}: Registration): SecondFactor | undefined {
  if (isMfaCapable === undefined) return undefined;
  if (!isMfaCapable) return isMfaRegistered === true ? 'registered-only' : 'none';
  const has = (kind: RegExp) => methodsRegistered.some((method) => kind.test(method));
  return has(KEYS) ? 'key' : has(APPS) ? 'app' : has(PHONES) ? 'sms' : 'unnamed';
}
