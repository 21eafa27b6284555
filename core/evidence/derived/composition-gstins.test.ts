import { describe, expect, it } from '@jest/globals';
import { aGstin, aRegistration } from '../../../test/factories.ts';
import { aRegistryEntry, aRegistryRecord, aStatedRegistration, aTaxProfile } from '../../../test/gst-factories.ts';
import { compositionGstins, isComposition } from './composition-gstins.ts';

const stated = (scheme: 'regular' | 'composition' | null) =>
  aTaxProfile({ registrations: [aStatedRegistration({ scheme })] });
const told = (taxpayerKind: 'regular' | 'composition' | null) => {
  const entry = aRegistryEntry();
  return [{ ...entry, known: entry.known && { ...entry.known, record: aRegistryRecord({ taxpayerKind }) } }];
};

describe('the composition scheme', () => {
  it.each([
    ['stated', stated('composition'), undefined, true],
    ['told by the registry', stated('regular'), told('composition'), true],
    ['stated, and the registry says otherwise', stated('composition'), told('regular'), true],
    ['stated, and the registry does not say', stated('composition'), told(null), true],
    ['neither', stated('regular'), undefined, false],
    ['not stated, and the registry says otherwise', stated(null), told('regular'), false],
    ['not stated, not told', stated(null), told(null), null],
    ['nobody was asked', undefined, undefined, null],
  ])('%s', (_, taxProfile, registry, expected) => {
    const evidence = { ...(taxProfile && { taxProfile }), ...(registry && { registry }) };
    expect(isComposition(aGstin(), evidence)).toBe(expected);
    const registrations = [aRegistration(), aRegistration({ gstin: '27AAPFU0939F1ZO' })];
    expect(compositionGstins({ registrations, ...evidence })).toEqual(
      expected ? [{ gstin: aGstin(), state: '27' }] : [],
    );
  });
});
