import { describe, expect, it } from '@jest/globals';
import { textLines } from './text-lines.ts';

const bytes = (text: string) => Buffer.from(text);

async function linesOf(pieces: readonly Uint8Array[], maxChars = 100): Promise<string[]> {
  const found: string[] = [];
  const source = (async function* () {
    yield* pieces;
  })();
  for await (const line of textLines(source, { maxChars })) found.push(line);
  return found;
}

describe('lines of a stream', () => {
  it.each<[string, Uint8Array[], string[]]>([
    ['nothing', [], []],
    ['lines in one piece', [bytes('a\nb\n')], ['a', 'b']],
    ['a last line without its end', [bytes('a\nb')], ['a', 'b']],
    ['a line over three pieces', [bytes('a'), bytes('b'), bytes('c\nd\n')], ['abc', 'd']],
    ['ends of Windows', [bytes('a\r\nb\r\n')], ['a', 'b']],
    ['an empty line', [bytes('a\n\nb\n')], ['a', '', 'b']],
    ['a letter cut in two', [bytes('साड़ी').subarray(0, 4), bytes('साड़ी').subarray(4)], ['साड़ी']],
  ])('%s', async (_what, pieces, lines) => {
    expect(await linesOf(pieces)).toEqual(lines);
  });

  it('holds no line without end', async () => {
    await expect(linesOf([bytes('x'.repeat(101))])).rejects.toMatchObject({ reason: 'too-large' });
    expect(await linesOf([bytes(`${'x'.repeat(100)}\n`)])).toEqual(['x'.repeat(100)]);
  });
});
