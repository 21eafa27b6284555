import type { CorsSeen } from '../../../core/evidence/storefront.ts';
import type { ProbeVisit } from '../../http/probe.ts';
import { headerOf } from './visited-answer.ts';

/** An origin that no shop trusts. */
export const FOREIGN_ORIGIN = 'https://stranger.prahari-probe.example';

export const PREFLIGHT = {
  method: 'OPTIONS',
  headers: { origin: FOREIGN_ORIGIN, 'access-control-request-method': 'GET' },
  follows: false,
  maxBytes: 1_024,
} as const;

/** What the answer to a preflight lets pages of others do. Null: there was no answer. */
export function corsSeen({ answer }: ProbeVisit): CorsSeen | null {
  if (!answer) return null;
  const allowOrigin = headerOf(answer, 'access-control-allow-origin')?.trim().slice(0, 300) ?? null;
  return {
    allowOrigin,
    isOriginReflected: allowOrigin?.toLowerCase() === FOREIGN_ORIGIN,
    allowsCredentials: headerOf(answer, 'access-control-allow-credentials')?.trim().toLowerCase() === 'true',
  };
}
