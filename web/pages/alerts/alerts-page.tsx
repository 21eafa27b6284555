import { BlockStack, Box, Card, Page, Select } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import { useAlertGroups, useAlerts } from '../../api/alerts.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { AssignDialog } from '../../components/assign/assign-dialog.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { RoleNote } from '../../components/role-note.tsx';
import { SuppressDialog } from '../../components/suppress/suppress-dialog.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { useAlertActs } from '../../components/use-alert-acts.ts';
import { AlertFilters } from './alert-filters.tsx';
import { AlertTable } from './alert-table.tsx';
import { addressOf, queryOf, type AlertQuery } from './alert-query.ts';
import { GroupList } from './group-list.tsx';
import { NoAlerts } from './no-alerts.tsx';
import { useExport } from './use-export.ts';
import { ALERT_GROUPINGS } from '../../../core/api/alerts.ts';

const NO_GROUPS = 'none';

/** The shop's alerts: filter, sort, group, page and act on several. The address holds what is shown. */
export function AlertsPage() {
  const { t } = useTranslation('alerts');
  const [params, setParams] = useSearchParams();
  const query = queryOf(params);
  const alerts = useAlerts(query);
  const groups = useAlertGroups(query);
  const asked = query.group === null ? alerts : groups;
  const [toMute, setToMute] = useState<readonly string[] | null>(null);
  const [toAssign, setToAssign] = useState<readonly string[] | null>(null);
  const [acted, setActed] = useState(0);
  const acts = useAlertActs(() => {
    setToMute(null);
    setToAssign(null);
    setActed((count) => count + 1);
  });
  const file = useExport(query);

  const handlers = {
    onPage: (page: number) => show({ page }),
    onAcknowledge: acts.acknowledge,
    onReopen: acts.reopen,
    onMute: setToMute,
    onAssign: setToAssign,
  };
  const show = (change: Partial<AlertQuery>) => setParams(addressOf({ ...query, page: 1, ...change }));
  if (asked.isPending) return <PageSkeleton title={t('title')} isFullWidth cards={[14]} />;
  return (
    <Page
      fullWidth
      title={t('title')}
      secondaryActions={[
        { content: t('notices'), url: '/notices' },
        {
          content: t('export'),
          loading: file.isPending,
          disabled: !asked.data || asked.data.total === 0,
          onAction: file.run,
        },
      ]}
    >
      <BlockStack gap="400">
        <RoleNote />
        <ActProblem id="alerts" error={acts.error ?? file.error} />
        {!asked.data ? (
          <TroubleCard error={asked.error} onRetry={() => void asked.refetch()} />
        ) : (
          <Card padding="0">
            <AlertFilters query={query} onChange={show} isLoading={asked.isFetching} />
            <GroupBy query={query} onChange={show} />
            {asked.data.total === 0 ? (
              <NoAlerts query={query} onShow={show} />
            ) : query.group === null ? (
              alerts.data && <AlertTable key={`${params.toString()} ${acted}`} page={alerts.data} {...handlers} />
            ) : (
              groups.data && <GroupList query={query} page={groups.data} {...handlers} />
            )}
          </Card>
        )}
      </BlockStack>
      <SuppressDialog ids={toMute} onClose={() => setToMute(null)} onDone={acts.muted} />
      <AssignDialog ids={toAssign} onClose={() => setToAssign(null)} onDone={acts.assigned} />
    </Page>
  );
}

interface GroupByProps {
  readonly query: AlertQuery;
  readonly onChange: (change: Partial<AlertQuery>) => void;
}

function GroupBy({ query, onChange }: GroupByProps) {
  const { t } = useTranslation('alerts');
  return (
    <Box paddingInline="300" paddingBlock="200">
      <div className="prahari-short">
        <Select
          label={t('group.label')}
          labelInline
          options={[NO_GROUPS, ...ALERT_GROUPINGS].map((value) => ({
            value,
            label: t(`group.${value === NO_GROUPS ? 'none' : value}` as 'group.none'),
          }))}
          value={query.group ?? NO_GROUPS}
          onChange={(chosen) => onChange({ group: ALERT_GROUPINGS.find((by) => by === chosen) ?? null })}
        />
      </div>
    </Box>
  );
}
