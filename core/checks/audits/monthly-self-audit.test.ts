import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import type { anAttestation } from '../../../test/security-factories.ts';
import { someAttestations } from '../../../test/security-factories.ts';
import { monthlySelfAudit as check } from './monthly-self-audit.ts';

const [first, ...rest] = someAttestations();
const judge = (attestations: readonly ReturnType<typeof anAttestation>[]) => {
  const { outcome, findings } = assess(check, { attestations });
  return [outcome, findings.map(({ data }) => data['count'])];
};
const ended = (expiresAt: string) =>
  [...rest, { ...first, expiresAt, statedAt: '2026-01-01T00:00:00.000Z' }] as typeof rest;

describe('security/monthly-self-audit', () => {
  it.each([
    ['all answered', someAttestations(), 'pass', []],
    ['answered "no", which other checks judge', someAttestations({ answer: 'no' }), 'pass', []],
    ['one never answered', rest, 'fail', [1]],
    ['one ended this month', ended('2026-10-22T06:30:00.000Z'), 'pass', []],
    ['one ended more than a month ago', ended('2026-10-22T06:29:59.000Z'), 'fail', [1]],
    ['none ever answered', [], 'notAssessed', []],
    ['only tomorrow', someAttestations({ statedAt: '2026-11-23T00:00:00.000Z' }), 'notAssessed', []],
  ] as const)('%s: %s', (_, attestations, outcome, counts) => {
    expect(judge(attestations)).toEqual([outcome, counts]);
  });
});
