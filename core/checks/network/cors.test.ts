import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aHostProbe, aStorefront } from '../../../test/security-factories.ts';
import { cors } from './cors.ts';

const judged = (seen: ReturnType<typeof aHostProbe>['cors'], over = {}) =>
  assess(cors, { storefront: aStorefront({ hosts: [aHostProbe({ cors: seen, ...over })] }) });

describe('security/cors', () => {
  it.each([
    ['closed', { allowOrigin: null, isOriginReflected: false, allowsCredentials: false }, 'pass'],
    ['public', { allowOrigin: '*', isOriginReflected: false, allowsCredentials: true }, 'pass'],
    ['reflected', { allowOrigin: 'https://a.example', isOriginReflected: true, allowsCredentials: false }, 'pass'],
    [
      'with credentials',
      { allowOrigin: 'https://a.example', isOriginReflected: true, allowsCredentials: true },
      'fail',
    ],
  ])('%s: %s', (_, seen, outcome) => {
    expect(judged(seen).outcome).toBe(outcome);
  });

  it('is not assessed where the preflight had no answer', () => {
    expect(judged(null).outcome).toBe('notAssessed');
    expect(judged(null, { outcome: 'blocked', pages: [] })).toMatchObject({ notAssessed: [{ reason: 'blocked' }] });
  });
});
