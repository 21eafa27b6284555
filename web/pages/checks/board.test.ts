import { describe, expect, it } from '@jest/globals';
import { CHECKS } from '../../../core/checks/index.ts';
import { scoreOf } from '../../../core/score.ts';
import { OUTCOMES, type Outcome } from '../../../core/judgement.ts';
import { aBoard } from '../../test/factories.ts';
import { GROUPS, groupsOf, sumOf } from './board.ts';

describe('the arithmetic of the score', () => {
  it.each([
    ['all passed', () => 'pass'],
    ['all failed', () => 'fail'],
    ['none assessed', () => 'notAssessed'],
    ['some of each', (_: string, index: number) => OUTCOMES[index % OUTCOMES.length] ?? 'pass'],
  ] as [string, (checkId: string, index: number) => Outcome][])(
    '%s: the sum on the page is the score',
    (_, outcomeOf) => {
      const board = aBoard(outcomeOf);
      const score = scoreOf(CHECKS, board.results);
      expect(sumOf(score.parts).score).toBe(score.score);
      expect(sumOf(board.parts)).toEqual(sumOf(score.parts));
    },
  );

  it('puts each check into one group, heaviest first', () => {
    const board = aBoard((_, index) => OUTCOMES[index % OUTCOMES.length] ?? 'pass');
    const groups = groupsOf(board);
    const rows = GROUPS.flatMap((group) => groups[group]);
    expect(rows.map(({ part }) => part.checkId).sort()).toEqual(CHECKS.map(({ id }) => id).sort());
    for (const group of GROUPS) {
      const weights = groups[group].map(({ part }) => part.weight);
      expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    }
  });
});
