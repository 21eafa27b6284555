import { Link, List, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useCheckWords } from '../../words/use-check-words.ts';
import { visibleText } from '../../../core/visible-text.ts';
import type { WeeklyReport } from '../../../core/report/weekly-report.ts';
import { FindingsTable } from './findings-table.tsx';
import { ReportCard } from './report-card.tsx';

/** What could not be assessed and why, what people muted, which rules came and went. */
export function QuietCards({ report: { notAssessed, silenced, rules } }: { report: WeeklyReport }) {
  const { t } = useTranslation('report');
  const { count, day } = useFormat();
  const { title } = useCheckWords();
  return (
    <>
      <ReportCard title={t('gaps.title')}>
        {notAssessed.length === 0 ? (
          <Text as="p">{t('gaps.none')}</Text>
        ) : (
          <RowTable
            caption={t('gaps.title')}
            rows={notAssessed}
            keyOf={(gap) => JSON.stringify([gap.kind, gap.reason, gap.missingScopes])}
            columns={[
              {
                title: t('gaps.why'),
                cell: ({ kind, reason }) =>
                  t(`checks:reason.${reason}`, { what: kind === null ? '' : t(`common:evidence.${kind}`) }),
              },
              { title: t('gaps.checks'), isNumber: true, cell: ({ checkIds }) => count(checkIds.length) },
            ]}
          />
        )}
        <Link url="/checks">{t('gaps.see')}</Link>
      </ReportCard>
      {silenced.length > 0 && (
        <ReportCard title={t('quiet.title')}>
          <FindingsTable
            caption={t('quiet.title')}
            findings={silenced}
            last={{ title: t('quiet.until'), cell: ({ until }) => day(until) }}
          />
        </ReportCard>
      )}
      {rules.added.length + rules.retired.length > 0 && (
        <ReportCard title={t('quiet.rules')}>
          <List>
            {rules.added.map((id) => (
              <List.Item key={id}>{t('quiet.added', { check: visibleText(title(id)) })}</List.Item>
            ))}
            {rules.retired.map((id) => (
              <List.Item key={id}>{t('quiet.retired', { check: visibleText(title(id)) })}</List.Item>
            ))}
          </List>
        </ReportCard>
      )}
    </>
  );
}
