import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { AS_OF } from '../../../test/factories.ts';
import { aRegistryEntry, aRegistryRecord } from '../../../test/gst-factories.ts';
import { WATCHED_FIELDS } from '../../evidence/registry.ts';
import { registrationChanges } from './registration-changes.ts';

const changed = (field: (typeof WATCHED_FIELDS)[number], noticedAt = AS_OF) =>
  aRegistryEntry({ changes: [{ field, noticedAt }] });

describe('gst/registration-changes', () => {
  it.each(WATCHED_FIELDS)('tells of a change of %s', (field) => {
    expect(assess(registrationChanges, { registry: [changed(field)] }).findings).toMatchObject([
      { subject: `27AAAPZXXXXC1Z0 ${field} 2026-11-22`, messageId: field, data: { day: '2026-11-22' } },
    ]);
  });

  it.each([
    ['thirty days ago', '2026-10-23T06:30:00.000Z', 'fail'],
    ['thirty days ago in India, thirty-one in London', '2026-10-22T18:30:00.000Z', 'fail'],
    ['thirty-one days ago', '2026-10-22T18:29:59.000Z', 'pass'],
    ['today', AS_OF, 'fail'],
  ])('noticed %s: %s', (_, noticedAt, outcome) => {
    expect(assess(registrationChanges, { registry: [changed('legalName', noticedAt)] }).outcome).toBe(outcome);
  });

  it('leaves a number that is suspended now to its own check', () => {
    const known = { record: aRegistryRecord({ status: 'suspended' }), service: 'setu' as const, learnedAt: AS_OF };
    expect(assess(registrationChanges, { registry: [{ ...changed('status'), known }] }).outcome).toBe('pass');
    expect(assess(registrationChanges, { registry: [{ ...changed('tradeName'), known }] }).outcome).toBe('fail');
  });

  it('is two findings for two changes of one field', () => {
    const noticedAt = '2026-11-02T06:30:00.000Z';
    const registry = [
      aRegistryEntry({
        changes: [
          { field: 'principal', noticedAt: AS_OF },
          { field: 'principal', noticedAt },
        ],
      }),
    ];
    expect(assess(registrationChanges, { registry }).findings).toHaveLength(2);
  });

  it('does not pass what nobody looked up', () => {
    expect(assess(registrationChanges, { registry: [aRegistryEntry({ known: null, asked: null })] })).toMatchObject({
      outcome: 'notAssessed',
      notAssessed: [{ kind: 'registry', reason: 'not-asked' }],
    });
    expect(assess(registrationChanges, { registry: [] }).outcome).toBe('notApplicable');
  });
});
