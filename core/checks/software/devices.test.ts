import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { someSelfChecks, YESTERDAY } from '../../../test/security-factories.ts';
import type { DeviceSelfCheck } from '../../evidence/attestations.ts';
import { devices as check } from './devices.ts';

const [good] = someSelfChecks().devices;
const device = (answers: Partial<DeviceSelfCheck['answers']> = {}, over: Partial<DeviceSelfCheck> = {}) =>
  ({ ...good, answers: { ...good?.answers, ...answers }, ...over }) as DeviceSelfCheck;
const judge = (...told: DeviceSelfCheck[]) => {
  const { outcome, findings, notAssessed } = assess(check, { selfChecks: someSelfChecks({ devices: told }) });
  return [
    outcome,
    findings.map(({ messageId, severity }) => `${messageId} ${severity}`),
    notAssessed.map((one) => one.reason),
  ];
};

describe('security/devices', () => {
  it.each([
    [{}, 'pass', [], []],
    [{ diskEncryption: 'no' }, 'fail', ['diskEncryption high'], []],
    [{ screenLock: 'no', systemUpdates: 'no' }, 'fail', ['screenLock high', 'systemUpdates high'], []],
    [{ screenLock: 'unsure' }, 'notAssessed', [], ['too-little']],
    [{ screenLock: 'unsure', systemUpdates: 'no' }, 'fail', ['systemUpdates high'], []],
    [{ antiMalware: 'no' }, 'pass', [], []], // a check of its own
  ] as const)('%j: %s', (answers, outcome, found, reasons) => {
    expect(judge(device(answers))).toEqual([outcome, found, reasons]);
  });

  it.each([
    ['nobody answered', [], 'not-stated'],
    ['an answer of 91 days', [device({ screenLock: 'no' }, { checkedAt: '2026-08-23T06:30:00.000Z' })], 'expired'],
  ])('%s: not assessed', (_, told, reason) => {
    expect(judge(...told)).toEqual(['notAssessed', [], [reason]]);
  });

  it('names who was asked and is silent, and fails nobody for it', () => {
    const asked = [{ personId: 'p2', label: 'Su•••', askedAt: YESTERDAY }];
    const result = assess(check, { selfChecks: someSelfChecks({ asked }) });
    expect(result).toMatchObject({
      outcome: 'pass',
      findings: [{ severity: 'info', data: { count: 1, label: 'Su•••' } }],
    });
  });
});
