import { describe, expect, it } from '@jest/globals';
import { coverageOf, groupsOfStep, isEarly, mendFirst } from './controls-of-step.ts';
import { aSecurityBoard } from '../../test/security-factories.ts';

describe('coverage', () => {
  it.each([
    // assessed, applicable, early, shown
    [0, 0, true, 0], // nothing applies: nothing is known
    [0, 12, true, 0],
    [7, 12, true, 7 / 12],
    [3, 5, false, 0.6], // exactly 60 % is no longer early
    [199, 200, false, 0.99], // never rounded up to all
    [12, 12, false, 1],
  ])('%i of %i: early %s, shown as %d', (assessed, applicable, early, share) => {
    expect([isEarly({ assessed, applicable }), coverageOf({ assessed, applicable })]).toEqual([early, share]);
  });
});

describe('the groups of a step', () => {
  it('count a control that nobody looked at as not assessed, also when the server does not name it', () => {
    const none = groupsOfStep({ controls: [] }, 6);
    expect([none.pass, none.fail, none.notApplicable].map(({ length }) => length)).toEqual([0, 0, 0]);
    expect(none.notAssessed.map(({ control }) => control.id)).toContain('MFA-01');
  });

  it('put core controls first, the gravest first', () => {
    const { fail } = groupsOfStep(
      aSecurityBoard(() => 'fail'),
      6,
    );
    const ids = fail.map(({ control }) => control.id);
    expect(ids[0]).toBe('MFA-01'); // critical
    expect(ids.at(-1)).toBe('MFA-07'); // extended
  });
});

describe('what to mend first', () => {
  it.each([
    ['nothing, when nothing fails', [], 3, null],
    ['the gravest', ['ENC-02', 'ENC-08'], 3, 'ENC-08'],
    ['what the merchant can change, before what only Shopify can', ['ENC-03', 'ENC-10'], 3, 'ENC-10'],
    ["Shopify's own, when nothing else fails", ['ENC-03'], 3, 'ENC-03'],
    ['nothing of another step', ['MFA-01'], 3, null],
  ] as const)('%s', (_, failing, step, first) => {
    const board = aSecurityBoard((id) => ((failing as readonly string[]).includes(id) ? 'fail' : 'pass'));
    expect(mendFirst(board, step)?.id ?? null).toBe(first);
  });
});
