import { BlockStack, InlineGrid, Page } from '@shopify/polaris';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { isRunning, useScan, useStartScan } from '../../api/scan.ts';
import { useHome, useMay } from '../../api/home.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { RoleNote } from '../../components/role-note.tsx';
import { AlertBanner } from './alert-banner.tsx';
import { BeforeFirstCheck } from './before-first-check.tsx';
import { CheckTimes } from './check-times.tsx';
import { DoNextCard } from './do-next-card.tsx';
import { isFirstCheckNext } from './guide-steps.ts';
import { FrozenBanner } from './frozen-banner.tsx';
import { HomeSkeleton } from './home-skeleton.tsx';
import { NeedsVisitBanner } from './needs-visit-banner.tsx';
import { OpenAlertsCard } from './open-alerts-card.tsx';
import { FailedScanCard } from './failed-scan-card.tsx';
import { ScanCard } from './scan-card.tsx';
import { ScoreCard } from './score-card.tsx';
import { SetupGuideCard } from './setup-guide-card.tsx';
import { TrendSkeleton } from './trend-skeleton.tsx';
import { WeekCard } from './week-card.tsx';
import type { Home, Standing } from '../../../core/api/home.ts';

const TrendCard = lazy(async () => ({ default: (await import('./trend-card.tsx')).TrendCard }));

/** What now? Figures, state and things to do, from one answer of the server. */
export function HomePage() {
  const { t } = useTranslation('home');
  const home = useHome();
  const { data: scan } = useScan(home.data?.scan);
  const start = useStartScan();
  const may = useMay();

  if (home.isPending) return <HomeSkeleton />;
  if (!home.data) {
    return (
      <Page title={t('title')}>
        <TroubleCard error={home.error} onRetry={() => void home.refetch()} />
      </Page>
    );
  }

  const isBusy = isRunning(scan) || start.isPending;
  return (
    <Page
      title={t('title')}
      primaryAction={{
        content: isRunning(scan) ? t('common:checking') : t('checkNow'),
        disabled: isBusy || !may.manage,
        loading: start.isPending,
        onAction: () => start.mutate(),
      }}
    >
      <BlockStack gap="400">
        <RoleNote />
        <ActProblem id="check-now" error={start.error} />
        <Cards home={{ ...home.data, scan: scan ?? home.data.scan }} onCheck={() => start.mutate()} />
      </BlockStack>
    </Page>
  );
}

function Cards({ home, onCheck }: { home: Home; onCheck: () => void }) {
  const { scan } = home;
  const isScanning = scan !== null && isRunning(scan);
  const showsGuide = !home.guide.isHidden;
  // The guide shows the first scan inside its own step.
  const isScanInGuide = showsGuide && isFirstCheckNext(home);
  return (
    <>
      {home.needsVisit && <NeedsVisitBanner />}
      {home.isFrozen && <FrozenBanner />}
      <AlertBanner home={home} />
      {showsGuide && <SetupGuideCard home={home} onCheck={onCheck} />}
      {scan?.state === 'failed' && <FailedScanCard />}
      {isScanning && !isScanInGuide && <ScanCard scan={scan} />}
      {home.standing ? <Figures home={home} standing={home.standing} /> : !isScanning && <BeforeFirstCheck />}
      <CheckTimes home={home} />
    </>
  );
}

function Figures({ home, standing }: { home: Home; standing: Standing }) {
  return (
    <>
      <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
        <ScoreCard standing={standing} />
        <OpenAlertsCard home={home} />
      </InlineGrid>
      <DoNextCard home={home} standing={standing} />
      <WeekCard />
      {home.trend.length > 0 && (
        <Suspense fallback={<TrendSkeleton />}>
          <TrendCard trend={home.trend} />
        </Suspense>
      )}
    </>
  );
}
