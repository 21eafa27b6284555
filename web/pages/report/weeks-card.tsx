import { InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { ReportList } from '../../../core/api/reports.ts';
import { ReportCard } from './report-card.tsx';

/** Every week that can be read, newest first. */
export function WeeksCard({ list: { weeks, nextAt } }: { list: ReportList }) {
  const { t } = useTranslation('report');
  const { count, day, dateTime } = useFormat();
  return (
    <ReportCard
      title={t('weeks.title')}
      {...(nextAt !== null && { words: t('weeks.next', { time: dateTime(nextAt) }) })}
    >
      <RowTable
        caption={t('weeks.title')}
        rows={weeks}
        keyOf={({ monday }) => monday}
        columns={[
          {
            title: t('weeks.week'),
            cell: ({ monday, sunday, isRunning }) => (
              <InlineStack gap="200">
                <Link url={`/report/${monday}`}>{t('week', { from: day(monday), to: day(sunday) })}</Link>
                {isRunning && (
                  <Text as="span" tone="subdued">
                    {t('weeks.now')}
                  </Text>
                )}
              </InlineStack>
            ),
          },
          { title: t('weeks.score'), isNumber: true, cell: ({ score }) => (score === null ? t('none') : count(score)) },
          { title: t('weeks.change'), isNumber: true, cell: ({ change }) => changeText(change, t('none')) },
        ]}
      />
    </ReportCard>
  );
}

function changeText(change: number | null, none: string): string {
  if (change === null) return none;
  return change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '0';
}
