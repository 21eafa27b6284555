import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { AS_OF } from '../../../test/factories.ts';
import { aRegistryEntry, aRegistryRecord } from '../../../test/gst-factories.ts';
import type { RegistryEntry, RegistryRecord } from '../../evidence/registry.ts';
import { registrationStatus } from './registration-status.ts';

const entryWith = (over: Partial<RegistryRecord>, learnedAt = AS_OF): RegistryEntry =>
  aRegistryEntry({ known: { record: aRegistryRecord(over), service: 'cashfree', learnedAt } });
const asked = (outcome: 'not-found' | 'unreachable') => ({ service: 'cashfree' as const, at: AS_OF, outcome });

describe('gst/registration-status', () => {
  it.each([
    ['active', 'pass', undefined],
    ['suspended', 'fail', 'suspended'],
    ['cancelled', 'fail', 'cancelled'],
    ['inactive', 'fail', 'inactive'],
    ['provisional', 'pass', 'provisional'],
  ] as const)('%s: %s', (status, outcome, messageId) => {
    const result = assess(registrationStatus, { registry: [entryWith({ status })] });
    expect(result.outcome).toBe(outcome);
    expect(result.findings[0]?.messageId).toBe(messageId);
  });

  it('says since when, as of which day, and shows no whole number', () => {
    const registry = [entryWith({ status: 'cancelled', cancelledOn: '2026-08-31' }, '2026-11-20T20:00:00.000Z')];
    expect(assess(registrationStatus, { registry }).findings).toEqual([
      {
        subject: '27AAAPZXXXXC1Z0',
        messageId: 'cancelledSince',
        data: { gstin: '27AAAPZXXXXC1Z0', day: '2026-11-21', sinceDay: '2026-08-31' },
        severity: 'critical',
        atStakePaise: null,
        adminPath: null,
        isRemark: false,
      },
    ]);
  });

  it('finds a number that the registry does not have, whatever it told before', () => {
    const registry = [aRegistryEntry({ asked: asked('not-found') })];
    expect(assess(registrationStatus, { registry }).findings).toMatchObject([
      { messageId: 'notFound', severity: 'critical' },
    ]);
  });

  it.each([
    ['nobody was asked', aRegistryEntry({ known: null, asked: null }), 'not-asked'],
    ['no answer ever came', aRegistryEntry({ known: null, asked: asked('unreachable') }), 'unreachable'],
    ['the answer is old', { ...entryWith({}, '2026-11-01T00:00:00.000Z'), asked: asked('unreachable') }, 'unreachable'],
    ['the service does not tell', entryWith({ status: null }), 'too-little'],
  ])('passes nobody by when %s', (_, entry, reason) => {
    expect(assess(registrationStatus, { registry: [aRegistryEntry(), entry] })).toMatchObject({
      outcome: 'notAssessed',
      notAssessed: [{ kind: 'registry', reason }],
    });
  });

  it('finds a suspension, however long ago it was told', () => {
    const registry = [
      { ...entryWith({ status: 'suspended' }, '2026-10-01T00:00:00.000Z'), asked: asked('unreachable') },
    ];
    expect(assess(registrationStatus, { registry }).findings).toMatchObject([{ data: { day: '2026-10-01' } }]);
  });

  it('has nothing to judge without a registration', () => {
    expect(assess(registrationStatus, { registry: [] }).outcome).toBe('notApplicable');
  });
});
