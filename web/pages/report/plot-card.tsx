import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { TrendChart } from '../../components/trend-chart.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { WeeklyReport } from '../../../core/report/weekly-report.ts';
import { ReportCard } from './report-card.tsx';

/** Noon in India, so that a point stands on its own day. */
const NOON = 'T06:30:00.000Z';

/** Score and coverage a week, as a line and as a table. */
export function PlotCard({ report: { trendOfWeeks } }: { report: WeeklyReport }) {
  const { t } = useTranslation('report');
  const { count, day } = useFormat();
  const weeks = trendOfWeeks.map((week) => ({ ...week, coverage: coveragePercent(week) }));
  const newest = weeks.at(-1);
  if (!newest) return null;
  const score = newest.score === null ? t('notKnown') : count(newest.score);
  return (
    <ReportCard title={t('plot.title')}>
      <BlockStack gap="400">
        {weeks.length === 1 ? (
          <Text as="p">{t('plot.one')}</Text>
        ) : (
          <TrendChart
            points={weeks.map(({ monday, ...week }) => ({ ...week, takenAt: monday + NOON }))}
            label={t('plot.label', { count: weeks.length, score })}
          />
        )}
        <RowTable
          caption={t('plot.title')}
          rows={[...weeks].reverse()}
          keyOf={({ monday }) => monday}
          columns={[
            { title: t('plot.week'), cell: ({ monday }) => day(monday) },
            {
              title: t('minute.score'),
              isNumber: true,
              cell: (week) => (week.score === null ? t('none') : count(week.score)),
            },
            { title: t('minute.coverage'), isNumber: true, cell: ({ coverage }) => `${count(coverage)}%` },
          ]}
        />
      </BlockStack>
    </ReportCard>
  );
}

function coveragePercent({ assessed, applicable }: { assessed: number; applicable: number }): number {
  return applicable === 0 ? 0 : Math.round((100 * assessed) / applicable);
}
