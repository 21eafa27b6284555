import type { CookieSeen } from '../evidence/storefront.ts';
import { isSessionCookie, sameSiteOf } from './cookies.ts';
import { worstOf } from './worst.ts';

/** Set by a hosting service for its own routing; no shop can change it. */
const NOT_OURS = ['heroku-session-affinity'];

const WORSE_AND_WORSE = [
  'cookies-without-secure-flag-but-protected-by-hsts',
  'cookies-without-secure-flag',
  'cookies-session-without-secure-flag-but-protected-by-hsts',
  'cookies-samesite-flag-invalid',
  'cookies-anticsrf-without-samesite-flag',
  'cookies-session-without-httponly-flag',
  'cookies-session-without-secure-flag',
] as const;
type CookieFault = (typeof WORSE_AND_WORSE)[number];

/** Result of the test `cookies`. `isHstsGood`: the test `hsts` passes, so that a browser sends nothing over http. */
export function cookieResult(cookies: readonly CookieSeen[], isHstsGood: boolean): string {
  const judged = cookies.filter(({ name }) => !NOT_OURS.includes(name));
  if (judged.length === 0) return 'cookies-not-found';
  const worst = worstOf(
    judged.flatMap((cookie) => faultsOf(cookie, isHstsGood)),
    WORSE_AND_WORSE,
  );
  if (worst) return worst;
  const isSameSiteEverywhere = judged.every(({ sameSite }) => sameSite !== null);
  return isSameSiteEverywhere
    ? 'cookies-secure-with-httponly-sessions-and-samesite'
    : 'cookies-secure-with-httponly-sessions';
}

function faultsOf(cookie: CookieSeen, isHstsGood: boolean): CookieFault[] {
  const faults: CookieFault[] = [];
  const isSession = isSessionCookie(cookie);
  const sameSite = sameSiteOf(cookie);
  const isKnown = sameSite !== 'missing' && (sameSite !== 'invalid' || cookie.sameSite?.toLowerCase() === 'none');
  if (sameSite === 'invalid') faults.push('cookies-samesite-flag-invalid');
  if (cookie.name.toLowerCase().includes('csrf') && !isKnown) faults.push('cookies-anticsrf-without-samesite-flag');
  if (!cookie.isSecure) {
    faults.push(isHstsGood ? 'cookies-without-secure-flag-but-protected-by-hsts' : 'cookies-without-secure-flag');
    if (isSession) {
      faults.push(
        isHstsGood
          ? 'cookies-session-without-secure-flag-but-protected-by-hsts'
          : 'cookies-session-without-secure-flag',
      );
    }
  }
  if (isSession && !cookie.isHttpOnly) faults.push('cookies-session-without-httponly-flag');
  return faults;
}
