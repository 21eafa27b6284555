import { useTranslation } from 'react-i18next';
import { WholeBadge } from './whole-badge.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useCheckWords } from '../../words/use-check-words.ts';
import { checkById } from '../../../core/checks/index.ts';
import { effortText } from '../../../core/report/words.ts';
import type { WeeklyReport } from '../../../core/report/weekly-report.ts';
import { ReportCard } from './report-card.tsx';
import { Twofold } from './text-cells.tsx';

/** Five acts at most, in the order in which they help. */
export function ActsCard({ report: { topFive } }: { report: WeeklyReport }) {
  const { t } = useTranslation('report');
  const { count, money } = useFormat();
  const { message } = useCheckWords();
  const language = useLanguage();
  if (topFive.length < 2) return null;
  return (
    <ReportCard title={t('acts.title')}>
      <RowTable
        caption={t('acts.title')}
        rows={topFive}
        keyOf={({ checkId }) => checkId}
        columns={[
          {
            title: t('acts.what'),
            cell: ({ checkId, first }) => (
              <Twofold words={message(first)} note={checkById(checkId)?.remedy[0]?.[language] ?? ''} />
            ),
          },
          { title: t('changes.severity'), cell: ({ severity }) => <WholeBadge severity={severity} /> },
          { title: t('acts.findings'), isNumber: true, cell: ({ findings }) => count(findings) },
          { title: t('acts.effort'), cell: ({ effort }) => effortText(effort, language) },
          {
            title: t('changes.stake'),
            isNumber: true,
            cell: ({ atStakePaise }) => (atStakePaise ? money(atStakePaise) : t('none')),
          },
          {
            title: t('acts.points'),
            isNumber: true,
            cell: ({ points }) => (points > 0 ? `+${count(points)}` : t('none')),
          },
        ]}
      />
    </ReportCard>
  );
}
