import { Banner, BlockStack, Box, Card, Page, Text } from '@shopify/polaris';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/home.ts';
import { KEYS } from '../../api/keys.ts';
import { useRhythm } from '../../api/rhythm.ts';
import { useStartScan } from '../../api/scan.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { RoleNote } from '../../components/role-note.tsx';
import { RowTable, type Column } from '../../components/row-table.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { useFormat } from '../../format/use-format.ts';
import { FailedCard } from './failed-card.tsx';
import type { RhythmBoard, RhythmRow } from '../../../core/api/rhythm.ts';

/** What runs by itself: when it ran, when it will, what goes on now, and what failed. */
export function RhythmPage() {
  const { t } = useTranslation('rhythm');
  const { dateTime } = useFormat();
  const client = useQueryClient();
  const rhythm = useRhythm();
  const start = useStartScan();
  const may = useMay();
  if (rhythm.isPending) return <PageSkeleton title={t('title')} cards={[6, 2]} />;
  const board = rhythm.data;
  if (!board) {
    return (
      <Page title={t('title')} backAction={{ content: t('back'), url: '/settings' }}>
        <TroubleCard error={rhythm.error} onRetry={() => void rhythm.refetch()} />
      </Page>
    );
  }
  const isBusy = start.isPending || board.rows.some(({ rhythm: one, now }) => one === 'check' && now !== null);
  const mayStart = may.manage && board.state === 'running' && board.nextCheckFreeAt === null;
  const lookAgain = () => void client.invalidateQueries({ queryKey: KEYS.rhythm });
  const checkNow = () => start.mutate(undefined, { onSettled: lookAgain });
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      backAction={{ content: t('back'), url: '/settings' }}
      primaryAction={{
        content: isBusy ? t('common:checking') : t('checkNow'),
        disabled: isBusy || !mayStart,
        loading: start.isPending,
        onAction: checkNow,
      }}
    >
      <BlockStack gap="400">
        <RoleNote />
        <ActProblem id="check-now" error={start.error} />
        {board.state !== 'running' && (
          <Banner tone="warning" title={t(`state.${board.state}.title`)} stopAnnouncements>
            <p>{t(`state.${board.state}.words`)}</p>
          </Banner>
        )}
        <TimesCard rows={board.rows} />
        <Box paddingInline={{ xs: '400', sm: '0' }}>
          <Text as="p" tone="subdued">
            {board.nextCheckFreeAt === null
              ? t('checksLeft', { count: board.checksLeft })
              : t('noChecksLeft', { time: dateTime(board.nextCheckFreeAt) })}
          </Text>
        </Box>
        <FailedCard failed={board.failed} isOpen={board.state === 'running'} />
      </BlockStack>
    </Page>
  );
}

function TimesCard({ rows }: { rows: RhythmBoard['rows'] }) {
  const { t } = useTranslation('rhythm');
  const { dateTime } = useFormat();
  const columns: readonly Column<RhythmRow>[] = [
    {
      title: t('column.what'),
      cell: ({ rhythm }) => (
        <BlockStack>
          <Text as="span" fontWeight="medium">
            {t(`what.${rhythm}.name`)}
          </Text>
          <Text as="span" tone="subdued" fontWeight="regular">
            {t(`what.${rhythm}.words`)}
          </Text>
        </BlockStack>
      ),
    },
    { title: t('column.every'), cell: ({ every }) => t(`every.${every}`) },
    { title: t('column.last'), cell: ({ lastAt }) => (lastAt === null ? t('never') : dateTime(lastAt)) },
    {
      title: t('column.next'),
      cell: ({ rhythm, nextAt }) => (nextAt === null ? t(`what.${rhythm}.noNext`) : dateTime(nextAt)),
    },
    { title: t('column.now'), cell: ({ now }) => (now === null ? t('now.idle') : t(`now.${now}`)) },
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('times')}
        </Text>
        <RowTable caption={t('times')} columns={columns} rows={rows} keyOf={({ rhythm }) => rhythm} />
      </BlockStack>
    </Card>
  );
}
