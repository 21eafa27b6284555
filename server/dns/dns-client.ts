export const DNS_TYPES = ['TXT', 'MX', 'A', 'AAAA', 'CNAME', 'NS', 'CAA', 'DS'] as const;
export type DnsType = (typeof DNS_TYPES)[number];

/** One answer of the resolver. */
export interface DnsAnswer {
  /** `none`: the name or the type is not there. `failed`: the resolver could not say. */
  readonly status: 'found' | 'none' | 'failed';
  /** Only of the type asked for. A TXT record of several strings is an array. */
  readonly records: readonly (string | readonly string[])[];
  /** The resolver checked the signatures. */
  readonly isAuthentic: boolean;
}

/** Asks the DNS. Never rejects for what a zone contains; rejects with the reason of `signal` alone. */
export interface DnsClient {
  ask(name: string, type: DnsType, signal?: AbortSignal): Promise<DnsAnswer>;
}
