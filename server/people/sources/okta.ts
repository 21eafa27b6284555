import { z } from 'zod';
import type { SecondFactor } from '../../../core/evidence/people.ts';
import { readPages } from './read-pages.ts';
import { ifPermitted, outside, refuseUnless200, shaped, signInAt } from './reply.ts';
import type { IdentitySource, ReadAccount, ReadPolicy, SourceClient } from './source.ts';

/** Factors take one call a person; a larger directory would take the whole of Okta's limit. */
const MOST_USERS = 1_000;

const Users = z
  .array(
    z.object({
      id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
      status: outside(40),
      lastLogin: outside(40).nullish(),
      profile: z.object({
        login: outside(320),
        email: outside(320).nullish(),
        firstName: outside(100).nullish(),
        lastName: outside(100).nullish(),
      }),
    }),
  )
  .max(500);
type User = z.output<typeof Users>[number];

const Factors = z.array(z.object({ factorType: outside(60), status: outside(40) })).max(100);

const count = z.number().int().nonnegative();
const Policies = z
  .array(
    z.object({
      status: outside(40).optional(),
      settings: z
        .object({
          password: z
            .object({
              complexity: z
                .object({
                  minLength: count.optional(),
                  ...{ minLowerCase: count.optional(), minUpperCase: count.optional(), minNumber: count.optional() },
                  dictionary: z.object({ common: z.object({ exclude: z.boolean() }).optional() }).optional(),
                })
                .optional(),
              age: z.object({ maxAgeDays: count.optional() }).optional(),
            })
            .optional(),
        })
        .optional(),
    }),
  )
  .max(200);

const CLOSED = new Set(['SUSPENDED', 'DEPROVISIONED']);
const NOT_BEGUN = new Set(['STAGED', 'PROVISIONED']);

const KEYS = /^(?:webauthn|u2f|signed_nonce)$/;
const APPS = /^(?:push|token(?::.+)?)$/;
const PHONES = /^(?:sms|call)$/;

/**
 * Okta: people, their active factors, and the rule for passwords. An e-mail or a question is no second factor. Source:
 * Okta Users, Factors and Policies API (2026-11). Deprovisioned people are not listed: they are told as gone.
 */
export const okta: IdentitySource = {
  provider: 'okta',

  async read(client) {
    const org = client.credentials['orgUrl'] ?? '';
    const headers = { authorization: `SSWS ${client.credentials['apiToken'] ?? ''}` };
    const users = await readPages<User>(client, {
      first: `${org}/api/v1/users?limit=200`,
      headers,
      most: MOST_USERS,
      page(reply) {
        refuseUnless200(reply);
        return { items: shaped(Users, reply.json), next: reply.next };
      },
    });
    const accounts: ReadAccount[] = [];
    for (const user of users) accounts.push(await accountOf(user, client, headers));
    const policy = await ifPermitted(() => passwordPolicy(client, org, headers));
    const tells = ['isActive', 'kind', 'secondFactor', 'lastSignInAt'] as const;
    return { service: 'mail', accounts, tells, isFull: true, policy };
  },
};

async function accountOf(
  { id, status, lastLogin, profile }: User,
  client: SourceClient,
  headers: Readonly<Record<string, string>>,
): Promise<ReadAccount> {
  const isActive = !CLOSED.has(status);
  const lastSignInAt = signInAt(lastLogin ?? null, client.now());
  const secondFactor = isActive ? await secondFactorOf(id, client, headers) : undefined;
  const name = [profile.firstName, profile.lastName].filter(Boolean).join(' ');
  return {
    login: profile.login,
    email: profile.email ?? null,
    name: name === '' ? null : name,
    role: null,
    facts: {
      isActive,
      kind: NOT_BEGUN.has(status) ? 'invited' : 'regular',
      ...(secondFactor && { secondFactor }),
      ...(lastSignInAt !== undefined && { lastSignInAt }),
    },
  };
}

/** The strongest active one. Undefined: the person went while we read. */
async function secondFactorOf(
  id: string,
  { credentials, send }: SourceClient,
  headers: Readonly<Record<string, string>>,
): Promise<SecondFactor | undefined> {
  const reply = await send({
    method: 'GET',
    url: `${credentials['orgUrl'] ?? ''}/api/v1/users/${id}/factors`,
    headers,
  });
  if (reply.status === 404) return undefined;
  refuseUnless200(reply);
  const active = shaped(Factors, reply.json).filter(({ status }) => status === 'ACTIVE');
  const has = (kind: RegExp) => active.some(({ factorType }) => kind.test(factorType));
  return has(KEYS) ? 'key' : has(APPS) ? 'app' : has(PHONES) ? 'sms' : 'none';
}

/** The weakest of the active rules: which one holds for whom, their groups decide. */
async function passwordPolicy(
  { send }: SourceClient,
  org: string,
  headers: Readonly<Record<string, string>>,
): Promise<ReadPolicy | null> {
  const reply = await send({ method: 'GET', url: `${org}/api/v1/policies?type=PASSWORD`, headers });
  refuseUnless200(reply);
  const rules = shaped(Policies, reply.json)
    .filter(({ status }) => status === undefined || status === 'ACTIVE')
    .flatMap(({ settings }) => settings?.password ?? []);
  if (rules.length === 0) return null;
  const lengths = rules.map(({ complexity }) => complexity?.minLength ?? 0);
  const needs = rules.map(
    ({ complexity = {} }) =>
      (complexity.minLowerCase ?? 0) + (complexity.minUpperCase ?? 0) > 0 && (complexity.minNumber ?? 0) > 0,
  );
  const ends = rules.map(({ age }) => age?.maxAgeDays ?? 0).filter((days) => days > 0);
  return {
    minLength: Math.min(...lengths),
    needsLetterAndDigit: needs.every(Boolean),
    hasBlocklist: rules.every(({ complexity }) => complexity?.dictionary?.common?.exclude === true),
    expiresAfterDays: ends.length > 0 ? Math.min(...ends) : 0,
  };
}
