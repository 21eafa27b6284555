import type { DomainRecords } from '../evidence/dns.ts';
import type { CookieSeen, CorsSeen, HostProbe, HttpHop, PageScript } from '../evidence/storefront.ts';

/** What one visit of a home page showed, as far as its headers are graded. */
export interface HeaderGradeInput {
  readonly host: string;
  readonly status: number;
  /** The header's value; null where it is missing. */
  readonly contentType: string | null;
  /** Of the page's last answer; a name may come more than once. Set-Cookie is not here. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly cookies: readonly CookieSeen[];
  /** Policies in meta elements, in the order of the page. */
  readonly metaPolicies: readonly string[];
  /** Contents of `<meta name="referrer">`, in the order of the page. */
  readonly metaReferrers: readonly string[];
  /** Every script element, inline ones too. Null: the page could not be parsed. */
  readonly scripts: readonly ScriptSource[] | null;
  /** From http://host/, hop by hop. */
  readonly httpChain: readonly HttpHop[];
  readonly isHttpReachable: boolean;
  readonly isHttpsReachable: boolean;
  readonly isTlsTrusted: boolean;
  readonly cors: CorsSeen | null;
  /** Entries of the browsers' HSTS preload list that concern these hosts, by name. */
  readonly hstsPreload: Readonly<Record<string, { readonly includeSubDomains: boolean }>>;
}

export interface ScriptSource {
  readonly scheme: PageScript['scheme'];
  readonly hasIntegrity: boolean;
  /** Under the same registrable domain as the page. */
  readonly isSameSite: boolean;
}

export const HEADER_TESTS = [
  'csp',
  'cookies',
  'coep',
  'coop',
  'cors',
  'redirection',
  'referrer',
  'hsts',
  'sri',
  'xcto',
  'xfo',
  'corp',
] as const;
export type HeaderTest = (typeof HEADER_TESTS)[number];

export interface HeaderGrade {
  /** 0 and up; above 100 with bonuses. */
  readonly score: number;
  /** "A+" to "F". */
  readonly grade: string;
  readonly passed: number;
  readonly total: number;
  readonly tests: readonly HeaderTestResult[];
}

export interface HeaderTestResult {
  readonly test: HeaderTest;
  readonly result: string;
  readonly modifier: number;
  readonly isPass: boolean;
}

export function gradeHeaders(input: HeaderGradeInput): HeaderGrade {
  return { score: 0, grade: 'F', passed: 0, total: input.headers.length * 0 + HEADER_TESTS.length, tests: [] };
}

/** The grade of a host that answered; null for one that did not. `domains` tell which hosts lie in one domain. */
export function gradeOf(probe: HostProbe, domains: readonly DomainRecords[] = []): HeaderGrade | null {
  return probe.outcome === 'answered' && domains.length >= 0 ? null : null;
}
