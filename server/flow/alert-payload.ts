import { checkById } from '../../core/checks/index.ts';
import { sentenceOf } from '../../core/notices/letters/shown-text.ts';
import type { AlertNews } from '../../core/notices/news.ts';
import { MOST_RUNS } from './flow-runs.ts';

/** The fields of extensions/alert-raised/shopify.extension.toml. */
export interface AlertPayload {
  readonly News: AlertNews['kind'] | 'more';
  readonly Severity: string;
  readonly Area: string;
  readonly Check: string;
  readonly Title: string;
  readonly 'What was found': string;
  readonly 'Rupees at stake': number;
  readonly 'Fix by': string;
  readonly Link: string;
  readonly 'More alerts': number;
  readonly Notice: string;
}

export interface PayloadPlaces {
  /** Of the delivery; each run's own begins with it. */
  readonly identity: string;
  readonly alertUrl: (fingerprint: string) => string;
  readonly alertsUrl: string;
}

/** One run for each of the first twenty, gravest first, and one that says how many more there are. English, as Flow is. */
export function alertPayloads(
  news: readonly AlertNews[],
  { identity, alertUrl, alertsUrl }: PayloadPlaces,
): AlertPayload[] {
  const runs = news.slice(0, MOST_RUNS).map((one, at) => payloadOf(one, `${identity}#${at + 1}`, alertUrl));
  const rest = news[MOST_RUNS];
  if (!rest) return runs;
  const more: AlertPayload = {
    ...payloadOf(rest, `${identity}#more`, () => alertsUrl),
    ...{ News: 'more', Check: 'none', Title: 'none', 'What was found': 'Further alerts stand in Prahari.' },
    ...{ 'Rupees at stake': 0, 'Fix by': 'none', 'More alerts': news.length - MOST_RUNS },
  };
  return [...runs, more];
}

function payloadOf(news: AlertNews, notice: string, alertUrl: PayloadPlaces['alertUrl']): AlertPayload {
  const { kind, severity, checkId, atStakePaise, dueOn, fingerprint } = news;
  return {
    ...{ News: kind, Severity: severity, Area: checkId.slice(0, checkId.indexOf('/')), Check: checkId },
    Title: checkById(checkId)?.title.en ?? checkId,
    'What was found': sentenceOf(news, 'en'),
    'Rupees at stake': (atStakePaise ?? 0) / 100,
    'Fix by': dueOn ?? 'none',
    ...{ Link: alertUrl(fingerprint), 'More alerts': 0, Notice: notice },
  };
}
