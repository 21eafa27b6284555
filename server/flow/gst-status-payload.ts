import { stateByCode } from '../../core/data/states.ts';
import type { LookUpService } from '../../core/evidence/registry.ts';
import type { ToldStatus } from '../verify/merge-answer.ts';
import type { GstStatusFact } from './flow-fact.ts';

/** The fields of extensions/gst-status-changed/shopify.extension.toml. */
export interface GstStatusPayload {
  readonly GSTIN: string;
  readonly State: string;
  readonly 'Status before': string;
  readonly 'Status now': string;
  readonly Source: string;
  readonly 'As of': string;
  readonly Link: string;
  readonly Notice: string;
}

/** As the services call themselves. */
const SERVICE_NAMES: Readonly<Record<LookUpService, string>> = {
  'sandbox-co-in': 'Sandbox.co.in',
  cashfree: 'Cashfree',
  setu: 'Setu',
  cleartax: 'ClearTax',
};

/** English, as Flow is. */
export function gstStatusPayload(
  { gstin, before, now, service, at }: GstStatusFact,
  { identity, registrationsUrl }: { readonly identity: string; readonly registrationsUrl: string },
): GstStatusPayload {
  return {
    ...{ GSTIN: gstin, State: stateByCode(gstin.slice(0, 2))?.name.en ?? 'none' },
    ...{ 'Status before': wordsOf(before), 'Status now': wordsOf(now) },
    ...{ Source: SERVICE_NAMES[service], 'As of': at, Link: registrationsUrl, Notice: identity },
  };
}

const wordsOf = (status: ToldStatus): string => (status === 'not-found' ? 'not found' : status);
