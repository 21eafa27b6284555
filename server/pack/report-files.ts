import { reportWeekOf, weekBefore } from '../../core/report/week.ts';
import { reportJson } from '../../core/report/weekly.ts';
import type { Language } from '../../core/text.ts';
import type { DrawReportPdf } from '../api/reports/reports.service.ts';
import type { Clock } from '../clock.ts';
import type { ReportMaker } from '../report/report-maker.ts';
import type { ShopStore } from '../shop/shops.ts';
import type { PackMaterial } from './evidence-pack.ts';

/** The report of the week that goes on, else of the one before, as its files; null: nothing is kept of either. */
export function reportFiles({
  maker,
  shops,
  drawPdf,
  clock,
}: {
  maker: Pick<ReportMaker, 'make'>;
  shops: Pick<ShopStore, 'find'>;
  drawPdf: DrawReportPdf;
  clock: Clock;
}) {
  return async (shop: string, language: Language): Promise<PackMaterial['report']> => {
    const week = reportWeekOf(clock.now().toISOString(), (await shops.find(shop))?.timeZone ?? null);
    const made = (await maker.make(shop, week.monday)) ?? (await maker.make(shop, weekBefore(week).monday));
    return made && { json: reportJson(made.report), pdf: await drawPdf(made.report, language) };
  };
}
