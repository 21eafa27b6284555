import type { Zone } from '../evidence/dns.ts';
import type { Qualifier, SpfMechanism } from './spf-terms.ts';
import { isSpfRecord, parseSpf } from './spf-terms.ts';
import { bareName, zoneReader, type ZoneReader } from './zone-reader.ts';

/** What a receiver does with mail from a server that the record does not name. */
export const SPF_EFFECTS = ['missing', 'hardfail', 'softfail', 'neutral', 'pass-all', 'permerror'] as const;
export type SpfEffect = (typeof SPF_EFFECTS)[number];

export type SpfProblem =
  'several-records' | 'syntax' | 'too-many-lookups' | 'too-many-void-lookups' | 'loop' | 'no-record-at-target';

export interface SpfVerdict {
  readonly effect: SpfEffect;
  readonly outcome: 'pass' | 'warn' | 'fail';
  /** Terms that cost a look-up, of the 10 that are allowed. Counted on beyond them, as far as 40. */
  readonly lookups: number;
  /** Look-ups that found nothing, of the 2 that are allowed. */
  readonly voidLookups: number;
  /** SPF records at the name. */
  readonly records: number;
  /** Why it is a permerror; null otherwise. */
  readonly problem: SpfProblem | null;
  /** The name where the problem lies: the domain itself or one that its record leads to. */
  readonly problemAt: string | null;
  /** Questions that the verdict stands on, as "TXT shop.example": ask those until no new one comes. */
  readonly questions: readonly string[];
}

export const MOST_SPF_LOOKUPS = 10;
const MOST_VOID_LOOKUPS = 2;
const MOST_MX_HOSTS = 10;
/** Nobody mends the fortieth term before the eleventh, and a hostile zone must end somewhere. */
const STOP_COUNTING_AT = 40;

const EFFECT_OF: Readonly<Record<Qualifier, SpfEffect>> = {
  '+': 'pass-all',
  '-': 'hardfail',
  '~': 'softfail',
  '?': 'neutral',
};
const OUTCOME_OF: Readonly<Record<SpfEffect, SpfVerdict['outcome']>> = {
  hardfail: 'pass',
  softfail: 'pass',
  neutral: 'warn',
  missing: 'fail',
  'pass-all': 'fail',
  permerror: 'fail',
};

/**
 * What RFC 7208 makes of mail from an IPv4 server that no record names. Macros: %{d} and %{o} are filled in; a target
 * with any other costs its look-up and matches nobody, since it depends on the sender.
 */
export function spfVerdict(zone: Zone, domain: string): SpfVerdict {
  const walk = new SpfWalk(zoneReader(zone), bareName(domain));
  const records = walk.recordsAt(walk.origin);
  const effect = records.length === 0 ? 'missing' : walk.effectAt(walk.origin, records, []);
  const { problem } = walk;
  const isBroken = records.length > 0 && problem !== null;
  return {
    effect: isBroken ? 'permerror' : effect,
    outcome: isBroken ? 'fail' : OUTCOME_OF[effect],
    lookups: walk.lookups,
    voidLookups: walk.voidLookups,
    records: records.length,
    problem: problem?.what ?? null,
    problemAt: problem?.at ?? null,
    questions: walk.reader.questions(),
  };
}

/** One evaluation: the counters run through all records that the first one leads to. */
class SpfWalk {
  readonly reader: ZoneReader;
  readonly origin: string;
  lookups = 0;
  voidLookups = 0;
  problem: { readonly what: SpfProblem; readonly at: string } | null = null;

  constructor(reader: ZoneReader, origin: string) {
    this.reader = reader;
    this.origin = origin;
  }

  recordsAt(name: string): string[] {
    return this.reader.texts(name).filter(isSpfRecord);
  }

  /** The first problem ends the verdict, though the count goes on. */
  effectAt(name: string, records: readonly string[], path: readonly string[]): SpfEffect {
    const [record = ''] = records;
    const parsed = parseSpf(record);
    if (records.length > 1) return this.fail('several-records', name);
    if (!parsed) return this.fail('syntax', name);
    const here = [...path, name];
    for (const mechanism of parsed.mechanisms) {
      if (this.matches(mechanism, name, here)) return EFFECT_OF[mechanism.qualifier];
      if (this.lookups >= STOP_COUNTING_AT) return 'permerror';
    }
    return parsed.redirect === null ? 'neutral' : this.effectOfTarget(parsed.redirect, name, here);
  }

  private matches({ kind, target, prefix4 }: SpfMechanism, name: string, path: readonly string[]): boolean {
    if (kind === 'all') return true;
    if (kind === 'ip4') return prefix4 === 0;
    if (kind === 'ip6') return false;
    if (kind === 'include') return this.effectOfTarget(target ?? '', name, path) === 'pass-all';
    this.spend(name);
    const host = target === null ? name : this.filled(target, name);
    if (host === null || kind === 'ptr') return false;
    if (kind === 'mx') return this.findsMx(host, name) && prefix4 === 0;
    const isFound = this.findsAddress(host, kind === 'a', name);
    return isFound && (kind === 'exists' || prefix4 === 0);
  }

  private findsMx(host: string, name: string): boolean {
    const found = this.reader.records(host, 'MX');
    if (found.length === 0) this.spendInVain(name);
    if (found.length > MOST_MX_HOSTS) this.fail('too-many-lookups', name);
    return found.length > 0;
  }

  private findsAddress(host: string, takesIp6: boolean, name: string): boolean {
    if (this.reader.records(host, 'A').length > 0) return true;
    if (takesIp6 && this.reader.records(host, 'AAAA').length > 0) return false;
    this.spendInVain(name);
    return false;
  }

  /** Of `include` and `redirect`: the record at the target, judged in its turn. */
  private effectOfTarget(spec: string, name: string, path: readonly string[]): SpfEffect {
    this.spend(name);
    const target = this.filled(spec, name);
    if (target === null) return 'neutral';
    if (path.includes(target)) return this.fail('loop', target);
    if (this.lookups >= STOP_COUNTING_AT) return 'permerror';
    const records = this.recordsAt(target);
    if (records.length === 0) {
      if (this.reader.texts(target).length === 0) this.spendInVain(name);
      return this.fail('no-record-at-target', target);
    }
    return this.effectAt(target, records, path);
  }

  /** The target with the macros that do not depend on the sender; null where another one stands in it. */
  private filled(spec: string, name: string): string | null {
    const text = spec.replace(/%\{d\}/gi, name).replace(/%\{o\}/gi, this.origin);
    return text.includes('%') ? null : bareName(text);
  }

  private spend(name: string): void {
    this.lookups += 1;
    if (this.lookups > MOST_SPF_LOOKUPS) this.fail('too-many-lookups', name);
  }

  private spendInVain(name: string): void {
    this.voidLookups += 1;
    if (this.voidLookups > MOST_VOID_LOOKUPS) this.fail('too-many-void-lookups', name);
  }

  private fail(what: SpfProblem, at: string): SpfEffect {
    this.problem ??= { what, at };
    return 'permerror';
  }
}
