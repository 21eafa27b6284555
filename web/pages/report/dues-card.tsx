import { Badge, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { DUE_LOOKS } from '../../components/tones.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { dueText } from '../../../core/report/words.ts';
import { visibleText } from '../../../core/visible-text.ts';
import type { WeeklyReport } from '../../../core/report/weekly-report.ts';
import { ReportCard } from './report-card.tsx';
import { useDueDay } from './text-cells.tsx';

/** What ends or is due; what is overdue stands first. */
export function DuesCard({ report: { dues } }: { report: WeeklyReport }) {
  const { t } = useTranslation('report');
  const language = useLanguage();
  const dayOf = useDueDay();
  return (
    <ReportCard title={t('dues.title')}>
      {dues.length === 0 ? (
        <Text as="p">{t('dues.none')}</Text>
      ) : (
        <RowTable
          caption={t('dues.title')}
          rows={dues}
          keyOf={({ on, what, name, detail }) => [on, what, name, detail].join(' ')}
          columns={[
            { title: t('dues.what'), cell: (due) => visibleText(dueText(due, language)) },
            { title: t('dues.on'), cell: dayOf },
            {
              title: t('dues.state'),
              cell: ({ isOverdue }) => {
                const state = isOverdue ? 'overdue' : 'upcoming';
                return (
                  <Badge {...DUE_LOOKS[state]} toneAndProgressLabelOverride={t('dues.state')}>
                    {t(`gst:calendar.states.${state}`)}
                  </Badge>
                );
              },
            },
          ]}
        />
      )}
    </ReportCard>
  );
}
