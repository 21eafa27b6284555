import { describe, expect, it } from '@jest/globals';
import { assess, assessWithout } from './assess.ts';
import { AS_OF } from './factories.ts';
import { aDataSample } from './security-factories.ts';
import type { Check } from '../core/checks/check.ts';
import type { FileScan, NumberSeen, PersonalNumber } from '../core/evidence/data-at-rest.ts';
import type { Severity } from '../core/severity.ts';

const NONE = { card: 0, aadhaar: 0, pan: 0 };
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.parse(AS_OF) - days * DAY_MS).toISOString();
/** What holds of each check of numbers that should not stand in notes and files: of `type`, and not of `other`. */
export function storedNumberCases(
  check: Check,
  { type, other, severity }: { type: PersonalNumber; other: PersonalNumber; severity: Severity },
): void {
  const aNumber = (over: Partial<NumberSeen> = {}): NumberSeen => ({
    type,
    place: 'order-note',
    lastFour: '4242',
    subject: '#1001',
    adminPath: '/orders/1001',
    ...over,
  });
  const aScan = (over: Partial<FileScan> = {}): FileScan => ({
    id: 's1',
    scannedAt: daysAgo(1),
    scannedBy: '1001',
    rows: 900,
    counts: { ...NONE, [type]: 3 },
    ...over,
  });

  describe(`${check.id}: ${type}`, () => {
    it('fails a number in the sample, once a place', () => {
      const seen = [aNumber(), aNumber({ place: 'order-tag' }), aNumber({ lastFour: '1111' })];
      const { outcome, findings } = assess(check, { dataSample: aDataSample({ seen }) });
      expect(outcome).toBe('fail');
      expect(findings).toMatchObject([
        { subject: '#1001, note', severity, adminPath: '/orders/1001', data: { lastFour: '4242' } },
        { subject: '#1001, tag' },
      ]);
    });

    it('fails a scanned file that holds some, for thirty days', () => {
      const file = (days: number) => ({ fileScans: [aScan({ scannedAt: daysAgo(days) })] });
      expect(assess(check, file(30)).findings).toMatchObject([
        { subject: 'file s1', messageId: 'file', data: { count: 3 } },
      ]);
      expect(assess(check, file(31)).findings).toEqual([]);
    });

    it('leaves the other kinds to the other check', () => {
      const dataSample = aDataSample({ seen: [aNumber({ type: other })] });
      const fileScans = [aScan({ counts: { ...NONE, [other]: 5 } })];
      expect(assess(check, { dataSample, fileScans })).toMatchObject({ outcome: 'pass', findings: [] });
    });

    it('passes by a sample, or by a file of late', () => {
      expect(assess(check).outcome).toBe('pass');
      expect(assessWithout('dataSample', check, { fileScans: [aScan({ counts: NONE })] }).outcome).toBe('pass');
    });

    it.each([
      ['nothing was read', [], 'switched-off'],
      ['only an old file', [aScan({ counts: NONE, scannedAt: daysAgo(40) })], 'expired'],
      ['only an empty file', [aScan({ counts: NONE, rows: 0 })], 'expired'],
    ])('is not assessed where %s', (_what, fileScans, reason) => {
      expect(assessWithout('dataSample', check, { fileScans })).toMatchObject({
        outcome: 'notAssessed',
        notAssessed: [{ reason }],
      });
    });

    it('is not assessed by a sample of no orders', () => {
      expect(assess(check, { dataSample: aDataSample({ orders: 0 }) })).toMatchObject({
        outcome: 'notAssessed',
        notAssessed: [{ kind: 'dataSample', reason: 'too-little' }],
      });
    });
  });
}
