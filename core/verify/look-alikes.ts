import type { GstinVerdict } from '../gst/gstin.ts';

const LAST_ASCII = 0x7f;

/**
 * Characters of another script, or ones that show nothing, in a text given as a GSTIN. A stroke or a dot is a slip of
 * the finger; these come from a copy or from someone who means to deceive.
 */
export function lookAlikesIn(verdict: GstinVerdict): readonly string[] {
  if (verdict.ok) return [];
  return verdict.badCharacters.filter((character) => (character.codePointAt(0) ?? 0) > LAST_ASCII);
}
