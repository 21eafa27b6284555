import { MOST_IMPORT_KB } from '../../../core/api/people.ts';

/** First bytes of a zip file (.xlsx, .ods) and of an old workbook (.xls). */
const WORKBOOKS = ['504b0304', 'd0cf11e0'];

export type ListFault = 'wrong-type' | 'too-large' | 'spreadsheet' | 'unreadable';

/** The text of a chosen file, or why it cannot be taken. Undefined: a file of another type was dropped. */
export async function readList(
  file: File | undefined,
): Promise<{ readonly kind: 'read'; readonly csv: string } | { readonly kind: 'fault'; readonly fault: ListFault }> {
  if (!file) return { kind: 'fault', fault: 'wrong-type' };
  if (file.size > MOST_IMPORT_KB * 1024) return { kind: 'fault', fault: 'too-large' };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const head = [...bytes.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (WORKBOOKS.includes(head)) return { kind: 'fault', fault: 'spreadsheet' };
    return { kind: 'read', csv: textOf(bytes) };
  } catch {
    return { kind: 'fault', fault: 'unreadable' };
  }
}

/** UTF-8 or UTF-16 by their marks; else UTF-8, and where it is none, the code page of older Windows programs. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
