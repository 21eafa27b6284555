import { OutboundFailedError } from './outbound-errors.ts';

/**
 * The lines of a UTF-8 text that comes in pieces, without their ends; an empty last one is left out.
 * @throws {OutboundFailedError} a line is longer than `maxChars`
 */
export async function* textLines(
  pieces: AsyncIterable<Uint8Array>,
  { maxChars }: { maxChars: number },
): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > maxChars) throw new OutboundFailedError('too-large');
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
