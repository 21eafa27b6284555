/**
 * What one tax line of an order claims to be. `halves`: CGST and SGST written as one; `local`: "SGST/UTGST", whichever
 * the State has; `unnamed`: a title that names no head, such as "GST" or "Tax".
 */
export type TitleHead = 'cgst' | 'sgst' | 'utgst' | 'local' | 'halves' | 'igst' | 'cess' | 'unnamed';

const LONGEST = 100;

/**
 * Reads the free text of a tax line: "CGST", "cgst 9%", "Central GST", "C.G.S.T. @ 9", "KA SGST", "केंद्रीय GST".
 * A title that names heads which exclude each other names none.
 */
export function headOfTitle(title: string): TitleHead {
  const words = wordsOf(title);
  const isIntegrated = /\bI ?GST\b|\bINTEGRATED\b|\bINTER ?STATE\b|आईजीएसटी|एकीकृत/.test(words);
  const isCentral = /\bC ?GST\b|\bCENTRAL\b|(?<!ए)सीजीएसटी|केंद्रीय|केन्द्रीय/.test(words);
  const isUnion = /\bUT ?GST\b|\bUNION TERRITORY\b|यूटीजीएसटी/.test(words);
  const isState = /\bS ?GST\b|(?<!INTER |INTRA )\bSTATE\b|एसजीएसटी|राज्य GST/.test(words);
  if (isIntegrated) return isCentral || isUnion || isState ? 'unnamed' : 'igst';
  if (isCentral) return isUnion || isState ? 'halves' : 'cgst';
  if (isUnion) return isState ? 'local' : 'utgst';
  if (isState) return 'sgst';
  return /\bCESS\b|उपकर/.test(words) ? 'cess' : 'unnamed';
}

/** Remembers titles: a shop has a handful, and fifty thousand orders repeat them. */
export function titleReader(): (title: string) => TitleHead {
  const known = new Map<string, TitleHead>();
  return (title) => {
    const before = known.get(title);
    if (before !== undefined) return before;
    const head = headOfTitle(title);
    known.set(title, head);
    return head;
  };
}

function wordsOf(title: string): string {
  return title
    .slice(0, LONGEST)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\./g, '')
    .replace(/[^A-Z\p{Script=Devanagari}]+/gu, ' ')
    .trim();
}
