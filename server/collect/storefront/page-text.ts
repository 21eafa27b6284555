const DECLARED = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i;
const CHARSET = /charset\s*=\s*["']?\s*([\w:.-]{1,40})/i;
const DECLARATION_BYTES = 1_024;

/**
 * A page's text in the encoding that it names: header first, then its own first 1,024 bytes, else UTF-8. Never fails;
 * what does not decode shows as U+FFFD.
 */
export function pageText(body: Buffer, contentType: string | null): string {
  const named =
    CHARSET.exec(contentType ?? '')?.[1] ??
    DECLARED.exec(body.toString('latin1', 0, DECLARATION_BYTES))?.[1] ??
    'utf-8';
  return decoderFor(named).decode(body);
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder(); // no encoding has this name
  }
}
