import { BlockStack, Card, Page, SkeletonBodyText, Text } from '@shopify/polaris';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { ApiProblem } from '../../api/problems.ts';
import { useReport, useReports } from '../../api/reports.ts';
import { EmptyNote } from '../../components/empty-note.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { RoleNote } from '../../components/role-note.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { ReportList } from '../../../core/api/reports.ts';
import type { WeeklyReport } from '../../../core/report/weekly-report.ts';
import { AccountantCard } from './accountant-card.tsx';
import { ActsCard } from './acts-card.tsx';
import { ChangesCards } from './changes-cards.tsx';
import { DuesCard } from './dues-card.tsx';
import { FilesCard } from './files-card.tsx';
import { FirstCard } from './first-card.tsx';
import { MinuteCard } from './minute-card.tsx';
import { OthersCard } from './others-card.tsx';
import { QuietCards } from './quiet-cards.tsx';
import { WeeksCard } from './weeks-card.tsx';

const PlotCard = lazy(async () => ({ default: (await import('./plot-card.tsx')).PlotCard }));

/** One week of the shop, from the plain sentence to what an accountant asks for; without a day the newest. */
export function ReportPage() {
  const { t } = useTranslation('report');
  const { monday: asked } = useParams();
  const { day, dateTime } = useFormat();
  const list = useReports();
  const monday = asked ?? list.data?.weeks[0]?.monday ?? null;
  const made = useReport(monday);
  const hasNone = list.data !== undefined && monday === null;
  if (!hasNone && !list.error && made.isPending) return <PageSkeleton title={t('title')} cards={[6, 4, 8, 8]} />;
  const report = made.data?.report;
  const data = report && {
    from: day(report.week.monday),
    to: day(report.week.sunday),
    time: dateTime(report.snapshot.takenAt),
  };
  return (
    <Page title={t('title')} backAction={{ content: t('home'), url: '/' }} {...(data && { subtitle: t('asOf', data) })}>
      <BlockStack gap="400">
        <RoleNote />
        {hasNone && <NoReport kind="empty" />}
        {report && <Cards report={report} list={list.data} />}
        {made.error && !report && (
          <Missing error={made.error} isAsked={asked !== undefined} onRetry={() => void made.refetch()} />
        )}
        {list.error && monday === null && <TroubleCard error={list.error} onRetry={() => void list.refetch()} />}
        {list.data && list.data.weeks.length > 0 && <WeeksCard list={list.data} />}
      </BlockStack>
    </Page>
  );
}

function Missing({ error, isAsked, onRetry }: { error: unknown; isAsked: boolean; onRetry: () => void }) {
  if (error instanceof ApiProblem && error.problem.status === 404)
    return <NoReport kind={isAsked ? 'gone' : 'empty'} />;
  return <TroubleCard error={error} onRetry={onRetry} />;
}

function NoReport({ kind }: { kind: 'empty' | 'gone' }) {
  const { t } = useTranslation('report');
  const action =
    kind === 'gone' ? { label: t('gone.newest'), url: '/report' } : { label: t('common:act.goHome'), url: '/' };
  return (
    <Card>
      <EmptyNote title={t(`${kind}.title`)} words={t(`${kind}.words`)} action={action} />
    </Card>
  );
}

function Cards({ report, list }: { report: WeeklyReport; list: ReportList | undefined }) {
  const { t } = useTranslation('report');
  const { dateTime } = useFormat();
  const { monday } = report.week;
  const isRunning = list?.weeks.some((week) => week.monday === monday && week.isRunning) === true;
  return (
    <>
      {isRunning && (
        <Card>
          <Text as="p">{t('running', { time: dateTime(report.snapshot.takenAt) })}</Text>
        </Card>
      )}
      <MinuteCard report={report} />
      <FirstCard report={report} />
      <ChangesCards key={`changes ${monday}`} report={report} />
      <ActsCard report={report} />
      <DuesCard report={report} />
      <Suspense
        fallback={
          <Card>
            <SkeletonBodyText lines={10} />
          </Card>
        }
      >
        <PlotCard report={report} />
      </Suspense>
      <OthersCard report={report} />
      <AccountantCard report={report} />
      <QuietCards key={`quiet ${monday}`} report={report} />
      <FilesCard monday={monday} />
    </>
  );
}
