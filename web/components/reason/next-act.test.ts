import { describe, expect, it } from '@jest/globals';
import { nextAct } from './next-act.ts';
import { EVIDENCE_KINDS } from '../../../core/evidence/kinds.ts';
import { UNAVAILABLE_REASONS } from '../../../core/evidence/snapshot.ts';

describe('the next act', () => {
  it.each([
    ['theme', 'not-permitted', ['read_themes'], { kind: 'allow', scopes: ['read_themes'] }],
    ['attestations', 'not-stated', [], { kind: 'answer' }],
    ['attestations', 'expired', [], { kind: 'answer' }],
    ['people', 'not-stated', [], { kind: 'go', url: '/people', label: 'people' }],
    ['people', 'too-little', [], { kind: 'go', url: '/people', label: 'people' }],
    ['people', 'not-connected', [], { kind: 'go', url: '/settings', label: 'provider' }],
    ['selfChecks', 'not-stated', [], { kind: 'go', url: '/people', label: 'team' }],
    ['dataSample', 'switched-off', [], { kind: 'go', url: '/stored-numbers', label: 'numbers' }],
    ['themeBaseline', 'not-stated', [], { kind: 'go', url: '/security/5#theme-baseline', label: 'theme' }],
    ['storefront', 'blocked', [], { kind: 'go', url: '/settings', label: 'signature' }],
    ['storefront', 'timed-out', [], { kind: 'check' }],
    ['dns', 'not-collected', [], { kind: 'check' }],
    ['dns', 'too-little', [], { kind: 'none' }],
    ['theme', 'unexpected-shape', [], { kind: 'none' }], // ours to mend
  ] as const)('%s, %s: as it should be', (kind, reason, missingScopes, act) => {
    expect(nextAct({ kind, reason, missingScopes })).toEqual(act);
  });

  it('asks nobody to do anything about a defect of ours', () => {
    expect(nextAct({ reason: 'check-failed' })).toEqual({ kind: 'none' });
  });

  it('has an answer for every kind and reason', () => {
    for (const kind of EVIDENCE_KINDS) {
      for (const reason of UNAVAILABLE_REASONS) {
        const act = nextAct({ kind, reason, missingScopes: [] });
        expect(['answer', 'go', 'check', 'none']).toContain(act.kind);
      }
    }
  });
});
