import { BlockStack, Card, InlineStack, Link, Page, Text } from '@shopify/polaris';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useScripts, useDecideScripts } from '../../api/scripts.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { CheckNowButton } from '../../components/check-now-button.tsx';
import { EmptyNote } from '../../components/empty-note.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { RoleNote } from '../../components/role-note.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { useFormat } from '../../format/use-format.ts';
import { DecideDialog, type Asked } from './decide-dialog.tsx';
import { FilesCard } from './files-card.tsx';
import { InventoryCard } from './inventory-card.tsx';
import { LogCard } from './log-card.tsx';
import { QueueCard } from './queue-card.tsx';
import { UnseenCard } from './unseen-card.tsx';
import type { ScriptBoard, ScriptChangeRow } from '../../../core/api/scripts.ts';

/** Comparing texts is seldom wanted, and its code comes when it is. */
const DiffCard = lazy(async () => ({ default: (await import('./diff/diff-card.tsx')).DiffCard }));

/** What runs on the shop's pages: what waits for a decision first, then all of it, then the record and files. */
export function ScriptsPage() {
  const { t } = useTranslation('scripts');
  const { dateTime } = useFormat();
  const board = useScripts();
  if (board.isPending) return <PageSkeleton title={t('title')} isFullWidth cards={[8, 12]} />;
  return (
    <Page
      fullWidth
      title={t('title')}
      backAction={{ content: t('vendors'), url: '/vendors' }}
      {...(board.data?.takenAt && { subtitle: t('asOf', { time: dateTime(board.data.takenAt) }) })}
    >
      <BlockStack gap="400">
        <RoleNote />
        {board.data ? (
          <Cards board={board.data} />
        ) : (
          <TroubleCard error={board.error} onRetry={() => void board.refetch()} />
        )}
      </BlockStack>
    </Page>
  );
}

function Cards({ board }: { board: ScriptBoard }) {
  const { t } = useTranslation('scripts');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [compared, setCompared] = useState<ScriptChangeRow | null>(null);
  const act = useDecideScripts();

  const withdraw = (identities: readonly string[]) =>
    act.mutate(
      { act: 'withdraw', identities },
      { onSuccess: () => toast(t('done.withdrawn', { count: identities.length })) },
    );
  const decide = (verdict: Asked['verdict'], identities: readonly string[]) => {
    const [only] = identities;
    const before = identities.length === 1 ? board.items.find(({ identity }) => identity === only)?.decision : null;
    setAsked({ verdict, identities, before: before ?? null });
  };
  const done = ({ verdict, identities }: Asked) => {
    setAsked(null);
    setCompared(null);
    toast(t(`done.${verdict}`, { count: identities.length }), {
      label: t('common:act.undo'),
      run: () => withdraw(identities),
    });
  };
  if (board.takenAt === null) {
    return (
      <Card>
        <EmptyNote
          title={t('unchecked.title')}
          words={t('unchecked.words')}
          action={{ label: t('common:act.goHome'), url: '/' }}
        />
      </Card>
    );
  }
  return (
    <>
      <ActProblem id="scripts" error={act.error} />
      {board.pages.length === 0 && <NoPages board={board} />}
      {(board.pages.length > 0 || board.changes.length > 0) && (
        <QueueCard changes={board.changes} onDecide={decide} onWithdraw={withdraw} onCompare={setCompared} />
      )}
      {compared?.fromHash != null && compared.toHash != null && (
        <Suspense fallback={null}>
          <DiffCard
            identity={compared.identity}
            fromHash={compared.fromHash}
            toHash={compared.toHash}
            onClose={() => setCompared(null)}
          />
        </Suspense>
      )}
      {(board.pages.length > 0 || board.items.length > 0) && <InventoryCard board={board} onWithdraw={withdraw} />}
      <UnseenCard board={board} />
      <LogCard />
      <FilesCard />
      {asked && <DecideDialog {...asked} onClose={() => setAsked(null)} onDone={done} />}
    </>
  );
}

/** Without a page there is no inventory, and an empty one would read as "nothing runs here". */
function NoPages({ board: { reason } }: { board: ScriptBoard }) {
  const { t } = useTranslation('scripts');
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {t('noPages.title')}
        </Text>
        <Text as="p">{t(`checks:reason.${reason ?? 'too-little'}`, { what: t('common:evidence.storefront') })}</Text>
        <InlineStack gap="400" blockAlign="center">
          <CheckNowButton />
          <Link url="/storefront">{t('noPages.storefront')}</Link>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
