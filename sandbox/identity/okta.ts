import { bearerOf, daysAgo, type IdentityFake } from './call.ts';
import type { DirectoryPerson, FactorState } from './directory-state.ts';

const TOKEN = 'SSWS okta-token-';
const ORG = /^([a-z0-9-]+)\.okta\.com$/;
const FACTORS: Readonly<Record<FactorState, readonly string[]>> = {
  none: ['email'],
  sms: ['sms', 'email'],
  app: ['push', 'token:software:totp'],
  key: ['webauthn', 'push'],
};

/** Okta as it is documented: people in pages by `Link`, factors a call a person, the rule for passwords. */
export const okta: IdentityFake = {
  isHost: (host) => ORG.test(host),
  troubles: {
    revoked: { status: 401, json: { errorCode: 'E0000011', errorSummary: 'Invalid token provided' } },
    'not-permitted': {
      status: 403,
      json: { errorCode: 'E0000006', errorSummary: 'You do not have permission to perform the requested action' },
    },
    limited: {
      status: 429,
      json: { errorCode: 'E0000047', errorSummary: 'API call exceeded rate limit due to too many requests.' },
      headers: { 'Retry-After': '3600' },
    },
  },

  shopOf(call, directoryOf) {
    const handle = bearerOf(call, TOKEN);
    const isOwnOrg = handle !== null && ORG.exec(call.host)?.[1] === handle;
    const directory = isOwnOrg ? directoryOf(handle) : undefined;
    return isOwnOrg && directory ? { handle, directory } : null;
  },

  answer({ path }, { directory }, now) {
    const people = directory.people.filter(({ mailbox }) => mailbox !== null);
    if (path === '/api/v1/users')
      return { status: 200, json: people.map((person, place) => userOf(person, place, now)) };
    const [, place] = /^\/api\/v1\/users\/00u(\d+)\/factors$/.exec(path) ?? [];
    const person = place === undefined ? undefined : people[Number(place)];
    if (person) {
      const factors = FACTORS[person.mailbox?.secondFactor ?? 'none'];
      return { status: 200, json: factors.map((factorType) => ({ id: 'invented', factorType, status: 'ACTIVE' })) };
    }
    if (path === '/api/v1/policies') {
      const { minLength, expiryDays } = directory.mail;
      const complexity = {
        ...{ minLength, minLowerCase: 1, minUpperCase: 1, minNumber: 1, minSymbol: 0 },
        dictionary: { common: { exclude: true } },
      };
      const settings = { password: { complexity, age: { maxAgeDays: expiryDays, minAgeMinutes: 0, historyCount: 4 } } };
      return {
        status: 200,
        json: [{ id: 'invented', status: 'ACTIVE', name: 'Default Policy', type: 'PASSWORD', settings }],
      };
    }
    return { status: 404, json: { errorCode: 'E0000007', errorSummary: 'Not found' } };
  },

  withNext(reply, call, where) {
    const host = where === 'same' ? call.host : 'somebody-else.okta.com';
    const url = `https://${host}${call.path}?${call.query.toString()}`;
    return { ...reply, headers: { Link: `<${url}>; rel="self", <${url}>; rel="next"` } };
  },
};

function userOf({ email, name, mailbox }: DirectoryPerson, place: number, now: Date) {
  const [firstName, lastName] = name.split(' ');
  return {
    id: `00u${place}`,
    status: mailbox?.isSuspended ? 'SUSPENDED' : 'ACTIVE',
    lastLogin: mailbox?.lastLogInDaysAgo == null ? null : daysAgo(now, mailbox.lastLogInDaysAgo),
    profile: { login: email, email, firstName, lastName, mobilePhone: null },
  };
}
