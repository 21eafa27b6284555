import type { UnavailableReason } from '../snapshot.ts';
import type { HostProbe, ProbeOutcome, Storefront, TlsReport } from '../storefront.ts';

const REASONS: Readonly<Record<ProbeOutcome, UnavailableReason>> = {
  answered: 'too-little', // it sends its visitors to another host
  blocked: 'blocked',
  locked: 'too-little',
  unreachable: 'unreachable',
  'timed-out': 'timed-out',
  refused: 'too-little',
  'tls-failed': 'too-little',
  paused: 'throttled',
  unusable: 'too-little',
  'not-verified': 'too-little',
};

/** Hosts of which a page was read. A host that only sends its visitors to another one is judged there. */
export function hostsWithPages({ hosts }: Storefront): HostProbe[] {
  return hosts.filter(({ outcome, pages }) => outcome === 'answered' && pages.length > 0);
}

/** Hosts whose certificate was seen. */
export function hostsWithTls({ hosts }: Storefront): { readonly host: string; readonly tls: TlsReport }[] {
  return hosts.flatMap(({ host, tls }) => (tls ? [{ host, tls }] : []));
}

/**
 * Why nobody can say that all is well, though nothing was found: no host was seen in the way that the check needs, or
 * the main one, which comes first, turned the visit away. Null: enough was seen.
 */
export function unseenReason({ hosts }: Storefront, isSeen: (host: HostProbe) => boolean): UnavailableReason | null {
  const [main] = hosts;
  if (!main) return 'too-little';
  if (isSeen(main)) return null;
  return main.outcome === 'answered' && hosts.some(isSeen) ? null : REASONS[main.outcome];
}

/** As a check's `lacks` says it. */
export function lacksStorefront(
  storefront: Storefront,
  isSeen: (host: HostProbe) => boolean,
): { readonly kind: 'storefront'; readonly reason: UnavailableReason } | null {
  const reason = unseenReason(storefront, isSeen);
  return reason && { kind: 'storefront', reason };
}

/** A page of the host was read. */
export const hasPages = ({ outcome, pages }: HostProbe): boolean => outcome === 'answered' && pages.length > 0;
