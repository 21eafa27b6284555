import { describe, expect, it } from '@jest/globals';
import { aSecurityBoard } from '../../test/security-factories.ts';
import { frameworkRows, knownOf } from './framework-rows.ts';
import { CONTROLS, FRAMEWORK_IDS } from '../../../core/data/controls.ts';

const PASSING = aSecurityBoard().controls;

describe('the rows of a framework', () => {
  it.each(FRAMEWORK_IDS)('%s: every mapping once, and no number twice', (framework) => {
    const rows = frameworkRows(framework, PASSING);
    const numbers = rows.map(({ item }) => item);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(rows.flatMap(({ controls }) => controls).length).toBe(
      CONTROLS.flatMap(({ mappings }) => mappings[framework] ?? []).length,
    );
  });

  it('orders numbers as people read them', () => {
    const numbers = frameworkRows('ISO', PASSING).map(({ item }) => item);
    expect(numbers.indexOf('A.5.9')).toBeLessThan(numbers.indexOf('A.5.16'));
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
