import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { AS_OF } from '../../../test/factories.ts';
import { aRegistryEntry, aRegistryRecord, aStatedRegistration, aTaxProfile } from '../../../test/gst-factories.ts';
import type { FiledReturn, RegistryEntry } from '../../evidence/registry.ts';
import type { StatedRegistration } from '../../evidence/tax-profile.ts';
import { DUE_DATES } from '../../data/due-dates.ts';
import { NO_CHANGES } from '../../gst/law.ts';
import { returnsFiled } from './returns-filed.ts';

const FILED: readonly FiledReturn[] = aRegistryEntry().returns?.filed ?? [];
const without = (...left: string[]) => FILED.filter(({ form, period }) => !left.includes(`${form} ${period}`));
const told = (filed: readonly FiledReturn[], learnedAt = AS_OF): RegistryEntry =>
  aRegistryEntry({ returns: { filed, learnedAt } });
const stating = (stated: Partial<StatedRegistration>) => aTaxProfile({ registrations: [aStatedRegistration(stated)] });

describe('gst/returns-filed', () => {
  it('passes when everything that fell due is filed', () => {
    expect(assess(returnsFiled).outcome).toBe('pass');
  });

  it('names form, period and day of what is not filed', () => {
    const registry = [told(without('GSTR3B 2026-10'))];
    expect(assess(returnsFiled, { registry })).toMatchObject({
      outcome: 'fail',
      findings: [
        {
          subject: '27AAAPZXXXXC1Z0 GSTR-3B',
          messageId: 'one',
          severity: 'high',
          data: { form: 'GSTR-3B', period: '2026-10', dueDay: '2026-11-20', day: '2026-11-22' },
        },
      ],
    });
  });

  it('weighs two periods more', () => {
    const registry = [told(without('GSTR3B 2026-09', 'GSTR3B 2026-10'))];
    expect(assess(returnsFiled, { registry }).findings).toMatchObject([
      { messageId: 'several', severity: 'critical', data: { periods: '2026-09, 2026-10', dueDay: '2026-10-20' } },
    ]);
  });

  it('is not assessed where the registry was last asked before the day', () => {
    const registry = [told(without('GSTR3B 2026-10'), '2026-11-20T06:30:00.000Z')];
    expect(assess(returnsFiled, { registry })).toMatchObject({
      outcome: 'notAssessed',
      notAssessed: [{ kind: 'registry', reason: 'not-asked' }],
    });
  });

  it('informs where the day rests on an unconfirmed source', () => {
    const dueDates = DUE_DATES.filter(({ form, who }) => form === 'GSTR-3B' && who === 'monthly').map((row) => ({
      ...row,
      status: 'unverified' as const,
    }));
    const evidence = { registry: [told(without('GSTR3B 2026-10'))], law: { ...NO_CHANGES, dueDates } };
    expect(assess(returnsFiled, evidence)).toMatchObject({ outcome: 'pass', findings: [{ severity: 'info' }] });
  });

  it('knows an extension that the operator entered', () => {
    const [row] = DUE_DATES.filter(({ form, who }) => form === 'GSTR-3B' && who === 'monthly');
    if (!row) throw new Error('The table has the form.');
    const extended = { ...row, dueDay: 27, effectiveFrom: '2026-10-01', effectiveTo: '2026-10-31' };
    const evidence = { registry: [told(without('GSTR3B 2026-10'))], law: { ...NO_CHANGES, dueDates: [extended] } };
    expect(assess(returnsFiled, evidence).outcome).toBe('pass');
  });

  it.each([
    ['how it files is not stated', stating({ filing: null }), told([]), 'taxProfile', 'not-stated'],
    ['the service does not tell', stating({}), aRegistryEntry({ returns: null }), 'registry', 'too-little'],
    [
      'nobody was asked',
      stating({}),
      aRegistryEntry({ known: null, asked: null, returns: null }),
      'registry',
      'not-asked',
    ],
  ])('passes nobody when %s', (_, taxProfile, entry, kind, reason) => {
    expect(assess(returnsFiled, { taxProfile, registry: [entry] })).toMatchObject({
      outcome: 'notAssessed',
      notAssessed: [{ kind, reason }],
    });
  });

  it('asks nothing of kinds with returns of their own, or without a registration', () => {
    const isd = { record: aRegistryRecord({ taxpayerKind: 'isd' }), service: 'setu' as const, learnedAt: AS_OF };
    const registry = [aRegistryEntry({ known: isd, returns: null })];
    expect(assess(returnsFiled, { registry, taxProfile: stating({ scheme: null }) }).outcome).toBe('notApplicable');
    expect(assess(returnsFiled, { taxProfile: aTaxProfile({ registrations: [] }) }).outcome).toBe('notApplicable');
  });
});
