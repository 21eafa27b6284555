import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import type { ExposedPath } from '../../evidence/storefront.ts';
import { aHostProbe, aStorefront } from '../../../test/security-factories.ts';
import { exposedFiles } from './exposed-files.ts';

const judged = (exposedPaths: ExposedPath[] | null, over = {}) =>
  assess(exposedFiles, {
    storefront: aStorefront({
      hosts: [aHostProbe(), aHostProbe({ host: 'own.example', listedBy: 'own', exposedPaths, ...over })],
    }),
  });

describe('security/exposed-files', () => {
  it.each<[ExposedPath['what'], string]>([
    ['environment', 'critical'],
    ['dump', 'critical'],
    ['backup', 'high'],
    ['version-control', 'high'],
    ['debug', 'medium'],
    ['listing', 'medium'],
  ])('%s is %s', (what, severity) => {
    expect(judged([{ path: '/x', what }]).findings).toMatchObject([
      { subject: 'own.example/x', messageId: what, severity },
    ]);
  });

  it('passes where nothing came, and says where nobody could ask', () => {
    expect(judged([]).outcome).toBe('pass');
    expect(judged(null, { outcome: 'blocked' })).toMatchObject({ notAssessed: [{ reason: 'blocked' }] });
    expect(judged(null, { outcome: 'not-verified' })).toMatchObject({ notAssessed: [{ reason: 'too-little' }] });
  });

  it('does not apply without hosts of one’s own', () => {
    expect(assess(exposedFiles).outcome).toBe('notApplicable');
  });
});
