import { judgeGstin, type GstinVerdict } from '../../../core/gst/gstin.ts';

const LENGTH = 15;

/** What the field says now. While a person still types, it counts; a verdict comes with the 15th character or on leaving. */
export type FieldState =
  { readonly kind: 'neutral'; readonly typed: number } | { readonly kind: 'judged'; readonly verdict: GstinVerdict };

/** @param isLeft whether the person has left the field, or asked to save it */
export function fieldState(input: string, isLeft: boolean): FieldState {
  const typed = input.replace(/[\s-]/g, '').length;
  if (typed === 0 && !isLeft) return { kind: 'neutral', typed };
  if (typed < LENGTH && !isLeft) return { kind: 'neutral', typed };
  return { kind: 'judged', verdict: judgeGstin(input) };
}

/** Whether the verdict lets the number be added as the seller's own. */
export function isAddable(verdict: GstinVerdict): verdict is GstinVerdict & { ok: true } {
  return verdict.ok && verdict.canSellWith;
}
