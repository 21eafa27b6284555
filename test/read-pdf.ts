import { inflateSync } from 'node:zlib';

/** What a PDF says, for tests: enough of the format to read back what our own writer wrote. */
export interface ReadPdf {
  readonly pages: number;
  /** Text as drawn, piece by piece; pieces of all pages. */
  readonly text: string;
  /** Types of the structure's elements, in the order of the file. */
  readonly tags: readonly string[];
  /** All that is not drawn: dictionaries, names, actions. What stands in a string is left out, but for its language. */
  readonly frame: string;
}

const STRING = /\((?:\\.|[^)\\])*\)/gs;
const DECODED = /<([0-9a-fA-F]+)>/g;

/** Reads objects, unpacks streams, and maps glyphs to letters by each font's own table. */
export function readPdf(bytes: Buffer): ReadPdf {
  const file = bytes.toString('latin1');
  const objects = new Map<number, { head: string; stream: string | null }>();
  for (const found of file.matchAll(/^(\d+) 0 obj\n(.*?)\nendobj/gms)) {
    const body = found[2] ?? '';
    const at = body.indexOf('stream\n');
    const head = at === -1 ? body : body.slice(0, at);
    const packed = at === -1 ? null : Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1');
    const stream = packed && (head.includes('/FlateDecode') ? inflateSync(packed) : packed).toString('latin1');
    objects.set(Number(found[1]), { head, stream });
  }
  const refOf = (head: string, name: string) => Number(new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1]);
  const fonts = new Map<string, Map<string, string>>();
  const all = [...objects.values()];
  for (const { head } of all) {
    for (const [, name, id] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = objects.get(refOf(objects.get(Number(id))?.head ?? '', 'ToUnicode'))?.stream;
      if (table && name !== undefined) fonts.set(name, lettersOf(table));
    }
  }
  const pages = all.filter(({ head }) => /\/Type \/Page\b/.test(head));
  const texts = pages.map(({ head }) => drawn(objects.get(refOf(head, 'Contents'))?.stream ?? '', fonts));
  return {
    pages: pages.length,
    text: texts.join('\n'),
    tags: all.flatMap(({ head }) => /^\/S \/(\w+)$/m.exec(head)?.[1] ?? []),
    frame: all
      .map(({ head }) => head.replaceAll(STRING, (whole) => (/^\(\w\w\)$/.test(whole) ? whole : '()')))
      .join('\n'),
  };
}

/** Glyph (four hex digits) to letters, of a ToUnicode table with ranges of lists. */
function lettersOf(table: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = '0', list = ''] of table.matchAll(/<(\w{4})> <\w{4}> \[(.*?)\]/gs)) {
    let glyph = Number.parseInt(from, 16);
    for (const [, code = ''] of list.matchAll(/<([0-9a-fA-F ]*)>/g)) {
      const units = code.replaceAll(' ', '');
      letters.set(glyph.toString(16).padStart(4, '0'), Buffer.from(units, 'hex').swap16().toString('utf16le'));
      glyph += 1;
    }
  }
  return letters;
}

function drawn(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> | undefined;
  let text = '';
  for (const [, name, pieces] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name);
    for (const [, hex = ''] of (pieces ?? '').matchAll(DECODED)) {
      for (const glyph of hex.match(/.{4}/g) ?? []) text += font?.get(glyph.toLowerCase()) ?? '�';
    }
    if (pieces !== undefined) text += ' ';
  }
  return text;
}
