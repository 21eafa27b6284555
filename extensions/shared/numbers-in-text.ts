import { judgeGstin, type GstinRefusal, type GstinVerdict } from '../../core/gst/gstin.ts';

/** What a buyer's field holds. */
export type BuyerText =
  /** Empty, or words without a digit ("NA", "-"), which say that there is none. */
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly verdict: GstinVerdict & { ok: true }; readonly stoodInText: boolean }
  | { readonly kind: 'several' }
  | { readonly kind: 'refused'; readonly verdict: GstinRefusal };

/** More is not read: nobody types it. */
const LONGEST = 2_000;
const LENGTH = 15;
/** What may stand inside one number: blanks of all kinds, hyphens, and characters that take no room. */
const INSIDE = /^[\s\u00ad\u200b-\u200f\u2010-\u2015\u2060\ufeff-]*$/;

/**
 * Reads a field as typed or pasted: a number alone, or the one number in a text around it. Two different ones are none:
 * which is meant, only the buyer knows.
 */
export function readBuyerText(input: string): BuyerText {
  const text = input.slice(0, LONGEST);
  if (!/\p{N}/u.test(text)) return { kind: 'none' };
  const whole = judgeGstin(text);
  if (whole.ok) return { kind: 'one', verdict: whole, stoodInText: false };
  const shaped = shapedIn(text).map((part) => judgeGstin(part));
  const good = new Map(shaped.flatMap((verdict) => (verdict.ok ? [[verdict.gstin, verdict] as const] : [])));
  const [first] = good.values();
  if (good.size > 1) return { kind: 'several' };
  if (first) return { kind: 'one', verdict: first, stoodInText: true };
  const wrong = new Map(shaped.flatMap((verdict) => (verdict.ok ? [] : [[verdict.normalized, verdict] as const])));
  const [meant] = wrong.values();
  return { kind: 'refused', verdict: wrong.size === 1 && meant ? meant : whole };
}

/**
 * Runs of fifteen letters and digits that begin with two digits, also where blanks or hyphens part them. A letter of
 * another script beside one makes it none: what looks like a part of the number is not left out.
 */
function shapedIn(text: string): string[] {
  const pieces = text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu) ?? [];
  const found: string[] = [];
  pieces.forEach((piece, at) => {
    if (!/^[0-9](?:[0-9]|$)/.test(piece)) return;
    let run = '';
    for (let next = at; next < pieces.length && run.length < LENGTH; next += 1) {
      const part = pieces[next] ?? '';
      if (/^[0-9A-Za-z]+$/.test(part)) run += part;
      else if (!INSIDE.test(part)) break;
    }
    if (run.length === LENGTH && /^[0-9]{2}/.test(run)) found.push(run);
  });
  return found;
}
