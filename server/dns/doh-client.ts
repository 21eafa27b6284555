import { z } from 'zod';
import type { GuardedFetch } from '../http/guarded-fetch.ts';
import type { DnsAnswer, DnsClient, DnsType } from './dns-client.ts';
import { writtenTexts } from './written-texts.ts';

/** JSON over HTTPS as Google documents it: Status is the DNS response code, AD that the signatures were checked. */
const RESOLVER = 'https://dns.google/resolve';
const TIMEOUT_MS = 5_000;
const MAX_BYTES = 128 * 1024;
const MAX_RECORDS = 200;
const MAX_DATA_CHARS = 4_096;
const NO_SUCH_NAME = 3;

const NAME = /^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i;

/** Numbers of the types in answers (IANA, DNS parameters). */
const NUMBERS: Readonly<Record<DnsType, number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  DS: 43,
  CAA: 257,
};

const Answer = z.object({
  Status: z.number(),
  AD: z.boolean().optional(),
  TC: z.boolean().optional(),
  Answer: z
    .array(z.object({ type: z.number(), data: z.string().max(65_535) }))
    .max(2_000)
    .optional(),
});

const FAILED: DnsAnswer = { status: 'failed', records: [], isAuthentic: false };
const NONE: DnsAnswer = { status: 'none', records: [], isAuthentic: false };

/** Asks a public resolver over HTTPS, so that nobody on the way can answer for it. */
export function dnsOverHttps({ guardedFetch }: { guardedFetch: GuardedFetch }): DnsClient {
  return {
    async ask(name, type, signal) {
      if (!NAME.test(name)) return NONE; // nothing can stand under it
      try {
        const address = `${RESOLVER}?name=${encodeURIComponent(name)}&type=${type}`;
        const limits = { timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES, ...(signal && { signal }) };
        const answer = await guardedFetch(address, { headers: { accept: 'application/dns-json' }, ...limits });
        return answer.status === 200 ? answerOf(answer.text(), type) : FAILED;
      } catch {
        signal?.throwIfAborted();
        return FAILED;
      }
    },
  };
}

function answerOf(text: string, type: DnsType): DnsAnswer {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return FAILED;
  }
  const parsed = Answer.safeParse(json);
  if (!parsed.success) return FAILED;
  const { Status, AD = false, TC = false, Answer: answers = [] } = parsed.data;
  if (Status === NO_SUCH_NAME) return { ...NONE, isAuthentic: AD };
  if (Status !== 0 || TC) return FAILED;
  const records = answers
    .filter((answer) => answer.type === NUMBERS[type])
    .slice(0, MAX_RECORDS)
    .map(({ data }) => recordOf(data.slice(0, MAX_DATA_CHARS), type));
  return { status: records.length > 0 ? 'found' : 'none', records, isAuthentic: AD };
}

function recordOf(data: string, type: DnsType): string | readonly string[] {
  if (type === 'TXT') {
    const texts = writtenTexts(data);
    return texts.length === 1 ? (texts[0] ?? '') : texts;
  }
  if (type === 'CAA') return data.trim();
  // A name's last dot is left out everywhere in our evidence, but that of "0 .", which says: no mail here.
  return data
    .trim()
    .toLowerCase()
    .replace(/([^\s])\.$/, '$1');
}
