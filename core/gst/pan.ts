import { CONSTITUTIONS, PAN_KINDS, type ConstitutionRow, type PanKind } from '../data/constitutions.ts';

export type PanProblem = 'malformed' | 'serial-zero';
export type PanWarning = 'unusual-letter';

/** `ok` means "could exist": the rule of the last letter is not published. */
export type PanVerdict =
  | { readonly ok: true; readonly pan: string; readonly kind: PanKind | null; readonly warnings: readonly PanWarning[] }
  | { readonly ok: false; readonly problem: PanProblem };

const PAN = /^[A-Z]{5}[0-9]{4}[A-Z]$/;
const KINDS: ReadonlyMap<string, PanKind> = new Map(PAN_KINDS.map((kind) => [kind.letter, kind]));

/** Reads a PAN in capitals. An unknown fourth letter is a warning and decides nothing. */
export function judgePan(pan: string): PanVerdict {
  if (!PAN.test(pan)) return { ok: false, problem: 'malformed' };
  if (pan.slice(5, 9) === '0000') return { ok: false, problem: 'serial-zero' };
  const kind = panKind(pan);
  return { ok: true, pan, kind, warnings: kind?.status === 'verified' ? [] : ['unusual-letter'] };
}

/** Who holds the PAN, by its fourth letter; null for a letter that is not known. */
export function panKind(pan: string): PanKind | null {
  return KINDS.get(pan.charAt(3)) ?? null;
}

/** The row of what the registry writes as constitution ("Private Limited Company"); null where we know none. */
export function constitutionOf(text: string): ConstitutionRow | null {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
  return CONSTITUTIONS.find(({ prefix }) => plain.startsWith(prefix)) ?? null;
}

/** Whether a PAN's fourth letter agrees with the registry's constitution. Null: nothing is known of this constitution. */
export function constitutionAgrees(panLetter: string, constitutionText: string): boolean | null {
  return constitutionOf(constitutionText)?.panLetters.includes(panLetter) ?? null;
}
