import { Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { WeeklyReport } from '../../../core/report/weekly-report.ts';
import { FindingsTable } from './findings-table.tsx';
import { ReportCard } from './report-card.tsx';

/** What is new, graver and fixed since the week before. */
export function ChangesCards({ report: { fresh, graver, mended } }: { report: WeeklyReport }) {
  const { t } = useTranslation('report');
  return (
    <>
      <ReportCard title={t('changes.fresh')}>
        {fresh.length > 0 ? (
          <FindingsTable caption={t('changes.fresh')} findings={fresh} />
        ) : (
          <Text as="p">{t('changes.noFresh')}</Text>
        )}
      </ReportCard>
      {graver.length > 0 && (
        <ReportCard title={t('changes.graver')}>
          <FindingsTable caption={t('changes.graver')} findings={graver} />
        </ReportCard>
      )}
      <ReportCard title={t('changes.mended')}>
        {mended.length > 0 ? (
          <FindingsTable caption={t('changes.mended')} findings={mended} />
        ) : (
          <Text as="p">{t('changes.noMended')}</Text>
        )}
      </ReportCard>
    </>
  );
}
