import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeGstin } from '../../../core/gst/gstin.ts';
import { gstinLine } from '../../../core/verify/gstin-line.ts';
import { gstinJson } from './gstin-json.ts';
import { output } from './output.ts';

async function told(bytes: Buffer, pieceBytes: number): Promise<{ text: string; hasRefusals: boolean }> {
  const heard: Buffer[] = [];
  const out = output(
    new Writable({
      write(piece: Buffer, _encoding, done) {
        heard.push(Buffer.from(piece)); // the command writes its buffer anew once we are done
        setImmediate(done);
      },
    }),
  );
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceBytes)
      yield await Promise.resolve(bytes.subarray(at, at + pieceBytes));
  }
  const hasRefusals = await gstinJson(pieces(), out);
  await out.flush();
  return { text: Buffer.concat(heard).toString(), hasRefusals };
}

const GOOD = '27AAPFU0939F1ZV';
/** So many that the encoding is known when the lines in question come. */
const KNOWN = Array.from({ length: 40 }, () => GOOD);

const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(GOOD, '25AAPFU0939F1ZZ', '29AABCU9603R1ZJ') },
  fc.constantFrom('27AAPFU0939F1ZO', '06DELI09652G1DA', '27GSPMH1881G1ZH', '39AAPFU0939F1ZU', '88AAPFU0939F1ZV'),
  fc.constantFrom('', ' ', '\r', ` ${GOOD}`, `${GOOD}A`, GOOD.toLowerCase(), `${GOOD}\r`, `"${GOOD}"`, '\\', '\u0000'),
  fc.constantFrom('२७AAPFU0939F1ZV', '27ААPFU0939F1ZV', '😀', 'é', '\ufeff', 'x'.repeat(500)),
  fc.string({ unit: 'binary-ascii', maxLength: 20 }).map((text) => text.replaceAll('\n', '')),
);

describe('gstinJson', () => {
  it.each<[string, BufferEncoding, string]>([
    ['UTF-8', 'utf8', ''],
    ['UTF-8 with a mark', 'utf8', '\ufeff'],
    ['UTF-16', 'utf16le', '\ufeff'],
  ])('answers each line as the judge does, however the bytes are cut: %s', async (_name, encoding, mark) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 60 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.constantFrom(1, 2, 15, 16, 17, 100, 1_000, 65_536),
        async (some, lineEnd, endsWithLineEnd, pieceBytes) => {
          const lines = [...KNOWN, ...some, GOOD];
          const text = `${mark}${lines.join(lineEnd)}${endsWithLineEnd ? lineEnd : ''}`;
          // A return before a line end is part of it.
          const inputs = lines.map((input, at) =>
            lineEnd === '\n' && at < lines.length - 1 ? input.replace(/\r$/, '') : input,
          );
          const answered = await told(Buffer.from(text, encoding), pieceBytes);
          expect(answered.text).toBe(inputs.map((input) => `${gstinLine(input)}\n`).join(''));
          expect(answered.hasRefusals).toBe(inputs.some((input) => !judgeGstin(input).ok));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('reads on in Windows-1252 from the first line that is no UTF-8', async () => {
    const text = [...KNOWN, 'é', GOOD, ''].join('\n');
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from('Caf\xe9\n27AAPFU0939F1ZV\n\x80\n', 'latin1')]);
    const inputs = [...KNOWN, 'é', GOOD, 'Café', GOOD, '€'];
    expect((await told(bytes, 600)).text).toBe(inputs.map((input) => `${gstinLine(input)}\n`).join(''));
  });

  it('fills its buffer many times over', async () => {
    const lines = Array.from({ length: 3_000 }, (_, n) => (n % 7 === 0 ? `é${n}` : n % 3 === 0 ? `${n}` : GOOD));
    const { text } = await told(Buffer.from(`${lines.join('\n')}\n`), 65_536);
    expect(text).toBe(lines.map((input) => `${gstinLine(input)}\n`).join(''));
  });
});
