import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Clock } from './clock.ts';

/** About a tenth of a second and 16 MB for each guess: RFC 7914's interactive setting. */
const COST = { N: 16_384, r: 8, p: 1 } as const;
const HASH_BYTES = 32;
const SALT_BYTES = 16;
const MISSES_A_MINUTE = 5;
const MINUTE_MS = 60_000;
/** Longer ones would only keep us busy. */
const MOST_CHARS = 200;

/** "scrypt:SALT:HASH", both in base64url. */
const FORM = /^scrypt:([\w-]{22}):([\w-]{43})$/;

export const isPasswordHash = (text: string): boolean => FORM.test(text);

/** What OPERATOR_PASSWORD_HASH holds. */
export async function passwordHash(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt);
  return `scrypt:${salt.toString('base64url')}:${hash.toString('base64url')}`;
}

/** `wait`: five wrong passwords came within a minute; not even the right one is looked at. */
export type GateAnswer = 'open' | 'wrong' | 'wait';

export interface PasswordGate {
  /** @param authorization the header, "Basic …"; the user's name does not matter */
  judge(authorization: string): Promise<GateAnswer>;
}

/**
 * Stands before the operator's page. Each guess costs a derivation, and takes its place among the misses of the minute
 * before it is looked at, so that many at once are no more than a few. Whoever was let in stays in without another one.
 */
export function passwordGate({ hash, clock }: { hash: string; clock: Clock }): PasswordGate {
  const [, salt = '', wanted = ''] = FORM.exec(hash) ?? [];
  const ownKey = randomBytes(HASH_BYTES);
  let known: Buffer | null = null;
  let misses: number[] = [];

  return {
    async judge(authorization) {
      const password = passwordIn(authorization);
      if (password === null) return 'wrong';
      const mark = createHmac('sha256', ownKey).update(password).digest();
      if (known && timingSafeEqual(mark, known)) return 'open';
      const now = clock.now().getTime();
      misses = misses.filter((at) => at > now - MINUTE_MS && at <= now);
      if (misses.length >= MISSES_A_MINUTE) return 'wait';
      misses.push(now);
      const derived = await derive(password, Buffer.from(salt, 'base64url'));
      if (!timingSafeEqual(derived, Buffer.from(wanted, 'base64url'))) return 'wrong';
      known = mark;
      misses.splice(misses.indexOf(now), 1);
      return 'open';
    },
  };
}

function passwordIn(authorization: string): string | null {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]{1,1000})$/.exec(authorization) ?? [];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  const password = text.slice(colon + 1);
  return colon < 0 || password === '' || password.length > MOST_CHARS ? null : password;
}

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, HASH_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
