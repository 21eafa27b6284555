import { describe, expect, it } from '@jest/globals';
import { aSecurityBoard } from '../../test/security-factories.ts';
import { frameworkRows, knownOf } from './framework-rows.ts';

const PASSING = aSecurityBoard().controls;

describe('the rows of a framework', () => {
  it('lists all fifteen of CERT-In by name, also those that no control speaks for', () => {
    const rows = frameworkRows('CERTIN15', PASSING);
    expect(rows).toHaveLength(15);
    expect(rows.find(({ item }) => item === 'PS')).toMatchObject({ name: { en: 'Rooms and doors' }, controls: [] });
  });

  it('tells the codes that nobody confirmed, without their mark', () => {
    const rows = frameworkRows('CERTIN15', PASSING);
    expect(rows.find(({ item }) => item === 'ACIM')?.isVerified).toBe(false);
    expect(rows.find(({ item }) => item === 'AT')?.isVerified).toBe(true);
    expect(rows.some(({ item }) => item.includes('*'))).toBe(false);
  });

  it('takes for evidence only what passed', () => {
    const rows = (outcome: 'pass' | 'none' | 'fail') => frameworkRows('PCI', aSecurityBoard(() => outcome).controls);
    expect(knownOf(rows('pass'))).toBe(rows('pass').length);
    expect([knownOf(rows('none')), knownOf(rows('fail')), knownOf(frameworkRows('PCI', []))]).toEqual([0, 0, 0]);
    expect(rows('none')[0]?.controls[0]?.outcome).toBe('notAssessed');
  });
});
