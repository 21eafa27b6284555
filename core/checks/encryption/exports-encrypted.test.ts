import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { anAttestation } from '../../../test/security-factories.ts';
import { exportsEncrypted as check } from './exports-encrypted.ts';

describe('security/exports-encrypted', () => {
  it.each([
    ['yes', 'pass', []],
    ['no', 'fail', ['no']],
    ['not-applicable', 'notAssessed', []],
  ] as const)('%s: %s', (answer, outcome, messages) => {
    const attestations = [anAttestation('exports-encrypted', { answer, hasFile: true })];
    const result = assess(check, { attestations });
    expect(result.outcome).toBe(outcome);
    expect(result.findings.map(({ messageId }) => messageId)).toEqual(messages);
  });

  it('asks nobody else: without an answer it is not assessed', () => {
    const result = assess(check, { attestations: [] });
    expect(result).toMatchObject({
      outcome: 'notAssessed',
      notAssessed: [{ kind: 'attestations', reason: 'not-stated' }],
    });
  });
});
