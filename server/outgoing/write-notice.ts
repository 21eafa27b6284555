import type { WebhookFormat } from '../../core/api/notices.ts';
import type { Letter } from '../../core/notices/letter.ts';
import { alertsLetter } from '../../core/notices/letters/alerts-letter.ts';
import type { AlertNews } from '../../core/notices/news.ts';
import type { WeeklyReport } from '../../core/report/weekly-report.ts';
import { SEVERITIES } from '../../core/severity.ts';
import type { Language } from '../../core/text.ts';
import type { Instant } from '../../core/time.ts';
import type { Delivery } from '../outbox/channel.ts';
import type { AdminLink } from '../shopify/admin-link.ts';
import type { AlertIds } from './alert-ids.ts';
import { googleChatBody } from './formats/google-chat.ts';
import { jsonBody } from './formats/json.ts';
import { slackBody } from './formats/slack.ts';
import { teamsBody } from './formats/teams.ts';
import { exampleNews, testLetter } from './test-letter.ts';

/** A weekly report and its letter; null: there is none of that week. */
export type WeeklyLetter = (
  shop: string,
  monday: string,
  language: Language,
) => Promise<{ readonly report: WeeklyReport; readonly letter: Letter; readonly url: string } | null>;

export interface NoticeParts {
  readonly alertIds: AlertIds;
  readonly adminLink: AdminLink;
  readonly weekly: WeeklyLetter;
}

/** In which shape and words a notice is written. */
export interface NoticeReader {
  readonly format: WebhookFormat;
  readonly language: Language;
}

interface Written {
  readonly letter: Letter;
  readonly url: string;
  readonly news: readonly AlertNews[];
  readonly alertUrl: (fingerprint: string) => string;
  readonly report: WeeklyReport | null;
}

const CHAT_BODIES = { slack: slackBody, teams: teamsBody, 'google-chat': googleChatBody } as const;

export type WriteNotice = (delivery: NoticeDelivery, reader: NoticeReader) => Promise<string | null>;
type NoticeDelivery = Omit<Delivery, 'id' | 'channel' | 'to'>;

/** The body of a post; null: there is nothing to say, or no longer. */
export function writeNotice(parts: NoticeParts): WriteNotice {
  return async (delivery, reader) => {
    const written = await write(parts, delivery, reader);
    if (!written) return null;
    if (reader.format !== 'json') return CHAT_BODIES[reader.format](written.letter);
    const { letter, ...facts } = written;
    return jsonBody({ delivery, language: reader.language, title: letter.subject, ...facts });
  };
}

function write(parts: NoticeParts, delivery: NoticeDelivery, reader: NoticeReader): Promise<Written | null> {
  switch (delivery.kind) {
    case 'alerts':
    case 'digest':
      return alerts(parts, delivery, reader);
    case 'weekly':
      return week(parts, delivery, reader);
    case 'test':
      return Promise.resolve(test(parts, delivery, reader));
    case 'invitation':
    case 'visit':
      return Promise.resolve(null); // for readers of mail alone
    case 'gst-status':
    case 'vendor':
      return Promise.resolve(null); // for workflows alone
  }
}

async function alerts(
  { alertIds, adminLink }: NoticeParts,
  { shop, news, createdAt }: NoticeDelivery,
  { language }: NoticeReader,
): Promise<Written | null> {
  if (news.length === 0) return null;
  const sorted = [...news].sort(byWeight);
  const ids = await alertIds(
    shop,
    sorted.map(({ fingerprint }) => fingerprint),
  );
  const alertUrl = (fingerprint: string) => {
    const id = ids.get(fingerprint);
    return adminLink(shop, id === undefined ? '/alerts' : `/alerts/${id}`);
  };
  const url = adminLink(shop, '/alerts');
  const told = sorted.map(({ subject: _subject, fingerprint, ...one }) => ({ ...one, href: alertUrl(fingerprint) }));
  const asOf = newest(sorted) ?? createdAt.toISOString();
  const letter = alertsLetter({ language, shop, alertsUrl: url, told, acknowledgeUrl: null, asOf });
  return { letter, url, news: sorted, alertUrl, report: null };
}

async function week(
  { weekly, adminLink }: NoticeParts,
  { shop, monday }: NoticeDelivery,
  { language }: NoticeReader,
): Promise<Written | null> {
  const made = monday === null ? null : await weekly(shop, monday, language);
  return made && { ...made, news: [], alertUrl: () => adminLink(shop, '/alerts') };
}

function test({ adminLink }: NoticeParts, { shop, createdAt }: NoticeDelivery, { language }: NoticeReader): Written {
  const url = adminLink(shop, '/notices');
  const news = [exampleNews(createdAt.toISOString())];
  return {
    letter: testLetter({ shop, language, url }),
    url,
    news,
    alertUrl: () => adminLink(shop, '/alerts'),
    report: null,
  };
}

const newest = (news: readonly AlertNews[]): Instant | undefined =>
  news
    .map(({ at }) => at)
    .sort()
    .at(-1);

/** Gravest first; what was fixed comes last. */
function byWeight(a: AlertNews, b: AlertNews): number {
  return (
    Number(a.kind === 'resolved') - Number(b.kind === 'resolved') ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    (b.atStakePaise ?? 0) - (a.atStakePaise ?? 0)
  );
}
