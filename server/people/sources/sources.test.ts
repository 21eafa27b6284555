import { describe, expect, it } from '@jest/globals';
import { IDENTITY_PROVIDERS, type IdentityProvider } from '../../../core/api/people.ts';
import { identityProviders, type IdentityProviders } from '../../../test/identity-providers.ts';
import { CREDENTIALS } from '../credentials.ts';
import { sourceClient } from '../source-client.ts';
import { IDENTITY_SOURCES } from './index.ts';
import type { SourceReading } from './source.ts';

const NOW = new Date('2026-11-22T06:30:00.000Z');
const HANDLE = 'marigold';

const aWorld = (): IdentityProviders => identityProviders(() => NOW);

function reading(
  provider: IdentityProvider,
  world: IdentityProviders,
  credentials = world.keyOf(provider, HANDLE),
): Promise<SourceReading> {
  const pause = () => Promise.resolve();
  const client = sourceClient({ provider, credentials, guardedFetch: world.fetch, pause, now: () => NOW });
  return IDENTITY_SOURCES[provider].read(client);
}

const factsOf = ({ accounts }: SourceReading, name: string) =>
  accounts.find(({ login }) => login === `${name}@${HANDLE}.example`)?.facts;

const problemOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'read',
    (error: unknown) => (error as { problem?: unknown }).problem ?? error,
  );

describe('each identity provider', () => {
  describe.each(IDENTITY_PROVIDERS)('%s', (provider) => {
    it('tells every mailbox, whose it is and what protects it', async () => {
      const read = await reading(provider, aWorld());
      expect(read).toMatchObject({ service: 'mail', isFull: true });
      expect(read.accounts.map(({ login, name }) => [login, name])).toEqual([
        ['meera@marigold.example', 'Meera Invented'],
        ['anil@marigold.example', 'Anil Invented'],
        ['ramesh@marigold.example', 'Ramesh Invented'],
      ]);
      expect(factsOf(read, 'meera')).toMatchObject({
        isActive: true,
        secondFactor: 'key',
        lastSignInAt: '2026-11-21T06:30:00.000Z',
      });
      // What is told of nobody is not said to be told.
      const told = new Set(read.accounts.flatMap(({ facts }) => Object.keys(facts)));
      expect([...told].filter((fact) => !(read.tells as readonly string[]).includes(fact))).toEqual([]);
    });

    it('tells who has no second factor, who is suspended, and who never came', async () => {
      const world = aWorld();
      const [, anil, ramesh] = world.directoryOf(HANDLE).people;
      Object.assign(anil?.mailbox ?? {}, { secondFactor: 'none' });
      Object.assign(ramesh?.mailbox ?? {}, { isSuspended: true, lastLogInDaysAgo: null });
      const read = await reading(provider, world);
      expect(factsOf(read, 'anil')).toMatchObject({ isActive: true, secondFactor: 'none' });
      expect(factsOf(read, 'ramesh')).toMatchObject({ isActive: false });
      // Microsoft tells no last log-in of whoever never came: that is unknown, not "never".
      expect(factsOf(read, 'ramesh')?.lastSignInAt).toBe(provider === 'microsoft' ? undefined : null);
    });

    it.each([
      ['revoked', 'key-refused'],
      ['not-permitted', 'not-permitted'],
      ['limited', 'limited'],
      ['looping', 'unexpected-shape'],
      ['elsewhere', 'unexpected-shape'],
      ['html', 'unexpected-shape'],
      ['truncated', 'unexpected-shape'],
      ['hang', 'unreachable'],
    ] as const)('that is %s: %s', async (fault, problem) => {
      const world = aWorld();
      const credentials = world.keyOf(provider, HANDLE);
      world.directoryOf(HANDLE).fault = fault;
      expect(await problemOf(reading(provider, world, credentials))).toBe(problem);
      // The token travels to the provider alone, wherever a next page is said to be.
      const ours =
        /(?:^|\.)(?:googleapis\.com|microsoftonline\.com|graph\.microsoft\.com)$|^graph\.microsoft\.com$|^marigold\.okta\.com$/;
      expect(world.hosts.filter((host) => !ours.test(host))).toEqual([]);
    });

    it('takes a key that fits its shape', () => {
      expect(CREDENTIALS[provider].safeParse(aWorld().keyOf(provider, HANDLE)).success).toBe(true);
    });
  });
});

describe('Google', () => {
  it('tells weak passwords and the rule for them, where the key may read more', async () => {
    const world = aWorld();
    const [, anil] = world.directoryOf(HANDLE).people;
    Object.assign(anil?.mailbox ?? {}, { password: 'WEAK' });
    const read = await reading('google', world);
    expect([factsOf(read, 'meera'), factsOf(read, 'anil')]).toMatchObject([
      { passwordStrength: 'strong', isAdmin: true, isSecondFactorEnforced: true },
      { passwordStrength: 'weak', isAdmin: false, secondFactor: 'unnamed' },
    ]);
    expect(read.policy).toEqual({ minLength: 14, needsLetterAndDigit: null, hasBlocklist: true, expiresAfterDays: 0 });
  });

  it('is refused to an administrator who is none', async () => {
    const world = aWorld();
    const key = { ...world.keyOf('google', HANDLE), adminEmail: 'ramesh@marigold.example' };
    expect(await problemOf(reading('google', world, key))).toBe('key-refused');
  });

  it.each([
    ['usage reports', '/admin/reports/', ['secondFactor', 'unnamed'], { minLength: 14 }],
    ['policies', '/v1/policies', ['secondFactor', 'key'], null],
  ])('costs nothing else when %s are not permitted', async (_name, path, [fact = '', value], policy) => {
    const world = aWorld();
    const closed: IdentityProviders = {
      ...world,
      async fetch(address, init) {
        const answer = await world.fetch(address, init);
        return new URL(address).pathname.startsWith(path) ? { ...answer, status: 403 } : answer;
      },
    };
    const read = await reading('google', closed, world.keyOf('google', HANDLE));
    expect(factsOf(read, 'meera')).toMatchObject({ [fact]: value });
    if (policy === null) expect(read.policy).toBeNull();
    else expect(read.policy).toMatchObject(policy);
    expect(read.tells.includes('passwordStrength')).toBe(path !== '/admin/reports/');
  });
});

describe('Microsoft', () => {
  it('of methods that the policy does not allow says that they are registered, and no more', async () => {
    const world = aWorld();
    const twisted: IdentityProviders = {
      ...world,
      async fetch(address, init) {
        const answer = await world.fetch(address, init);
        return {
          ...answer,
          bytes: Buffer.from(answer.text().replaceAll('"isMfaCapable":true', '"isMfaCapable":false')),
        };
      },
    };
    const read = await reading('microsoft', twisted, world.keyOf('microsoft', HANDLE));
    expect(factsOf(read, 'meera')).toMatchObject({ secondFactor: 'registered-only' });
  });

  it('without a premium licence tells no last log-in', async () => {
    const world = aWorld();
    const plain: IdentityProviders = {
      ...world,
      async fetch(address, init) {
        const answer = await world.fetch(address, init);
        return address.includes('signInActivity') ? { ...answer, status: 403 } : answer;
      },
    };
    const read = await reading('microsoft', plain, world.keyOf('microsoft', HANDLE));
    expect(factsOf(read, 'meera')).toMatchObject({ isActive: true, secondFactor: 'key' });
    expect(read.tells).not.toContain('lastSignInAt');
  });

  it('that may not list people tells of nobody that they are gone', async () => {
    const world = aWorld();
    const closed: IdentityProviders = {
      ...world,
      async fetch(address, init) {
        const answer = await world.fetch(address, init);
        return address.includes('/v1.0/users?') ? { ...answer, status: 403 } : answer;
      },
    };
    const read = await reading('microsoft', closed, world.keyOf('microsoft', HANDLE));
    expect(read.isFull).toBe(false);
    expect(read.tells).not.toContain('isActive');
  });
});

describe('a limit that is short', () => {
  it('is waited out, and the reading goes on', async () => {
    const world = aWorld();
    let limits = 2;
    const busy: IdentityProviders = {
      ...world,
      async fetch(address, init) {
        const answer = await world.fetch(address, init);
        if (!address.endsWith('/factors') || limits === 0) return answer;
        limits -= 1;
        return {
          ...answer,
          status: 429,
          headers: new Headers({ 'x-rate-limit-reset': String(NOW.getTime() / 1000 + 5) }),
        };
      },
    };
    expect((await reading('okta', busy, world.keyOf('okta', HANDLE))).accounts).toHaveLength(3);
  });
});
