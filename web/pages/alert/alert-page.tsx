import { BlockStack, Layout, Page } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { useAlert } from '../../api/alerts.ts';
import { useHome, useMay } from '../../api/home.ts';
import { isRunning, useScan, useStartScan } from '../../api/scan.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { AssignDialog } from '../../components/assign/assign-dialog.tsx';
import { SeverityBadge, StatusBadge } from '../../components/badges.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { RoleNote } from '../../components/role-note.tsx';
import { SuppressDialog } from '../../components/suppress/suppress-dialog.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { useAlertActs } from '../../components/use-alert-acts.ts';
import { useCheckWords } from '../../words/use-check-words.ts';
import { EvidenceCard } from './evidence-card.tsx';
import { AlertHistory } from './alert-history.tsx';
import { MendCard } from './mend-card.tsx';
import { RuleCard } from './rule-card.tsx';
import { StateCard } from './state-card.tsx';
import { WhyCard } from './why-card.tsx';
import type { AlertDetail } from '../../../core/api/alerts.ts';

/** One alert: what, why it matters, evidence, how to fix, how we will know, history. */
export function AlertPage() {
  const { t } = useTranslation('alerts');
  const { id = '' } = useParams();
  const alert = useAlert(id);
  const back = { content: t('title'), url: '/alerts' };

  if (alert.isPending) return <PageSkeleton isFullWidth={false} cards={[3, 5, 5]} />;
  if (!alert.data) {
    return (
      <Page title={t('oneTitle')} backAction={back}>
        <TroubleCard error={alert.error} onRetry={() => void alert.refetch()} />
      </Page>
    );
  }
  return <Loaded alert={alert.data} />;
}

function Loaded({ alert }: { alert: AlertDetail }) {
  const { t } = useTranslation('alerts');
  const { message } = useCheckWords();
  const may = useMay();
  const [isMuting, setMuting] = useState(false);
  const [isAssigning, setAssigning] = useState(false);
  const acts = useAlertActs(() => {
    setMuting(false);
    setAssigning(false);
  });
  const start = useStartScan();
  const { data: scan } = useScan(useHome().data?.scan);

  const isLive = alert.status === 'open' || alert.status === 'acknowledged';
  const isChecking = isRunning(scan);
  return (
    <Page
      title={message(alert)}
      titleMetadata={<StatusBadge status={alert.status} />}
      backAction={{ content: t('title'), url: '/alerts' }}
      primaryAction={{
        content: isChecking ? t('common:checking') : t('act.checkAgain'),
        disabled: !may.manage || isChecking,
        loading: start.isPending,
        onAction: () => start.mutate(),
      }}
      secondaryActions={[
        ...(alert.status === 'open'
          ? [{ content: t('act.acknowledge'), disabled: !may.manage, onAction: () => acts.acknowledge([alert.id]) }]
          : []),
        ...(isLive ? [{ content: t('act.mute'), disabled: !may.manage, onAction: () => setMuting(true) }] : []),
        ...(alert.status === 'resolved'
          ? []
          : [{ content: t('act.assign'), disabled: !may.manage, onAction: () => setAssigning(true) }]),
        ...(alert.status === 'suppressed' || alert.status === 'acknowledged'
          ? [{ content: t('act.reopen'), disabled: !may.manage, onAction: () => acts.reopen([alert.id]) }]
          : []),
      ]}
    >
      <BlockStack gap="400">
        <RoleNote />
        <ActProblem id="alert" error={acts.error ?? start.error} />
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <WhyCard alert={alert} />
              <EvidenceCard alert={alert} />
              <MendCard alert={alert} />
              <AlertHistory alert={alert} />
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              <StateCard alert={alert} badge={<SeverityBadge severity={alert.severity} />} />
              <RuleCard alert={alert} />
            </BlockStack>
          </Layout.Section>
        </Layout>
      </BlockStack>
      <SuppressDialog ids={isMuting ? [alert.id] : null} onClose={() => setMuting(false)} onDone={acts.muted} />
      <AssignDialog
        ids={isAssigning ? [alert.id] : null}
        assigneeId={alert.assigneeId}
        onClose={() => setAssigning(false)}
        onDone={acts.assigned}
      />
    </Page>
  );
}
