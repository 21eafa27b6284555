import type { Day } from '../../../core/time.ts';

/** Fields as they are pasted. */
export interface SignatureInput {
  readonly host: string;
  readonly signatureInput: string;
  readonly signature: string;
  readonly endsOn: string;
}

/** A name, "=", and what may stand in a header. */
const INPUT = /^[a-z0-9_*.-]+=\([\x20-\x7e]{1,1900}$/i;
const SIGNATURE = /^[a-z0-9_*.-]+=:[A-Za-z0-9+/=]{16,1900}:$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The first field that cannot be what Shopify shows; null: all may be. `latest`: as far as a signature lasts. */
export function signatureFault(
  { signatureInput, signature, endsOn }: SignatureInput,
  today: Day,
  latest: Day,
): 'signatureInput' | 'signature' | 'endsOn' | null {
  if (!INPUT.test(signatureInput.trim())) return 'signatureInput';
  if (!SIGNATURE.test(signature.trim())) return 'signature';
  return DAY.test(endsOn) && endsOn >= today && endsOn <= latest ? null : 'endsOn';
}
