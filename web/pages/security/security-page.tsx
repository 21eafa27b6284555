import { BlockStack, Card, InlineGrid, Page } from '@shopify/polaris';
import { ClockIcon } from '@shopify/polaris-icons';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSecurity } from '../../api/security.ts';
import { EmptyNote } from '../../components/empty-note.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { useFormat } from '../../format/use-format.ts';
import { TrendSkeleton } from '../home/trend-skeleton.tsx';
import { AcceptedRisksCard } from './accepted-risks-card.tsx';
import { StandingCard } from './standing-card.tsx';
import { StepCard } from './step-card.tsx';
import type { SecurityBoard } from '../../../core/api/security.ts';

const StepsTrendCard = lazy(async () => ({ default: (await import('./steps-trend-card.tsx')).StepsTrendCard }));

/** The ten steps: how each stands, how much of it is known, and what to mend first. */
export function SecurityPage() {
  const { t } = useTranslation('security');
  const { dateTime } = useFormat();
  const security = useSecurity();
  if (security.isPending) return <PageSkeleton title={t('title')} cards={[3, 4, 4, 4, 4]} />;
  const takenAt = security.data?.takenAt ?? null;
  return (
    <Page
      title={t('title')}
      {...(takenAt !== null && { subtitle: t('asOf', { time: dateTime(takenAt) }) })}
      primaryAction={{ content: t('act.next'), url: '/alerts?area=security' }}
      secondaryActions={[
        { content: t('act.checks'), url: '/checks' },
        { content: t('evidence.title'), url: '/security/evidence' },
        { content: t('frameworks.title'), url: '/security/frameworks' },
        { content: t('act.numbers'), url: '/stored-numbers' },
      ]}
    >
      {security.data ? (
        <Board board={security.data} />
      ) : (
        <TroubleCard error={security.error} onRetry={() => void security.refetch()} />
      )}
    </Page>
  );
}

function Board({ board }: { board: SecurityBoard }) {
  const { t } = useTranslation('security');
  if (board.takenAt === null) {
    return (
      <Card>
        <EmptyNote
          icon={ClockIcon}
          title={t('empty.title')}
          words={t('empty.words')}
          action={{ label: t('common:act.goHome'), url: '/' }}
        />
      </Card>
    );
  }
  return (
    <BlockStack gap="400">
      <StandingCard board={board} />
      <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
        {board.steps.map((standing) => (
          <StepCard key={standing.step} standing={standing} board={board} />
        ))}
      </InlineGrid>
      {board.trend.length > 0 && (
        <Suspense fallback={<TrendSkeleton />}>
          <StepsTrendCard trend={board.trend} />
        </Suspense>
      )}
      <AcceptedRisksCard />
    </BlockStack>
  );
}
