import { z } from 'zod';
import type { DomainRegistration } from '../../../core/evidence/dns.ts';
import type { GuardedFetch } from '../../http/guarded-fetch.ts';

/** Sends on to the registry that answers for the domain (RFC 9224). */
const DIRECTORY = 'https://rdap.org/domain/';
const TIMEOUT_MS = 8_000;
const MAX_BYTES = 512 * 1024;

const Answer = z.object({
  objectClassName: z.literal('domain').optional(),
  ldhName: z.string().max(255).optional(),
  status: z.array(z.string().max(100)).max(100).optional(),
  events: z
    .array(z.object({ eventAction: z.string().max(100), eventDate: z.string().max(40) }))
    .max(200)
    .optional(),
});

/**
 * What the registry says of a domain over RDAP (RFC 9083). Null: it does not say, or not of this domain.
 * @throws the reason of `signal` alone
 */
export async function registrationOf(
  domain: string,
  { guardedFetch, signal, ends }: { guardedFetch: GuardedFetch; signal: AbortSignal; ends: AbortSignal },
): Promise<DomainRegistration | null> {
  try {
    const either = AbortSignal.any([signal, ends]);
    const answer = await guardedFetch(`${DIRECTORY}${encodeURIComponent(domain)}`, {
      headers: { accept: 'application/rdap+json' },
      ...{ timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES, signal: either },
    });
    if (answer.status !== 200) return null;
    const { ldhName, status, events = [] } = Answer.parse(JSON.parse(answer.text()));
    if (ldhName !== undefined && ldhName.toLowerCase().replace(/\.$/, '') !== domain) return null;
    return {
      registeredAt: dateOf(events, 'registration'),
      expiresAt: dateOf(events, 'expiration'),
      isTransferLocked: status ? status.some((one) => /^(client|server) transfer prohibited$/i.test(one.trim())) : null,
    };
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

function dateOf(events: readonly { eventAction: string; eventDate: string }[], action: string): string | null {
  const at = Date.parse(events.find(({ eventAction }) => eventAction.toLowerCase() === action)?.eventDate ?? '');
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
