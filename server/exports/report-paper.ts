import { dayText } from '../../core/day-text.ts';
import { localDay } from '../../core/report/week.ts';
import type { WeeklyReport } from '../../core/report/weekly-report.ts';
import type { Language } from '../../core/text.ts';
import type { Paper } from '../pdf/paper.ts';
import { writePdf } from '../pdf/write-pdf.ts';
import { momentText } from './moment-text.ts';
import { PAPER } from './paper-words.ts';
import { accountantPage } from './report-accountant.ts';
import { sayIn } from './report-cells.ts';
import { detailPages } from './report-details.ts';
import { frontPage } from './report-front.ts';
import { REPORT } from './report-words.ts';

/** The week as a PDF: a page for the owner, the details, a part for the accountant. The same report gives the same bytes. */
export function drawReportPdf(report: WeeklyReport, language: Language): Promise<Buffer> {
  return writePdf(reportPaper(report, language));
}

export function reportPaper(report: WeeklyReport, language: Language): Paper {
  const say = sayIn(language);
  const { shop, week, snapshot } = report;
  const data = { from: dayText(week.monday, language), to: dayText(week.sunday, language) };
  const title = say(REPORT.title, data);
  const asOf = say(REPORT.asOf, { shop, time: momentText(snapshot.takenAt, language) });
  return {
    language,
    title,
    running: `${asOf} · ${say(REPORT.running)}: ${data.from} – ${data.to}`,
    foot: say(REPORT.foot, { day: dayText(localDay(snapshot.takenAt, week.timeZone), language) }),
    pageWords: say(PAPER.page),
    madeAt: week.endsAt,
    isWide: false,
    blocks: [
      { kind: 'paragraph', text: asOf, isQuiet: true },
      ...frontPage(report, language),
      { kind: 'page' },
      ...detailPages(report, language),
      ...accountantPage(report, language),
    ],
  };
}
