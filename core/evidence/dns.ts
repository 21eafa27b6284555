import type { Instant } from '../time.ts';

/** Answers by name and type, as they came. A name or type that is missing was asked for and is not there. */
export type Zone = Readonly<Record<string, ZoneNode>>;

export interface ZoneNode {
  /** One entry a record; an array is one record that was written in several strings. */
  readonly TXT?: readonly (string | readonly string[])[];
  /** "10 mx.example" */
  readonly MX?: readonly string[];
  readonly A?: readonly string[];
  readonly AAAA?: readonly string[];
  readonly CNAME?: readonly string[];
  readonly NS?: readonly string[];
  /** '0 issue "letsencrypt.org"' */
  readonly CAA?: readonly string[];
}

/** What the DNS and the registry say of one domain of the shop. */
export interface DomainRecords {
  /** "shop.example": the registrable domain, in lower case. */
  readonly domain: string;
  /** Hosts of the shop that lie in it. */
  readonly hosts: readonly string[];
  readonly zone: Zone;
  /** Questions without an answer, as "TXT _dmarc.shop.example": what they would say is not known. */
  readonly unanswered: readonly string[];
  /** Selectors that were tried for DKIM. */
  readonly dkimSelectors: readonly string[];
  /** Null: the resolver did not say. */
  readonly isSigned: boolean | null;
  readonly aliases: readonly AliasSeen[];
  /** Of the MTA-STS file. Null: no record points to one. */
  readonly mailPolicyMode: MailPolicyMode | null;
  readonly registration: DomainRegistration | null;
}

export const MAIL_POLICY_MODES = ['enforce', 'testing', 'none', 'unreadable'] as const;
export type MailPolicyMode = (typeof MAIL_POLICY_MODES)[number];

/** A CNAME of a name in use. */
export interface AliasSeen {
  readonly name: string;
  readonly target: string;
  /** `unclaimed`: the service answers that nobody has this name there. */
  readonly state: 'resolves' | 'missing' | 'unclaimed' | 'unknown';
}

/** As the registry tells it over RDAP. */
export interface DomainRegistration {
  readonly registeredAt: Instant | null;
  readonly expiresAt: Instant | null;
  /** Null: the registry does not say. */
  readonly isTransferLocked: boolean | null;
}
