import { BlockStack, Card, Page, SkeletonBodyText, Text } from '@shopify/polaris';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useGst } from '../../api/gst.ts';
import { useHome, useMay } from '../../api/home.ts';
import { isRunning, useScan, useStartScan } from '../../api/scan.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { EmptyNote } from '../../components/empty-note.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { RoleNote } from '../../components/role-note.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { useFormat } from '../../format/use-format.ts';
import { CalendarCard } from './calendar-card.tsx';
import { wrongTaxStates } from './figures.ts';
import { HsnCard } from './hsn-card.tsx';
import { PlacesCard } from './places-card.tsx';
import { ProfileCard } from './profile-card.tsx';
import { RegistrationsCard } from './registrations-card.tsx';
import type { GstHome } from '../../../core/api/gst.ts';
import type { GstSummary } from '../../../core/evidence/summaries.ts';

const GstAlertsCard = lazy(async () => ({ default: (await import('./gst-alerts-card.tsx')).GstAlertsCard }));
const TaxAuditCard = lazy(async () => ({ default: (await import('./tax-audit-card.tsx')).TaxAuditCard }));

/** What the shop's GST stands on: its registrations, its places, the tax of its orders, its codes and its dates. */
export function GstPage() {
  const { t } = useTranslation('gst');
  const { dateTime } = useFormat();
  const gst = useGst();
  const { data: scan } = useScan(useHome().data?.scan);
  const start = useStartScan();
  const may = useMay();
  if (gst.isPending) return <PageSkeleton title={t('title')} cards={[6, 4, 8, 8]} />;
  const summary = gst.data?.summary;
  return (
    <Page
      title={t('title')}
      {...(summary && { subtitle: t('asOf', { time: dateTime(summary.asOf) }) })}
      secondaryActions={[
        { content: t('verifyMany'), url: '/gst/verify' },
        { content: t('inTheShop'), url: '/shop-front' },
        {
          content: isRunning(scan) ? t('common:checking') : t('home:checkNow'),
          disabled: isRunning(scan) || !may.manage,
          loading: start.isPending,
          onAction: () => start.mutate(),
        },
      ]}
    >
      <BlockStack gap="400">
        <RoleNote />
        <ActProblem id="check-now" error={start.error} />
        {isRunning(scan) && (
          <div role="status">
            <Card>
              <Text as="p">{t('running')}</Text>
            </Card>
          </div>
        )}
        {gst.data ? <Cards gst={gst.data} /> : <TroubleCard error={gst.error} onRetry={() => void gst.refetch()} />}
      </BlockStack>
    </Page>
  );
}

function Cards({ gst }: { gst: GstHome }) {
  const { t } = useTranslation('gst');
  return (
    <>
      {gst.summary && (
        <Suspense fallback={null}>
          <GstAlertsCard />
        </Suspense>
      )}
      <RegistrationsCard gst={gst} />
      <ProfileCard profile={gst.profile} />
      {gst.summary ? (
        <SummaryCards gst={gst} summary={gst.summary} />
      ) : (
        <Card>
          <EmptyNote
            title={t('unchecked.title')}
            words={t('unchecked.words')}
            action={{ label: t('common:act.goHome'), url: '/' }}
          />
        </Card>
      )}
    </>
  );
}

function SummaryCards({ gst, summary }: { gst: GstHome; summary: GstSummary }) {
  return (
    <>
      <PlacesCard places={summary.places} wrongTax={wrongTaxStates(summary.taxAudit)} />
      <Suspense
        fallback={
          <Card>
            <SkeletonBodyText lines={12} />
          </Card>
        }
      >
        <TaxAuditCard audit={summary.taxAudit} asOf={summary.asOf} />
      </Suspense>
      <HsnCard hsn={summary.hsn} />
      <CalendarCard calendar={summary.calendar} gst={gst} />
    </>
  );
}
