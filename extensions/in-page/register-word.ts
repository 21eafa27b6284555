import type { ProxyAnswer } from '../../core/api/buyer-gstin.ts';
import { dayText } from '../../core/day-text.ts';
import { dayInIndia } from '../../core/gst/days.ts';
import { fill, type Language } from '../../core/text.ts';
import { STATUS_SENTENCES } from '../shared/buyer-sentences.ts';
import { within } from './within.ts';

/** What the register told of a number, and when. */
export type Known = NonNullable<ProxyAnswer['registry']>;

const TIMEOUT_MS = 3_000;
/** Of one page; then no more is asked. */
const MOST_NUMBERS = 20;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** What the shop's app knows of a number, asked once each; null: nothing, or no answer in time. */
export function registerAsker(url: () => string): (gstin: string) => Promise<Known | null> {
  const asked = new Map<string, Promise<Known | null>>();
  return (gstin) => {
    const before = asked.get(gstin);
    if (before) return before;
    if (asked.size >= MOST_NUMBERS) return Promise.resolve(null);
    const answer = ask(url(), gstin).catch(() => null);
    asked.set(gstin, answer);
    return answer;
  };
}

async function ask(url: string, gstin: string): Promise<Known | null> {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' };
  const answer = await within(TIMEOUT_MS, url, { method: 'POST', headers, body: `gstin=${gstin}` });
  return answer.ok ? knownIn(await answer.json()) : null;
}

function knownIn(answer: unknown): Known | null {
  const { registry } = (answer ?? {}) as { registry?: Partial<Record<keyof Known, unknown>> | null };
  const { status, asOf } = registry ?? {};
  if (typeof status !== 'string' || !Object.keys(STATUS_SENTENCES).includes(status)) return null;
  if (typeof asOf !== 'string' || !INSTANT.test(asOf) || Number.isNaN(Date.parse(asOf))) return null;
  return { status: status as Known['status'], asOf };
}

/** What a buyer should know of it; "" where there is nothing to say. */
export function registerWords(known: Known | undefined, language: Language): string {
  const text = known && STATUS_SENTENCES[known.status];
  return text ? fill(text[language], { date: dayText(dayInIndia(known.asOf), language) }) : '';
}
