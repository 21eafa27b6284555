import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { AS_OF } from '../../../test/factories.ts';
import { aRegistryEntry, aRegistryRecord } from '../../../test/gst-factories.ts';
import { ewayBlock } from './eway-block.ts';

const told = (isBlockedForEwayBill: boolean | null) =>
  aRegistryEntry({
    known: { record: aRegistryRecord({ isBlockedForEwayBill }), service: 'cleartax', learnedAt: AS_OF },
  });

describe('gst/eway-block', () => {
  it.each([
    ['blocked', [told(true)], 'fail'],
    ['open', [told(false)], 'pass'],
    ['the service does not tell', [told(null)], 'notAssessed'],
    ['told of one of two', [told(false), told(null)], 'notAssessed'],
    ['one is blocked, of the other nothing is told', [told(null), told(true)], 'fail'],
    ['nothing known', [aRegistryEntry({ known: null, asked: null })], 'notAssessed'],
    ['no registration', [], 'notApplicable'],
  ])('%s', (_, registry, outcome) => {
    expect(assess(ewayBlock, { registry }).outcome).toBe(outcome);
  });

  it('says of which day the answer is', () => {
    expect(assess(ewayBlock, { registry: [told(true)] }).findings).toMatchObject([
      { messageId: 'blocked', severity: 'high', data: { gstin: '27AAAPZXXXXC1Z0', day: '2026-11-22' } },
    ]);
  });
});
