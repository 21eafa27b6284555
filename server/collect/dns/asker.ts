import type { Zone, ZoneNode } from '../../../core/evidence/dns.ts';
import { DNS_TYPES, type DnsAnswer, type DnsClient, type DnsType } from '../../dns/dns-client.ts';

const ASKED_AT_ONCE = 8;
const MAX_QUESTIONS = 150;
const FAILED: DnsAnswer = { status: 'failed', records: [], isAuthentic: false };

/** Asks the questions of one domain, each once, eight at a time, and writes down what came. */
export interface Asker {
  /** Never rejects but with the reason of the collector's signal. */
  readonly ask: (type: DnsType, name: string) => Promise<DnsAnswer>;
  /** Questions as core/mail writes them, "TXT _dmarc.shop.example", until none of them is new. */
  askAll(questionsOf: (zone: Zone) => readonly string[]): Promise<void>;
  zone(): Zone;
  /** Questions without an answer. */
  unanswered(): readonly string[];
}

/** `ends`: from then on every question stays without an answer. */
export function askerOf({ dns, ends, signal }: { dns: DnsClient; ends: AbortSignal; signal: AbortSignal }): Asker {
  const asked = new Map<string, Promise<DnsAnswer>>();
  const nodes = new Map<string, Partial<Record<DnsType, DnsAnswer['records']>>>();
  const failed = new Set<string>();
  const waiting: (() => void)[] = [];
  let running = 0;

  async function turn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= ASKED_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  }

  async function answerTo(type: DnsType, name: string): Promise<DnsAnswer> {
    if (ends.aborted) return FAILED;
    try {
      return await dns.ask(name, type, AbortSignal.any([signal, ends]));
    } catch {
      signal.throwIfAborted();
      return FAILED;
    }
  }

  async function askOnce(type: DnsType, name: string): Promise<DnsAnswer> {
    const answer = await turn(() => answerTo(type, name));
    if (answer.status === 'failed') failed.add(`${type} ${name}`);
    if (answer.status === 'found') nodes.set(name, { ...nodes.get(name), [type]: answer.records });
    return answer;
  }

  function ask(type: DnsType, name: string): Promise<DnsAnswer> {
    const question = `${type} ${name}`;
    const known = asked.get(question);
    if (known) return known;
    // A zone may lead on without end; what is left out counts as not answered.
    const answer = asked.size < MAX_QUESTIONS ? askOnce(type, name) : Promise.resolve(FAILED);
    if (asked.size < MAX_QUESTIONS) asked.set(question, answer);
    else failed.add(question);
    return answer;
  }

  async function askQuestion(question: string): Promise<void> {
    const [type = '', name = ''] = question.split(' ');
    if (isDnsType(type)) await ask(type, name.toLowerCase());
    else failed.add(question);
  }

  return {
    ask,
    async askAll(questionsOf) {
      const settled = new Set<string>();
      for (;;) {
        const open = questionsOf(zoneOf(nodes)).filter((question) => !settled.has(question));
        if (open.length === 0) return;
        await Promise.all(open.map(askQuestion));
        for (const question of open) settled.add(question);
      }
    },
    zone: () => zoneOf(nodes),
    unanswered: () => [...failed].sort(),
  };
}

const isDnsType = (type: string): type is DnsType => (DNS_TYPES as readonly string[]).includes(type);

/** As evidence: the signatures' own records are no part of it. */
function zoneOf(nodes: ReadonlyMap<string, Partial<Record<DnsType, DnsAnswer['records']>>>): Zone {
  return Object.fromEntries(
    [...nodes].map(([name, { DS: _signatures, TXT, ...others }]): [string, ZoneNode] => [
      name,
      {
        ...(TXT && { TXT }),
        ...Object.fromEntries(Object.entries(others).map(([type, records]) => [type, records.map(String)])),
      },
    ]),
  );
}
