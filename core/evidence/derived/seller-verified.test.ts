import { describe, expect, it } from '@jest/globals';
import { aGstin } from '../../../test/a-gstin.ts';
import { aRegistryEntry } from '../../../test/gst-factories.ts';
import { plainName, sellerVerifiedAt } from './seller-verified.ts';

const AS_OF = '2026-11-23T06:30:00.000Z';
const NAME = 'Marigold Crafts Private Limited';

function entryOf(record: object, learnedAt = '2026-11-22T06:30:00.000Z') {
  const entry = aRegistryEntry({ gstin: aGstin() });
  if (!entry.known) throw new Error('The factory’s entry is known.');
  return {
    ...entry,
    known: {
      ...entry.known,
      learnedAt,
      record: { ...entry.known.record, legalName: NAME, status: 'active' as const, ...record },
    },
  };
}
const verified = (entry: ReturnType<typeof entryOf>, legalName = NAME) =>
  sellerVerifiedAt({ gstin: aGstin(), legalName }, [entry], AS_OF);

describe('whether a seller may call the number checked', () => {
  it.each([
    ['the same name', entryOf({}), NAME],
    ['the name as people write it', entryOf({}), 'M/s. Marigold Crafts Pvt. Ltd.'],
    ['the trade name', entryOf({ tradeName: 'Marigold' }), 'marigold'],
    ['31 days old', entryOf({}, '2026-10-23T06:30:00.000Z'), NAME],
  ])('yes: %s', (_what, entry, name) => {
    expect(verified(entry, name)).toBe(entry.known.learnedAt);
  });

  it.each([
    ['another name', entryOf({}), 'Marigold Crafts'],
    ['no name', entryOf({ legalName: null, tradeName: null }), ''],
    ['suspended', entryOf({ status: 'suspended' }), NAME],
    ['no status told', entryOf({ status: null }), NAME],
    ['a day too old', entryOf({}, '2026-10-23T06:29:59.000Z'), NAME],
  ])('no: %s', (_what, entry, name) => {
    expect(verified(entry, name)).toBeNull();
  });

  it('no: nobody asked, or of another number', () => {
    expect(sellerVerifiedAt({ gstin: aGstin(), legalName: NAME }, [], AS_OF)).toBeNull();
    expect(verified({ ...entryOf({}), known: null } as never)).toBeNull();
  });

  it('keeps letters of other scripts apart', () => {
    expect(plainName('गेंदा शिल्प')).not.toBe(plainName('गेंदा'));
    expect(plainName('A & B')).toBe(plainName('A and B'));
  });
});
