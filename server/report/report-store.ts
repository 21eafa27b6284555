import { Types, type Connection } from 'mongoose';
import type { AuditMark } from '../../core/audit/audit-entry.ts';
import { reportJson } from '../../core/report/weekly.ts';
import type { WeeklyReport } from '../../core/report/weekly-report.ts';
import type { Day } from '../../core/time.ts';
import { RETENTION_DAYS } from '../models/retention.ts';
import { weeklyReportModel, type WeeklyReportRecord } from '../models/weekly-report.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { pack, unpack } from '../shop/packed.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { ReportBasis } from './report-basis.ts';

const DAY_MS = 24 * 60 * 60_000;
const MAX_CHARS = 6_000_000;

export interface KeptReport {
  readonly basis: ReportBasis;
  readonly report: WeeklyReport;
}

export type ReportStore = ReturnType<typeof reportStore>;

/** Weeks that are over, packed and sealed: what each report stands on, and the report as it was first made. */
export function reportStore({ connection, cipher }: { connection: Connection; cipher: FieldCipher }) {
  const model = weeklyReportModel(connection);
  const place = (id: string, field: 'basis' | 'report') => ({ collection: 'weekly_reports', field, id });

  const seal = async (shop: string, id: string, field: 'basis' | 'report', value: unknown) =>
    cipher.seal(shop, place(id, field), await pack(value, { maxChars: MAX_CHARS }));

  async function opened({ _id, shop, basisSealed, reportSealed }: WeeklyReportRecord & { _id: Types.ObjectId }) {
    const id = _id.toString();
    const open = async (field: 'basis' | 'report', sealed: string) =>
      unpack(await cipher.open(shop, place(id, field), sealed));
    return {
      basis: (await open('basis', basisSealed)) as ReportBasis,
      report: (await open('report', reportSealed)) as WeeklyReport,
    };
  }

  async function find(shop: string, monday: Day): Promise<KeptReport | null> {
    const record = await model.findOne({ shop, monday }).lean();
    return record && opened(record);
  }

  return {
    find,

    /** Keeps it once. Of two that are made at the same time the first stays, and both callers get it. */
    async keep(shop: string, { basis, report }: KeptReport): Promise<WeeklyReport> {
      const _id = new Types.ObjectId();
      const id = _id.toString();
      const { monday, endsAt } = basis.week;
      try {
        await model.create({
          ...{ _id, shop, monday, endsAt: new Date(endsAt) },
          basisSealed: await seal(shop, id, 'basis', basis),
          reportSealed: await seal(shop, id, 'report', report),
          goesAt: new Date(Date.parse(basis.oldestAt) + RETENTION_DAYS.reports * DAY_MS),
        });
      } catch (error) {
        if (!duplicateKey(error)) throw error;
        return (await find(shop, monday))?.report ?? report;
      }
      return JSON.parse(reportJson(report)) as WeeklyReport;
    },

    /** Where the audit log stood at the end of each week that is kept: what its proof must still reach. */
    async auditMarks(shop: string): Promise<AuditMark[]> {
      const records = await model.find({ shop }).sort({ monday: 1 }).lean();
      const kept = await Promise.all(records.map(opened));
      return kept.flatMap(({ basis }) => basis.audit ?? []);
    },

    /** When the newest week that is kept was over. */
    async newestEnd(shop: string): Promise<Date | null> {
      const record = await model.findOne({ shop }, { endsAt: 1 }).sort({ monday: -1 }).lean();
      return record?.endsAt ?? null;
    },
  };
}
