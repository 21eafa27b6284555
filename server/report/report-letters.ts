import { combinedLetter } from '../../core/report/combined-letter.ts';
import { weeklyLetter } from '../../core/report/letter.ts';
import type { Letter } from '../../core/notices/letter.ts';
import type { WeeklyReport } from '../../core/report/weekly-report.ts';
import type { Language } from '../../core/text.ts';
import type { Day } from '../../core/time.ts';
import type { OpenReader, ReaderStore } from '../notices/readers.ts';
import type { Listeners } from '../outbox/listeners.ts';
import type { AdminLink } from '../shopify/admin-link.ts';
import type { CombinedReaders } from './combined-readers.ts';
import type { ReportMaker } from './report-maker.ts';

/** Begins the identity of one digest for several shops. */
const COMBINED = 'combined:';

/**
 * Letters about weeks, written when they are sent: so each shop's right is judged then, and one that withdrew is not in
 * the digest of its reader any more.
 */
export function reportLetters({
  maker,
  readers,
  combined,
  mayHear,
  isInstalled,
  adminLink,
}: {
  maker: Pick<ReportMaker, 'make'>;
  readers: Pick<ReaderStore, 'find'>;
  combined: Pick<CombinedReaders, 'shopsOf'>;
  mayHear: Listeners['mayHear'];
  isInstalled: (shop: string) => Promise<boolean>;
  adminLink: AdminLink;
}) {
  const urlOf = (shop: string, monday: Day) => adminLink(shop, `/report/${monday}`);

  async function single(
    shop: string,
    monday: Day,
    language: Language,
  ): Promise<{ report: WeeklyReport; letter: Letter; url: string } | null> {
    const made = await maker.make(shop, monday);
    if (!made) return null;
    const url = urlOf(shop, monday);
    return { report: made.report, letter: weeklyLetter(made.report, language, { reportUrl: url }), url };
  }

  async function digest(readerKey: string, monday: Day, language: Language): Promise<Letter | null> {
    const shops = [];
    for (const { shop, readerId } of await combined.shopsOf(readerKey)) {
      if (!(await isInstalled(shop)) || !(await mayHear({ shop, to: readerId, kind: 'weekly' })).may) continue;
      const made = await maker.make(shop, monday);
      if (made) shops.push({ report: made.report, reportUrl: urlOf(shop, monday) });
    }
    return combinedLetter(shops, monday, language);
  }

  return {
    /** For a webhook. Null: there is no report of that week. */
    single,

    /** For a reader of mail: of one shop, or of all shops of the reader who asked for one digest. */
    async mail(
      { shop, to, monday, identity }: { shop: string; to: string; monday: Day; identity: string },
      { language }: Pick<OpenReader, 'language'>,
    ): Promise<Letter | null> {
      if (!identity.startsWith(COMBINED)) return (await single(shop, monday, language))?.letter ?? null;
      const reader = await readers.find(shop, to);
      const readerKey = identity.split(':').at(-1);
      return reader?.isCombined && readerKey ? digest(readerKey, monday, language) : null;
    },
  };
}
