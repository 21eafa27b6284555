import { describe, expect, it } from '@jest/globals';
import { AS_OF } from '../../../test/a-gstin.ts';
import { aRegistryEntry, aRegistryRecord } from '../../../test/gst-factories.ts';
import { UNKNOWN_REASONS } from '../registry.ts';
import { registryGap } from './registry-gap.ts';

const learned = (learnedAt: string) => ({ record: aRegistryRecord(), service: 'setu' as const, learnedAt });
const asked = (outcome: (typeof UNKNOWN_REASONS)[number] | 'not-found' | 'known') => ({
  service: 'setu' as const,
  at: AS_OF,
  outcome,
});

describe('what the registry left open', () => {
  it.each([
    ['today', AS_OF, null],
    ['seven days ago', '2026-11-15T06:30:00.000Z', null],
    ['eight days ago', '2026-11-14T06:30:00.000Z', 'unreachable'],
    ['eight days ago in India, seven in London', '2026-11-14T18:29:59.000Z', 'unreachable'],
    ['seven days ago in India', '2026-11-14T18:30:00.000Z', null],
  ])('learned %s', (_, learnedAt, gap) => {
    const entry = aRegistryEntry({ known: learned(learnedAt), asked: asked('source-down') });
    expect(registryGap([entry], AS_OF)).toBe(gap);
  });

  it.each(UNKNOWN_REASONS)('%s is never known', (outcome) => {
    expect(registryGap([aRegistryEntry({ known: null, asked: asked(outcome) })], AS_OF)).not.toBeNull();
  });

  it('is a question that nobody asked', () => {
    expect(registryGap([aRegistryEntry({ known: null, asked: null })], AS_OF)).toBe('not-asked');
  });

  it('is the gap of any one among several', () => {
    const gap = registryGap([aRegistryEntry(), aRegistryEntry({ known: null, asked: asked('unreachable') })], AS_OF);
    expect(gap).toBe('unreachable');
  });
});
