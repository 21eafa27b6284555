import { describe, expect, it } from '@jest/globals';
import { lineReader } from './line-reader.ts';

function read(text: string, pieceLength = text.length || 1): string[] {
  const reader = lineReader();
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += pieceLength) lines.push(...reader.push(text.slice(at, at + pieceLength)));
  return [...lines, ...reader.finish()];
}

describe('lineReader', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\r\nb\r\n', ['a', 'b']],
    ['a\n\nb', ['a', '', 'b']],
    ['\n', ['']],
    ['a\rb\n', ['a\rb']], // a lone return is a character of its line, for the judge to refuse
  ])('%j has the lines %j', (text, lines) => {
    for (const pieceLength of [1, 2, 100]) expect(read(text, pieceLength)).toEqual(lines);
  });

  it('reads a line of a million characters whole, and does not grow with one that never ends', () => {
    expect(read(`${'A'.repeat(1_000_000)}\nb`, 65_536).map(({ length }) => length)).toEqual([1_000_000, 1]);
    const [endless = '', next] = read(`${'A'.repeat(5_000_000)}\nb`, 65_536);
    expect(endless.length).toBeLessThan(2_100_000);
    expect(next).toBe('b');
  });
});
