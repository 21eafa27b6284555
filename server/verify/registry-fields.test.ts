import { describe, expect, it } from '@jest/globals';
import { STATES } from '../../core/data/states.ts';
import { placeOf, placesOf } from './place-of-address.ts';
import { dayOf, statusOf, textOf, yesNoOf } from './registry-fields.ts';
import { stateOfName } from './state-of-name.ts';

describe('a day from a service', () => {
  it.each([
    ['01/07/2017', '2017-07-01'],
    ['1/7/2017', '2017-07-01'],
    ['31-03-2026', '2026-03-31'],
    ['31.03.2026', '2026-03-31'],
    ['2026-03-31', '2026-03-31'],
    ['2026-03-31T00:00:00', '2026-03-31'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2026', null], // no such day
    ['07/31/2026', null], // months do not come first in India
    ['1 Jul 2017', null],
    ['01/07/17', null],
    ['01/07/9999', null],
    ['01/07/1917', null],
    ['NA', null],
    ['', null],
    [null, null],
    [20170701, null],
  ])('%j is %j', (written, day) => expect(dayOf(written)).toBe(day));
});

describe('a text from a service', () => {
  it.each(['', ' ', 'NA', 'n/a', 'null', '-', null, undefined, 7, {}, []])('%j is absent', (written) =>
    expect(textOf(written)).toBeNull(),
  );
  it('is cut, and shows what it is', () => {
    expect(textOf('x'.repeat(1_000))).toHaveLength(200);
    expect(textOf(' Meera\u0000\u200b Invented ')).toBe('Meera Invented');
  });
});

describe('the words of a status', () => {
  it.each([
    ['Active', 'active'],
    ['ACTIVE', 'active'],
    ['Cancelled on application', 'cancelled'],
    ['Inactive', 'inactive'], // begins otherwise, though "active" is in it
    ['Activated?', null],
    ['', null],
  ])('%j is %j', (written, status) => expect(statusOf(written)).toBe(status));
});

it.each([
  ['Yes', true],
  ['N', false],
  [true, true],
  ['maybe', null],
  [1, null],
])('yes or no: %j is %j', (written, said) => expect(yesNoOf(written)).toBe(said));

describe('a State by its name', () => {
  it.each(STATES.filter(({ succeededBy }) => succeededBy === null).map(({ name, code }) => [name.en, code]))(
    '%s is %s',
    (name, code) => expect(stateOfName(name.toUpperCase())).toBe(code),
  );
  it.each([
    ['Orissa', '21'],
    ['Pondicherry', '34'],
    ['Jammu & Kashmir', '01'],
    ['Daman & Diu', '26'], // merged in 2020
    ['Andhra Pradesh', '37'],
    ['Utopia', null],
    ['', null],
  ])('%s is %j', (name, code) => expect(stateOfName(name)).toBe(code));
});

describe('a place', () => {
  const NAMES = { pin: 'pin', state: 'state' };
  it.each<[unknown, unknown, unknown]>([
    [{ pin: '400013', state: 'Maharashtra' }, null, { pin: '400013', stateCode: '27' }],
    [{ pin: 400013, state: '27' }, null, { pin: '400013', stateCode: '27' }],
    [{ pin: '400 013', state: 'NA' }, null, { pin: '400013', stateCode: null }],
    [{ pin: '000000', state: '' }, null, null],
    [{ pin: '4000131', state: '' }, null, null],
    [null, 'Plot 560001, Kerala Road, Mumbai, Maharashtra - 400013', { pin: '400013', stateCode: '27' }],
    [null, 'Plot 560001, Kerala Road, Mumbai, Maharashtra, 400013', { pin: '400013', stateCode: '27' }],
    ['a text', undefined, null],
    [[], 7, null],
  ])('of %j and %j is %j', (parts, line, place) => expect(placeOf(parts, line, NAMES)).toEqual(place));

  it('is one of five hundred at most', () => {
    const many = Array.from({ length: 2_000 }, () => ({ pin: '400013' }));
    expect(placesOf(many, (one) => placeOf(one, null, NAMES))).toHaveLength(500);
    expect(placesOf({ length: 3 }, () => null)).toBeNull();
  });
});
