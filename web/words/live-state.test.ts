import { describe, expect, it } from '@jest/globals';
import { aRecord, anEntry } from '../test/gst-factories.ts';
import { liveState } from './live-state.ts';
import { UNKNOWN_REASONS, type RegistryEntry } from '../../core/evidence/registry.ts';

const OLD = '2026-11-20T11:10:00.000Z';
const NEW = '2026-11-22T11:10:00.000Z';
const known = (status: 'active' | 'suspended' | null): RegistryEntry['known'] => ({
  record: aRecord({ status }),
  service: 'setu',
  learnedAt: OLD,
});
const asked = (outcome: NonNullable<RegistryEntry['asked']>['outcome']): RegistryEntry['asked'] => ({
  service: 'setu',
  at: NEW,
  outcome,
});

describe('how a registration stands', () => {
  it.each([
    ['nothing is known of it', undefined, 'not-asked', true],
    ['nobody was asked', anEntry({ known: null, asked: null }), 'not-asked', true],
    ['the answer came', anEntry({ known: known('active'), asked: asked('known') }), 'active', true],
    ['the answer was bad', anEntry({ known: known('suspended'), asked: asked('known') }), 'suspended', true],
    ['the answer left the status out', anEntry({ known: known(null), asked: asked('known') }), 'unknown', true],
    ['the number is gone', anEntry({ known: known('active'), asked: asked('not-found') }), 'not-found', true],
    ['a later question failed', anEntry({ known: known('active'), asked: asked('unreachable') }), 'active', false],
    ['the only question failed', anEntry({ known: null, asked: asked('unreachable') }), 'unknown', true],
  ])('%s', (_, entry, state, isCurrent) => {
    expect(liveState(entry)).toMatchObject({ state, isCurrent });
  });

  it.each(UNKNOWN_REASONS)('never calls a registration active on %s alone', (reason) => {
    const live = liveState(anEntry({ known: null, asked: asked(reason) }));
    expect(live).toMatchObject({ state: 'unknown', source: null, trouble: { reason, at: NEW } });
  });

  it('says when it was told, not when it was asked last', () => {
    const live = liveState(anEntry({ known: known('active'), asked: asked('limited') }));
    expect([live.source?.at, live.trouble?.at]).toEqual([OLD, NEW]);
  });
});
