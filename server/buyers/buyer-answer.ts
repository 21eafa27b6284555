import type { LookUpService, RegistrationStatus, TaxpayerKind, UnknownReason } from '../../core/evidence/registry.ts';
import type { Instant } from '../../core/time.ts';
import type { RegistryAnswer } from '../verify/service.ts';

/** What the registry told of a buyer's number. */
export interface KnownBuyer {
  readonly gstin: string;
  /** False: the service found no such number. */
  readonly isFound: boolean;
  /** Null: the service did not say. */
  readonly status: RegistrationStatus | null;
  readonly taxpayerKind: TaxpayerKind | null;
  /** GST code of the principal place; null: not told. */
  readonly stateCode: string | null;
  /** May name a person: for the shop's own people alone. */
  readonly legalName: string | null;
  readonly service: LookUpService;
  readonly learnedAt: Instant;
}

/** Why no service was asked now, or why it told nothing. */
export type BuyerNotAsked =
  | 'cannot-exist' // arithmetic says so: no call is spent on it
  | 'not-connected'
  | 'asked-today' // once a day a number, whatever came of it
  | 'paused' // the service is left alone for a while
  | 'busy' // too many calls at once; in a moment again
  | 'budget' // the day's calls are spent
  | 'forgotten' // the buyer of this order asked to be forgotten
  | UnknownReason;

/** `buyer` of a question that was not asked: what was known before, if anything. */
export type BuyerAsked =
  | { readonly kind: 'known'; readonly buyer: KnownBuyer }
  | { readonly kind: 'not-asked'; readonly why: BuyerNotAsked; readonly buyer: KnownBuyer | null };

/** As it is stored. The number is not in it: whoever finds it knows the number already. */
export type StoredBuyer = Omit<KnownBuyer, 'gstin'>;

/** Of an answer, what is kept: places, dates and the trade name are not. */
export function storedBuyer(
  answer: Exclude<RegistryAnswer, { kind: 'unknown' }>,
  { service, at }: { service: LookUpService; at: Instant },
): StoredBuyer {
  const told = answer.kind === 'known' ? answer.record : null;
  return {
    isFound: told !== null,
    status: told?.status ?? null,
    taxpayerKind: told?.taxpayerKind ?? null,
    stateCode: told?.principal?.stateCode ?? null,
    legalName: told?.legalName ?? null,
    service,
    learnedAt: at,
  };
}
