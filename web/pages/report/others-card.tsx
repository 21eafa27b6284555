import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.tsx';
import { useFormat } from '../../format/use-format.ts';
import { foreignName } from '../../../core/report/foreign-name.ts';
import type { WeeklyReport } from '../../../core/report/weekly-report.ts';
import { ReportCard } from './report-card.tsx';

const MOST_NAMES = 10;

/** Who can sign in, who handles data, what runs on the pages. */
export function OthersCard({ report: { people, vendors, scripts } }: { report: WeeklyReport }) {
  const { t } = useTranslation('report');
  const { count } = useFormat();
  const number = (value: number | null) => (value === null ? t('notKnown') : count(value));
  const named = (name: string, list: readonly string[]) => {
    if (list.length === 0) return [];
    const names = list.slice(0, MOST_NAMES).map(foreignName).join(', ');
    const more = list.length - MOST_NAMES;
    return [{ name, value: more > 0 ? t('others.more', { names, more: count(more) }) : names }];
  };
  return (
    <ReportCard title={t('others.title')}>
      <Facts
        facts={[
          { name: t('others.people'), value: number(people.people) },
          { name: t('others.without'), value: number(people.withoutSecondFactor) },
          { name: t('others.unknown'), value: number(people.secondFactorUnknown) },
          { name: t('others.failing'), value: number(people.failing) },
          { name: t('others.vendors'), value: number(vendors.known) },
          { name: t('others.highRisk'), value: number(vendors.highRisk) },
          ...named(t('others.freshVendors'), vendors.fresh),
          ...named(t('others.goneVendors'), vendors.gone),
          { name: t('others.scripts'), value: number(scripts.scripts) },
          { name: t('others.undecided'), value: number(scripts.undecided) },
          ...named(t('others.freshScripts'), scripts.fresh),
        ]}
      />
    </ReportCard>
  );
}
