import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { AS_OF, aGstin } from '../../../test/factories.ts';
import { aRegistryEntry, aRegistryRecord } from '../../../test/gst-factories.ts';
import { panConstitution } from './pan-constitution.ts';

const PERSON = aGstin({ pan: 'AAAPZ1234C' });
const COMPANY = aGstin({ pan: 'AAACZ1234C' });
const UNUSUAL = aGstin({ pan: 'AAAMZ1234C' });
const told = (gstin: string, constitution: string | null) =>
  aRegistryEntry({
    gstin,
    known: { record: aRegistryRecord({ constitution }), service: 'sandbox-co-in', learnedAt: AS_OF },
  });

describe('gst/pan-constitution', () => {
  it.each([
    [PERSON, 'Proprietorship', 'pass', undefined],
    [COMPANY, 'Proprietorship', 'fail', 'low'],
    [COMPANY, 'Private Limited Company', 'pass', undefined],
    [PERSON, 'PRIVATE LIMITED COMPANY', 'fail', 'low'],
    [PERSON, 'Partnership', 'pass', 'info'], // the pair is not confirmed
    [UNUSUAL, 'Proprietorship', 'pass', 'info'], // nobody knows this letter
    [PERSON, 'A form of the future', 'notAssessed', undefined],
    [PERSON, null, 'notAssessed', undefined],
    ['2717USA29016UNX', 'Proprietorship', 'notApplicable', undefined],
  ])('%s, %s: %s', (gstin, constitution, outcome, severity) => {
    const result = assess(panConstitution, { registry: [told(gstin, constitution)] });
    expect([result.outcome, result.findings[0]?.severity]).toEqual([outcome, severity]);
  });

  it('shows the letter and hides the number', () => {
    const [finding] = assess(panConstitution, { registry: [told(COMPANY, 'Proprietorship')] }).findings;
    expect(finding?.data).toMatchObject({ constitution: 'Proprietorship', letter: 'C' });
    expect(JSON.stringify(finding)).not.toContain(COMPANY);
  });
});
