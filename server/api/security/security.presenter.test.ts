import { describe, expect, it } from '@jest/globals';
import { aSnapshot } from '../../../test/factories.ts';
import { aHostProbe, aStorefront } from '../../../test/security-factories.ts';
import { CHECKS } from '../../../core/checks/index.ts';
import type { Snapshot } from '../../../core/evidence/snapshot.ts';
import { judge } from '../../../core/judge.ts';
import { scoreBySteps } from '../../../core/score-by-step.ts';
import { securitySummary } from '../../../core/security-summary.ts';
import { presentBoard, presentEvidence, presentStorefront, type SecurityDeps } from './security.presenter.ts';

const SHOP = 'invented.myshopify.com';

/** A shop whose newest snapshot is this one. */
function depsOf(snapshot: Snapshot | null): SecurityDeps {
  const isIt = (shop: string) => (shop === SHOP ? snapshot : null);
  return {
    standings: {
      posture: async (shop: string) => {
        const known = isIt(shop);
        return known && { takenAt: known.takenAt, posture: scoreBySteps(CHECKS, judge(known).results) };
      },
      stepTrend: async () => [],
    } as unknown as SecurityDeps['standings'],
    summaries: {
      newest: async (shop: string) => {
        const known = isIt(shop);
        return (known && { snapshotId: 'a', summary: securitySummary(known) }) as never;
      },
    },
  };
}

describe('the security pages', () => {
  it('show nothing before the first check, and say so', async () => {
    const deps = depsOf(null);
    expect(await presentBoard(deps, SHOP)).toMatchObject({ takenAt: null, score: null, steps: [] });
    expect(await presentEvidence(deps, SHOP)).toEqual({ takenAt: null, items: [] });
    expect(await presentStorefront(deps, SHOP)).toMatchObject({ reason: 'not-collected', hosts: [], libraries: null });
  });

  it('show ten steps, with coverage beside the score', async () => {
    const board = await presentBoard(depsOf(aSnapshot()), SHOP);
    expect(board.steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(board.assessed).toBeLessThan(board.applicable);
  });

  it('grade hosts that showed a page, and no other', async () => {
    const hosts = [aHostProbe(), aHostProbe({ host: 'shut.example', outcome: 'blocked', headers: [], pages: [] })];
    const { hosts: shown } = await presentStorefront(depsOf(aSnapshot({ storefront: aStorefront({ hosts }) })), SHOP);
    expect(shown.map(({ host, grade }) => [host, grade?.tests.length ?? null])).toEqual([
      ['invented-shop.example', 12],
      ['shut.example', null],
    ]);
  });
});
