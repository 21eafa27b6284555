/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readableLines } from './readable-lines.ts';
import { MOST_BYTES, MOST_LINES, textDiff, type DiffRow, type TextDiff } from './text-diff.ts';

/** "−a +b" for each row; "=a" is the same on both sides, "…3" left out. */
function told(diff: TextDiff): string[] {
  if (diff.state !== 'ready') return [diff.state];
  return diff.rows.map((row) => {
    if (row.kind === 'gap') return `…${row.lines}`;
    if (row.kind === 'same') return `=${row.from.text}`;
    return [row.from && `−${row.from.text}`, row.to && `+${row.to.text}`].filter((side) => side !== null).join(' ');
  });
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`);

describe('two texts side by side', () => {
  it.each<[string, string, string, string[]]>([
    ['equal texts', 'a\nb', 'a\nb', ['…2']],
    ['one line that changed', 'a\nb\nc', 'a\nB\nc', ['=a', '−b +B', '=c']],
    ['a line that came', 'a\nc', 'a\nb\nc', ['=a', '+b', '=c']],
    ['a line that is gone', 'a\nb\nc', 'a\nc', ['=a', '−b', '=c']],
    ['more gone than came', 'a\nb\nc', 'x', ['−a +x', '−b', '−c']],
    ['nothing before', '', 'a', ['− +a']],
    ['line ends of three kinds', 'a\r\nb\rc', 'a\nb\nc', ['…3']],
    ['markup and what looks like an object', '<script>', '__proto__', ['−<script> +__proto__']],
  ])('%s', (_, from, to, rows) => {
    expect(told(textDiff(from, to))).toEqual(rows);
  });

  it('leaves out what lies far from a change, and keeps three lines around it', () => {
    const before = numbered(100);
    const after = before.with(50, 'other');
    expect(told(textDiff(before.join('\n'), after.join('\n')))).toEqual([
      ...['…47', '=line 47', '=line 48', '=line 49', '−line 50 +other', '=line 51', '=line 52', '=line 53', '…46'],
    ]);
  });

  it('numbers the lines of each side by itself', () => {
    const diff = textDiff('a\nb', 'a\nnew\nb');
    expect(diff.state === 'ready' && diff.rows).toEqual([
      { kind: 'same', from: { number: 1, text: 'a' }, to: { number: 1, text: 'a' } },
      { kind: 'other', from: null, to: { number: 2, text: 'new' } },
      { kind: 'same', from: { number: 2, text: 'b' }, to: { number: 3, text: 'b' } },
    ]);
  });

  it('holds every line of both texts, in order', () => {
    const line = fc.constantFrom('a', 'b', 'c', 'd;', '');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.array(line, { maxLength: 30 }), (before, after) => {
        const diff = textDiff(before.join('\n'), after.join('\n'));
        if (diff.state !== 'ready') throw new Error(diff.state);
        const side = (of: (row: Exclude<DiffRow, { kind: 'gap' }>) => { text: string; number: number } | null) =>
          diff.rows.flatMap((row) => (row.kind === 'gap' ? [] : (of(row) ?? [])));
        for (const { text, number } of side(({ from }) => from))
          expect(before.join('\n').split('\n')[number - 1]).toBe(text);
        for (const { text, number } of side(({ to }) => to))
          expect(after.join('\n').split('\n')[number - 1]).toBe(text);
      }),
    );
  });
});

describe('caps', () => {
  it.each([
    ['200 KB on one line', 'x'.repeat(MOST_BYTES), 'ready'],
    ['a byte more', 'x'.repeat(MOST_BYTES + 1), 'too-large'],
    ['as many characters, of three bytes each', 'क'.repeat(MOST_BYTES / 2), 'too-large'],
    ['as many lines as are compared', 'a\n'.repeat(MOST_LINES - 1), 'ready'],
    ['a line more', 'a\n'.repeat(MOST_LINES), 'too-long'],
    ['a long line of so many statements', ';'.repeat(MOST_LINES + 1), 'too-long'],
  ])('%s', (_, text, state) => {
    expect(textDiff(text, text).state).toBe(state);
    expect(textDiff('', text).state).toBe(state);
    expect(textDiff(text, '').state).toBe(state);
  });

  it('gives up on texts that have too little in common', () => {
    const before = numbered(2_000).join('\n');
    const after = numbered(2_000)
      .map((text) => `${text}!`)
      .join('\n');
    expect(textDiff(before, after, 100).state).toBe('too-slow');
  });

  it('is quick with huge texts that are equal, however few edits are allowed', () => {
    const text = numbered(10_000).join('\n');
    expect(told(textDiff(text, text, 1))).toEqual(['…10000']);
  });
});

describe('lines for reading', () => {
  const long = (code: string) => `${code}${' '.repeat(500)}`;
  it.each([
    ['statements', 'a();b();', ['a();', 'b();']],
    ['blocks', 'if(a){b()}c', ['if(a){', 'b()}', 'c']],
    ['a semicolon in a string', 'a=";{}";b', ['a=";{}";', 'b']],
    ['an escaped quote', 'a="\\";";b', ['a="\\";";', 'b']],
    ['a string of another kind in a string', `a="it's;";b`, [`a="it's;";`, 'b']],
    ['a template', 'a=`;${b}`;c', ['a=`;${b}`;', 'c']],
    ['a comment', 'a/*;{*/;b', ['a/*;{*/;', 'b']],
    ['a comment without an end', 'a;/*;b', ['a;', '/*;b']],
    ['a string without an end', 'a;"b;c', ['a;', '"b;c']],
  ])('break %s', (_, code, pieces) => {
    const { lines, isBroken } = readableLines(long(code));
    expect(isBroken).toBe(true);
    expect(lines.map((line) => line.trimEnd()).filter((line) => line !== '')).toEqual(pieces);
  });

  it('leave a text that people wrote as it is', () => {
    const text = 'a(); b();\n\tif (c) { d() }';
    expect(readableLines(text)).toEqual({ lines: text.split('\n'), isBroken: false });
  });

  it('lose no character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ';', '{', '}', '"', "'", '`', '\\', '/', '*'), maxLength: 80 }),
        (code) => {
          expect(readableLines(long(code)).lines.join('')).toBe(long(code));
        },
      ),
    );
  });
});
