import { checkById } from '../../../core/checks/index.ts';
import type { AlertNews } from '../../../core/notices/news.ts';
import type { ReportAct, WeeklyReport } from '../../../core/report/weekly-report.ts';
import type { Language } from '../../../core/text.ts';
import { sentenceOf } from '../../../core/notices/letters/shown-text.ts';
import type { Delivery } from '../../outbox/channel.ts';

/** Changes when a field goes or means something else; new fields may come at any time. docs/webhooks.md describes it. */
export const NOTICE_FORMAT = 'prahari-notice-1';
export const MOST_ALERTS = 100;

export interface JsonNoticeFacts {
  readonly delivery: Pick<Delivery, 'identity' | 'kind' | 'shop' | 'createdAt'>;
  readonly language: Language;
  readonly title: string;
  /** Our page in the admin. */
  readonly url: string;
  /** Gravest first. */
  readonly news: readonly AlertNews[];
  readonly alertUrl: (fingerprint: string) => string;
  readonly report: WeeklyReport | null;
}

/** A notice for programs: ids and figures beside the words. */
export function jsonBody({ delivery, language, title, url, news, alertUrl, report }: JsonNoticeFacts): string {
  const { identity, kind, shop, createdAt } = delivery;
  return JSON.stringify({
    format: NOTICE_FORMAT,
    ...{ id: identity, kind, shop, language, title, url, madeAt: createdAt.toISOString() },
    alerts: news.slice(0, MOST_ALERTS).map((one) => alertOf(one, language, alertUrl)),
    moreAlerts: Math.max(news.length - MOST_ALERTS, 0),
    report: report && reportOf(report, language),
  });
}

function alertOf(news: AlertNews, language: Language, alertUrl: JsonNoticeFacts['alertUrl']) {
  const { kind, fingerprint, checkId, severity, atStakePaise, dueOn, at } = news;
  const check = checkById(checkId);
  return {
    ...{ kind, fingerprint, check: checkId, control: check?.control ?? null },
    ...{ title: check?.title[language] ?? checkId, text: sentenceOf(news, language), severity },
    ...{ atStakePaise, dueOn, at, url: alertUrl(fingerprint) },
  };
}

function reportOf(report: WeeklyReport, language: Language) {
  const { week, verdict, snapshot, openBySeverity, atStakePaise, fresh, mended, graver, notAssessed } = report;
  return {
    ...{ monday: week.monday, sunday: week.sunday, verdict: verdict.kind, scoreChange: verdict.scoreChange },
    ...{ score: snapshot.score, assessed: snapshot.assessed, applicable: snapshot.applicable },
    ...{ openBySeverity, atStakePaise, fresh: fresh.length, mended: mended.length, graver: graver.length },
    topFive: report.topFive.map((act) => actOf(act, language)),
    notAssessed: notAssessed.length,
  };
}

function actOf({ checkId, severity, findings, first, atStakePaise, effort, points }: ReportAct, language: Language) {
  return { check: checkId, text: sentenceOf(first, language), severity, findings, atStakePaise, effort, points };
}
