import type { Day, Instant } from '../time.ts';

/** GET /api/hosts: hosts of the merchant's own, and which hosts let our visits through. */
export interface HostBook {
  readonly hosts: readonly OwnHostRow[];
  readonly signatures: readonly SignatureRow[];
}

export interface OwnHostRow {
  readonly id: string;
  readonly host: string;
  /** "_prahari.shop.example": where the TXT record goes. */
  readonly proofName: string;
  /** The record's whole text. */
  readonly proof: string;
  /** When a check last found it there; null: not yet, or no longer. */
  readonly verifiedAt: Instant | null;
}

/** The values of a signature never leave the server. */
export interface SignatureRow {
  readonly host: string;
  readonly endsOn: Day;
}
