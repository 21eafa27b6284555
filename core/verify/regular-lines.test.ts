import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stateCodeOf } from '../data/state-codes.ts';
import { checkCharacter } from '../gst/check-character.ts';
import { gstinLine } from './gstin-line.ts';
import { hasRoom, writeRegularLines, type Page, type Progress } from './regular-lines.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** What is written of a text, how far it is read, and whether a number of it could not exist. */
function written(text: string, roomBytes = 10_000) {
  const progress: Progress = { at: 0, hasRefusals: false };
  const page: Page = { buffer: new Uint8Array(roomBytes), filled: 0 };
  writeRegularLines(bytesOf(text), progress, page);
  return { ...progress, lines: String.fromCharCode(...page.buffer.subarray(0, page.filled)), hasRoom: hasRoom(page) };
}

const whole = (first14: string) => first14 + checkCharacter(first14);
const STATES = Array.from({ length: 100 }, (_, prefix) => stateCodeOf(prefix)).filter((code) => code !== null);

describe('writeRegularLines', () => {
  it.each(STATES)('writes a good and a mistyped number of State %s as gstinLine does', (stateCode) => {
    const good = whole(`${stateCode}AAPFU0939F1Z`);
    const mistyped = `${good.slice(0, 10)}${good[10] === '8' ? '9' : '8'}${good.slice(11)}`;
    expect(written(`${good}\n`)).toMatchObject({ at: 16, hasRefusals: false, lines: `${gstinLine(good)}\n` });
    expect(written(`${mistyped}\n`)).toMatchObject({ at: 16, hasRefusals: true, lines: `${gstinLine(mistyped)}\n` });
  });

  const GOOD = '27AAPFU0939F1ZV';
  it.each<[string, string]>([
    ['the end of the piece', GOOD],
    ['a line end in two pieces', `${GOOD}\r`],
    ['a return within a line', `${GOOD}\rA\n`],
    ['a small letter', '27aAPFU0939F1ZV\n'],
    ['a blank', `${GOOD} \n`],
    ['an unusual PAN', '27GSPMH1881G1ZH\n'],
    ['another layout', '06DELI09652G1DA\n'],
    ['a code of no State', `${whole('39AAPFU0939F1Z')}\n`],
    ['no first registration', `${whole('27AAPFU0939F0Z')}\n`],
    ['nothing', ''],
  ])('stops before %s, and goes on at neither', (_name, text) => {
    expect(written(`${GOOD}\r\n${text}`)).toMatchObject({ at: 17, hasRefusals: false, lines: `${gstinLine(GOOD)}\n` });
  });

  it('stops where the page is full, and writes no byte beyond it', () => {
    const { at, lines, hasRoom: isRoom } = written(`${GOOD}\n`.repeat(10), 1_000);
    expect(isRoom).toBe(false);
    expect(lines).toBe(`${gstinLine(GOOD)}\n`.repeat(at / 16));
  });

  it('writes what gstinLine writes, or nothing, whatever the fifteen characters are', () => {
    const character = fc.constantFrom(...'0123456789ABCFPZaz- \u00e9');
    const slip = fc.tuple(fc.nat({ max: 14 }), character);
    fc.assert(
      fc.property(fc.constantFrom(...STATES, '88', '99', '00'), fc.array(slip, { maxLength: 3 }), (state, slips) => {
        const characters = [...whole(`${state}AAPFU0939F1Z`)];
        for (const [place, wrong] of slips) characters[place] = wrong;
        const input = characters.join('');
        const { at, lines } = written(`${input}\n`);
        expect(lines).toBe(at === 0 ? '' : `${gstinLine(input)}\n`);
      }),
      { numRuns: 2_000 },
    );
  });
});
