import { BlockStack, IndexTable, Link, Text, useBreakpoints, useIndexResourceState } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/home.ts';
import { AssigneeLine } from '../../components/assign/assignee-name.tsx';
import { SeverityBadge, StatusBadge } from '../../components/badges.tsx';
import { DueText } from '../../components/due-text.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useCheckWords } from '../../words/use-check-words.ts';
import { CondensedRow } from './condensed-row.tsx';
import type { AlertPage, AlertStatus, AlertSummary } from '../../../core/api/alerts.ts';

interface AlertTableProps {
  readonly page: AlertPage;
  readonly onPage: (page: number) => void;
  readonly onAcknowledge: (ids: readonly string[]) => void;
  readonly onReopen: (ids: readonly string[]) => void;
  readonly onMute: (ids: readonly string[]) => void;
  readonly onAssign: (ids: readonly string[]) => void;
}

/** One page of alerts. On a phone each row is one block, and acts are done on the alert's own page. */
export function AlertTable({ page, onPage, onAcknowledge, onReopen, onMute, onAssign }: AlertTableProps) {
  const { t } = useTranslation('alerts');
  const { count } = useFormat();
  const may = useMay();
  const { smDown: isPhone } = useBreakpoints();
  const rows = page.alerts.map((alert) => ({ ...alert }));
  const { selectedResources, allResourcesSelected, handleSelectionChange } = useIndexResourceState(rows);
  const first = (page.page - 1) * page.pageSize + 1;
  const last = first + page.alerts.length - 1;
  // A column of dashes tells nothing.
  const hasStakes = rows.some(({ atStakePaise }) => atStakePaise !== null);
  // Only what can be done to some row is offered.
  const has = (...statuses: readonly AlertStatus[]) => rows.some(({ status }) => statuses.includes(status));

  return (
    <IndexTable
      condensed={isPhone}
      selectable={may.manage && !isPhone}
      resourceName={{ singular: t('one'), plural: t('many') }}
      itemCount={rows.length}
      selectedItemsCount={allResourcesSelected ? 'All' : selectedResources.length}
      onSelectionChange={handleSelectionChange}
      promotedBulkActions={[
        ...(has('open') ? [{ content: t('act.acknowledge'), onAction: () => onAcknowledge(selectedResources) }] : []),
        ...(has('open', 'acknowledged') ? [{ content: t('act.mute'), onAction: () => onMute(selectedResources) }] : []),
        ...(has('open', 'acknowledged', 'suppressed')
          ? [{ content: t('act.assign'), onAction: () => onAssign(selectedResources) }]
          : []),
        ...(has('acknowledged', 'suppressed')
          ? [{ content: t('act.reopen'), onAction: () => onReopen(selectedResources) }]
          : []),
      ]}
      headings={[
        { title: t('head.severity') },
        { title: t('head.alert') },
        { title: t('head.area') },
        ...(hasStakes ? [{ title: t('head.atStake'), alignment: 'end' as const }] : []),
        { title: t('head.due') },
        { title: t('head.since') },
        { title: t('head.status') },
      ]}
      pagination={{
        hasPrevious: page.page > 1,
        hasNext: last < page.total,
        onPrevious: () => onPage(page.page - 1),
        onNext: () => onPage(page.page + 1),
        label: t('shown', { first: count(first), last: count(last), count: page.total, total: count(page.total) }),
      }}
    >
      {rows.map((alert, index) =>
        isPhone ? (
          <CondensedRow key={alert.id} alert={alert} index={index} />
        ) : (
          <AlertRow
            key={alert.id}
            alert={alert}
            index={index}
            isSelected={selectedResources.includes(alert.id)}
            hasStakes={hasStakes}
          />
        ),
      )}
    </IndexTable>
  );
}

interface AlertRowProps {
  readonly alert: AlertSummary;
  readonly index: number;
  readonly isSelected: boolean;
  readonly hasStakes: boolean;
}

function AlertRow({ alert, index, isSelected, hasStakes }: AlertRowProps) {
  const { t } = useTranslation('alerts');
  const { message, title } = useCheckWords();
  const { date, money } = useFormat();
  return (
    <IndexTable.Row id={alert.id} position={index} selected={isSelected}>
      <IndexTable.Cell>
        <SeverityBadge severity={alert.severity} />
      </IndexTable.Cell>
      <IndexTable.Cell className="prahari-cell">
        <BlockStack gap="050">
          <Link url={`/alerts/${alert.id}`} dataPrimaryLink monochrome removeUnderline>
            <Text as="span" fontWeight="semibold">
              {message(alert)}
            </Text>
          </Link>
          <Text as="span" tone="subdued" variant="bodySm">
            {title(alert.checkId)}
          </Text>
          {alert.assigneeId !== null && (
            <Text as="span" tone="subdued" variant="bodySm">
              <AssigneeLine personId={alert.assigneeId} />
            </Text>
          )}
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>{t(`common:area.${alert.area}`)}</IndexTable.Cell>
      {hasStakes && (
        <IndexTable.Cell>
          <Text as="span" alignment="end" numeric>
            {alert.atStakePaise === null ? t('noStake') : money(alert.atStakePaise)}
          </Text>
        </IndexTable.Cell>
      )}
      <IndexTable.Cell>
        <DueText alert={alert} />
      </IndexTable.Cell>
      <IndexTable.Cell>{date(alert.firstObservedAt)}</IndexTable.Cell>
      <IndexTable.Cell>
        <StatusBadge status={alert.status} />
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}
