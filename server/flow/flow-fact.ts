import type { LookUpService } from '../../core/evidence/registry.ts';
import type { VendorKey } from '../../core/evidence/vendors.ts';
import type { TraceSource } from '../../core/vendors/vendor.ts';
import type { Instant } from '../../core/time.ts';
import type { ToldStatus } from '../verify/merge-answer.ts';

/** What workflows are told, beside alerts. It waits sealed in the outbox; what they get is written of it just before. */
export type FlowFact = GstStatusFact | VendorFact;

/** Another status of one registration. */
export interface GstStatusFact {
  readonly kind: 'gst-status';
  /** Masked. */
  readonly gstin: string;
  readonly before: ToldStatus;
  readonly now: ToldStatus;
  readonly service: LookUpService;
  readonly at: Instant;
}

/** Vendors that nobody knew before. */
export interface VendorFact {
  readonly kind: 'vendor';
  /** The shop's first check found them: all are new, and none has a run of its own. */
  readonly isFirstCheck: boolean;
  /** The first of them; `count` says how many there are. */
  readonly vendors: readonly NewVendor[];
  readonly count: number;
  readonly at: Instant;
}

/** Either a key of what was found, or the id of what a person entered. */
export interface NewVendor {
  readonly key: VendorKey | null;
  readonly id: string | null;
  readonly how: TraceSource | 'entered' | 'imported';
}
