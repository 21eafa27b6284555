import { BlockStack, Card, Page } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import { useAlerts } from '../../api/alerts.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { RoleNote } from '../../components/role-note.tsx';
import { SuppressDialog } from '../../components/suppress/suppress-dialog.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { useAlertActs } from '../../components/use-alert-acts.ts';
import { AlertFilters } from './alert-filters.tsx';
import { AlertTable } from './alert-table.tsx';
import { addressOf, queryOf, type AlertQuery } from './alert-query.ts';
import { NoAlerts } from './no-alerts.tsx';
import { useExport } from './use-export.ts';

/** The shop's alerts: filter, sort, page and act on several. The address holds what is shown. */
export function AlertsPage() {
  const { t } = useTranslation('alerts');
  const [params, setParams] = useSearchParams();
  const query = queryOf(params);
  const alerts = useAlerts(query);
  const [toMute, setToMute] = useState<readonly string[] | null>(null);
  const [acted, setActed] = useState(0);
  const acts = useAlertActs(() => {
    setToMute(null);
    setActed((count) => count + 1);
  });
  const file = useExport(query);

  const show = (change: Partial<AlertQuery>) => setParams(addressOf({ ...query, page: 1, ...change }));
  if (alerts.isPending) return <PageSkeleton title={t('title')} isFullWidth cards={[14]} />;
  return (
    <Page
      fullWidth
      title={t('title')}
      secondaryActions={[
        {
          content: t('export'),
          loading: file.isPending,
          disabled: !alerts.data || alerts.data.total === 0,
          onAction: file.run,
        },
      ]}
    >
      <BlockStack gap="400">
        <RoleNote />
        <ActProblem id="alerts" error={acts.error ?? file.error} />
        {!alerts.data ? (
          <TroubleCard error={alerts.error} onRetry={() => void alerts.refetch()} />
        ) : (
          <Card padding="0">
            <AlertFilters query={query} onChange={show} isLoading={alerts.isFetching} />
            {alerts.data.alerts.length === 0 ? (
              <NoAlerts query={query} onShow={show} />
            ) : (
              <AlertTable
                key={`${params.toString()} ${acted}`}
                page={alerts.data}
                onPage={(page) => show({ page })}
                onAcknowledge={acts.acknowledge}
                onReopen={acts.reopen}
                onMute={setToMute}
              />
            )}
          </Card>
        )}
      </BlockStack>
      <SuppressDialog ids={toMute} onClose={() => setToMute(null)} onDone={acts.muted} />
    </Page>
  );
}
