const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SEQUENCE = 0x30;
const INTEGER = 0x02;
const BIT_STRING = 0x03;

/** Null where the text is no base64. */
export function bytesOfBase64(text: string): number[] | null {
  const bare = text.replace(/={1,2}$/, '');
  if (bare.length % 4 === 1) return null;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of bare) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return null;
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(held >> bits);
    held &= (1 << bits) - 1;
  }
  return bytes;
}

/** Length of an RSA key in bits, from its DER: SubjectPublicKeyInfo or the bare RSAPublicKey. Null: no such key. */
export function rsaModulusBits(der: readonly number[]): number | null {
  const outer = partAt(der, 0);
  if (outer?.tag !== SEQUENCE) return null;
  const first = partAt(der, outer.start);
  if (first?.tag === INTEGER) return bitsOf(der, first);
  const wrapped = first && partAt(der, first.end);
  if (first?.tag !== SEQUENCE || wrapped?.tag !== BIT_STRING) return null;
  // The first byte of a bit string tells how many bits of its last one are unused: none here.
  const inner = partAt(der, wrapped.start + 1);
  const modulus = inner?.tag === SEQUENCE ? partAt(der, inner.start) : null;
  return modulus?.tag === INTEGER ? bitsOf(der, modulus) : null;
}

interface Part {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

function partAt(der: readonly number[], at: number): Part | null {
  const tag = der[at];
  const short = der[at + 1];
  if (tag === undefined || short === undefined) return null;
  const more = short < 0x80 ? 0 : short - 0x80;
  if (more > 3) return null;
  const length = more === 0 ? short : der.slice(at + 2, at + 2 + more).reduce((sum, byte) => sum * 256 + byte, 0);
  const start = at + 2 + more;
  return start + length > der.length ? null : { tag, start, end: start + length };
}

function bitsOf(der: readonly number[], { start, end }: Part): number | null {
  let first = start;
  while (first < end && der[first] === 0) first += 1;
  const top = der[first];
  return top === undefined || first >= end ? null : (end - first - 1) * 8 + (32 - Math.clz32(top));
}
