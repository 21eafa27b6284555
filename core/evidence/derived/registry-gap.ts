import { daysBetween, dayInIndia } from '../../gst/days.ts';
import type { Instant } from '../../time.ts';
import type { RegistryEntry, UnknownReason } from '../registry.ts';
import type { UnavailableReason } from '../snapshot.ts';

/** An answer older than this tells what was, not what is: nobody passes by it. */
const LONGEST_TRUST_DAYS = 7;

const REASONS: Readonly<Record<UnknownReason, UnavailableReason>> = {
  'key-refused': 'too-little',
  'payment-needed': 'too-little',
  limited: 'too-little',
  unreachable: 'unreachable',
  'source-down': 'unreachable',
  'unexpected-shape': 'unexpected-shape',
  'not-supported': 'too-little',
};

/** Why the registry's answers do not suffice to pass all of these by; null when each is known and fresh. */
export function registryGap(registry: readonly RegistryEntry[], asOf: Instant): UnavailableReason | null {
  for (const entry of registry) {
    const gap = gapOf(entry, asOf);
    if (gap !== null) return gap;
  }
  return null;
}

function gapOf({ known, asked }: RegistryEntry, asOf: Instant): UnavailableReason | null {
  if (known !== null && daysBetween(dayInIndia(known.learnedAt), dayInIndia(asOf)) <= LONGEST_TRUST_DAYS) return null;
  if (asked === null) return 'not-asked';
  if (asked.outcome === 'not-found' || asked.outcome === 'known') return known === null ? 'too-little' : 'not-asked';
  return REASONS[asked.outcome];
}
