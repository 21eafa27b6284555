import { BlockStack, Box, Card, Page, Text } from '@shopify/polaris';
import { ClockIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import { useCheckBoard } from '../../api/home.ts';
import { EmptyNote } from '../../components/empty-note.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { GroupCard } from './group-card.tsx';
import { GROUPS, groupsOf } from './board.ts';
import { SumCard } from './sum-card.tsx';
import type { CheckBoard } from '../../../core/api/home.ts';

/** Every check with its outcome and its points: the score can be added up by hand. */
export function ChecksPage() {
  const { t } = useTranslation('checks');
  const board = useCheckBoard();
  if (board.isPending) return <PageSkeleton title={t('title')} cards={[3, 8, 8]} />;
  return (
    <Page title={t('title')}>
      {!board.data ? (
        <TroubleCard error={board.error} onRetry={() => void board.refetch()} />
      ) : (
        <Board board={board.data} />
      )}
    </Page>
  );
}

function Board({ board }: { board: CheckBoard }) {
  const { t } = useTranslation('checks');
  if (!board.standing) {
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
  const groups = groupsOf(board);
  return (
    <BlockStack gap="400">
      <SumCard standing={board.standing} parts={board.parts} />
      {GROUPS.filter((group) => groups[group].length > 0).map((group) => (
        <GroupCard key={group} group={group} rows={groups[group]} />
      ))}
      <Box paddingBlockEnd="400">
        <Card>
          <Text as="p" tone="subdued">
            {t('judgement')}
          </Text>
        </Card>
      </Box>
    </BlockStack>
  );
}
