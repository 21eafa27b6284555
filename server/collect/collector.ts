import type { EvidenceByKind, EvidenceKind } from '../../core/evidence/kinds.ts';
import type { Rung } from '../../core/evidence/rungs.ts';
import type { Day, Instant } from '../../core/time.ts';
import type { GuardedFetch } from '../http/guarded-fetch.ts';
import type { CodeScanner } from '../code/code-scanner.ts';
import type { DnsClient } from '../dns/dns-client.ts';
import type { Probe } from '../http/probe.ts';
import type { AdminApi } from '../shopify/admin-api.ts';

/** What a collector is handed. It has nothing else: no store, no clock. */
export interface CollectContext<K extends EvidenceKind> {
  readonly shop: string;
  readonly admin: AdminApi;
  /** The same kind from the shop's newest snapshot that had it: lets the theme collector fetch changed files only. */
  readonly previous: EvidenceByKind[K] | null;
  /** The registrations that the merchant entered, from our own store. */
  readonly registrations: () => Promise<EvidenceByKind['registrations']>;
  /** What the look-up service told of them, and whether one is connected. */
  readonly registry: () => Promise<{ readonly isConnected: boolean; readonly entries: EvidenceByKind['registry'] }>;
  /** What the merchant states of the business. */
  readonly taxProfile: () => Promise<EvidenceByKind['taxProfile']>;
  /** What the operator changed in the dated tables. */
  readonly law: () => Promise<EvidenceByKind['law']>;
  /** People and their accounts, from our own store. Null: nobody entered any. */
  readonly people: () => Promise<EvidenceByKind['people'] | null>;
  readonly selfChecks: () => Promise<EvidenceByKind['selfChecks']>;
  readonly attestations: () => Promise<EvidenceByKind['attestations']>;
  readonly fileScans: () => Promise<EvidenceByKind['fileScans']>;
  /** Null: nobody has accepted the theme yet. */
  readonly themeBaseline: () => Promise<EvidenceByKind['themeBaseline'] | null>;
  /** What we keep of our own work. */
  readonly records: () => Promise<EvidenceByKind['records']>;
  readonly vendorBook: () => Promise<EvidenceByKind['vendorBook']>;
  readonly scriptBook: () => Promise<EvidenceByKind['scriptBook']>;
  /** Keeps the text of a foreign script, so that a later one can be laid beside it. It never fails a visit. */
  readonly keepScriptText: (script: { readonly hash: string; readonly text: string }) => Promise<void>;
  /** The merchant lets us read a sample of notes and tags. */
  readonly isDataSampleOn: () => Promise<boolean>;
  /** Hosts that the merchant named, each with the text that its DNS must show. */
  readonly ownHosts: () => Promise<readonly OwnHost[]>;
  /** The headers that let our visits through, where the merchant gave them. */
  readonly crawlerSignature: (host: string) => Promise<CrawlerSignature | null>;
  /** The ways out, all of them guarded. */
  readonly world: World;
  /** When the collector was started: "the last 60 days" end here. */
  readonly asOf: Instant;
  /** Aborted at the collector's deadline. */
  readonly signal: AbortSignal;
}

export interface OwnHost {
  readonly host: string;
  /** Value of the TXT record at `_prahari.host`, unique to the shop. */
  readonly proof: string;
}

/** Sent to this one host and no other. */
export interface CrawlerSignature {
  readonly headers: Readonly<Record<string, string>>;
  readonly endsOn: Day;
}

export interface World {
  readonly guardedFetch: GuardedFetch;
  /** Looks at storefronts; it follows where browsers follow. */
  readonly probe: Omit<Probe, 'close'>;
  readonly dns: DnsClient;
  readonly code: CodeScanner;
}

/** One source, one kind of evidence. Slow, flaky and stupid: it gathers and parses, and never judges. */
export interface Collector<K extends EvidenceKind = EvidenceKind> {
  readonly kind: K;
  readonly rung: Rung;
  readonly deadlineMs: number;
  /** Scopes whose absence explains a denial. */
  readonly scopes: readonly string[];
  /**
   * @throws {AccessDeniedError} with the scopes that are missing
   * @throws the errors of AdminApi
   */
  collect(context: CollectContext<K>): Promise<EvidenceByKind[K]>;
}

export function defineCollector<const K extends EvidenceKind>(collector: Collector<K>): Collector<K> {
  return collector;
}
