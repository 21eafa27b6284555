import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textReader, type TextEncoding } from './text-reader.ts';

const decoderFor = (label: TextEncoding, options: { fatal: boolean; ignoreBOM: boolean }) =>
  new TextDecoder(label, options);

function read(bytes: Uint8Array, pieceLength = bytes.length || 1): { text: string; encoding: TextEncoding | null } {
  const reader = textReader(decoderFor);
  let text = '';
  for (let at = 0; at < bytes.length; at += pieceLength) text += reader.push(bytes.subarray(at, at + pieceLength));
  text += reader.finish();
  return { text, encoding: reader.encoding() };
}

const TEXT = '27AAPFU0939F1ZV\r\nMeera é रेशम\r\n'.repeat(40);
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (bytes: Uint8Array) => new Uint8Array(Buffer.from(bytes).swap16());

describe('textReader', () => {
  it.each<[string, Uint8Array, string, TextEncoding]>([
    ['UTF-8', Buffer.from(TEXT), TEXT, 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), TEXT, 'utf-8'],
    ['UTF-16 LE with a mark', utf16(`\ufeff${TEXT}`), TEXT, 'utf-16le'],
    ['UTF-16 BE with a mark', swapped(utf16(`\ufeff${TEXT}`)), TEXT, 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(TEXT), TEXT, 'utf-16le'],
    ['UTF-16 BE without a mark', swapped(utf16(TEXT)), TEXT, 'utf-16be'],
    ['UTF-16 LE of one number', utf16('27AAPFU0939F1ZV'), '27AAPFU0939F1ZV', 'utf-16le'],
    [
      'Windows-1252',
      Buffer.from('27AAPFU0939F1ZV,Caf\xe9 \x80\n', 'latin1'),
      '27AAPFU0939F1ZV,Café €\n',
      'windows-1252',
    ],
    ['nothing', new Uint8Array(0), '', 'utf-8'],
    ['one letter', Buffer.from('x'), 'x', 'utf-8'],
    ['a letter cut off by the end', Buffer.from([0x61, 0xc3]), 'aÃ', 'windows-1252'],
    ['a mark inside, which is text', Buffer.from('a\n\ufeffb'), 'a\n\ufeffb', 'utf-8'],
  ])('reads %s', (_name, bytes, text, encoding) => {
    expect(read(bytes)).toEqual({ text, encoding });
    for (const pieceLength of [1, 3, 700]) expect(read(bytes, pieceLength).text).toBe(text);
  });

  it('reads on in Windows-1252 from the piece that is no UTF-8, and loses nothing before it', () => {
    const late = Buffer.concat([Buffer.from('é\n'.repeat(1_000)), Buffer.from([0xe9, 0x0a])]);
    expect(read(late, 1_024).text.startsWith('é\n'.repeat(400))).toBe(true);
    expect(read(late, 1_024).text.endsWith('é\n')).toBe(true);
  });

  it('gives any text back, however its bytes are cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 9 }), (text, pieceLength) => {
        const padded = `${'x'.repeat(600)}${text}`;
        expect(read(Buffer.from(padded), pieceLength).text).toBe(padded);
      }),
    );
  });
});
