import { BlockStack, Card, Page, Text } from '@shopify/polaris';
import { ClockIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useHome, useMay } from '../../api/home.ts';
import { isRunning, useScan, useStartScan } from '../../api/scan.ts';
import { useEvidence, useQuestions } from '../../api/security.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { EmptyNote } from '../../components/empty-note.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { RoleNote } from '../../components/role-note.tsx';
import { saveFile } from '../../components/save-file.ts';
import { AnsweringParts, useAnswering } from '../../components/statement/answering.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { indiaDay } from '../../format/calendar.ts';
import { useFormat } from '../../format/use-format.ts';
import { KindsTable } from './kinds-table.tsx';
import { MissingList, type MissingItem } from './missing-list.tsx';
import { StatementsCard } from './statements-card.tsx';
import { useEvidenceCsv } from './use-evidence-csv.ts';
import type { EvidenceItem, EvidenceList } from '../../../core/api/security.ts';

/** What is known of the shop, from where, and until when it counts. */
export function EvidencePage() {
  const { t } = useTranslation('security');
  const { dateTime } = useFormat();
  const evidence = useEvidence();
  const questions = useQuestions();
  const csv = useEvidenceCsv();
  const { data: scan } = useScan(useHome().data?.scan);
  const start = useStartScan();
  const may = useMay();
  if (evidence.isPending) return <PageSkeleton title={t('evidence.title')} isFullWidth cards={[10, 6]} />;
  const { data: list } = evidence;
  const isKnown = list !== undefined && list.takenAt !== null;

  const save = () => {
    if (!list) return;
    saveFile(`prahari-evidence-${indiaDay(new Date().toISOString())}.csv`, csv(list, questions.data ?? []));
    toast(t('common:toast.fileSaved'));
  };
  return (
    <Page
      title={t('evidence.title')}
      fullWidth
      {...(list?.takenAt != null && { subtitle: t('asOf', { time: dateTime(list.takenAt) }) })}
      backAction={{ content: t('title'), url: '/security' }}
      secondaryActions={[
        { content: t('evidence.export'), disabled: !isKnown, onAction: save },
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
        {list ? <Known list={list} /> : <TroubleCard error={evidence.error} onRetry={() => void evidence.refetch()} />}
      </BlockStack>
    </Page>
  );
}

function Known({ list }: { list: EvidenceList }) {
  const { t } = useTranslation('security');
  const answering = useAnswering(list.takenAt);
  const missing = list.items.filter(isMissing);
  const known = list.items.filter((item) => !isMissing(item));
  return (
    <>
      <AnsweringParts answering={answering} />
      {list.takenAt === null ? (
        <Card>
          <EmptyNote
            icon={ClockIcon}
            title={t('evidence.empty.title')}
            words={t('evidence.empty.words')}
            action={{ label: t('common:act.goHome'), url: '/' }}
          />
        </Card>
      ) : (
        <>
          {missing.length > 0 && <MissingList items={missing} onAnswer={answering.open} />}
          <Card>
            <BlockStack gap="400">
              <BlockStack gap="100">
                <Text as="h2" variant="headingMd">
                  {t('evidence.kinds')}
                </Text>
                <Text as="p" tone="subdued">
                  {t('evidence.kindsWords')}
                </Text>
              </BlockStack>
              <KindsTable items={known} />
            </BlockStack>
          </Card>
        </>
      )}
      <StatementsCard onAnswer={answering.open} />
    </>
  );
}

function isMissing(item: EvidenceItem): item is MissingItem {
  return item.reason !== null;
}
