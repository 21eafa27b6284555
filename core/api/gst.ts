import type { LookUpService, RegistryEntry } from '../evidence/registry.ts';
import type { GstSummary } from '../evidence/summaries.ts';
import type { StatedRegistration, TaxProfile, TurnoverBand } from '../evidence/tax-profile.ts';
import type { Instant } from '../time.ts';

/** GET /api/gst */
export interface GstHome {
  /** Of the newest judged snapshot; null before the first. */
  readonly summary: GstSummary | null;
  /** What the registry told last, fresher than the snapshot. */
  readonly registry: readonly RegistryEntry[];
  readonly profile: TaxProfile;
  readonly lookUps: LookUpState;
}

/** PATCH /api/gst/profile. Answer: the whole profile. A change is followed by a check. */
export type TaxProfileChange = {
  readonly turnover?: TurnoverBand | null;
  readonly isUnregistered?: boolean | null;
  readonly sellsForOthers?: boolean | null;
};

/** PATCH /api/gst/registrations/:id, the id of /registrations. Answer: the whole profile. */
export type StatedRegistrationChange = Partial<Omit<StatedRegistration, 'gstin'>>;

/** GET /api/look-ups; PUT answers the same. */
export interface LookUpState {
  readonly service: LookUpService | null;
  readonly isTestMode: boolean;
  /** Last four characters of the first credential, "…x7Qa"; null without one. */
  readonly keyEnding: string | null;
  readonly connectedAt: Instant | null;
  /** Calls of today and of the day's budget. */
  readonly callsToday: number;
  readonly budgetPerDay: number;
  /** The service is left alone until then. */
  readonly pausedUntil: Instant | null;
}

/**
 * PUT /api/look-ups, owner: connects a service, instead of the one before. DELETE /api/look-ups forgets the keys.
 * POST /api/look-ups/now, manager: asks for every registration that may be asked for again; 202.
 */
export interface ConnectLookUps {
  readonly service: LookUpService;
  readonly isTestMode: boolean;
  /** By name, as the service calls them: `x-api-key`, `x-api-secret` … */
  readonly credentials: Readonly<Record<string, string>>;
}
