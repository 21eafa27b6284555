import { BlockStack, Card, Page, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useHome, useMay } from '../../api/home.ts';
import { isRunning, useScan, useStartScan } from '../../api/scan.ts';
import { useStorefront } from '../../api/storefront.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { CheckNowButton } from '../../components/check-now-button.tsx';
import { EmptyNote } from '../../components/empty-note.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { RoleNote } from '../../components/role-note.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { useFormat } from '../../format/use-format.ts';
import { CodeCard } from './code-card.tsx';
import { DomainCard } from './domain-card.tsx';
import { HostCard } from './host-card.tsx';
import { LibrariesCard } from './libraries-card.tsx';
import type { StorefrontBoard } from '../../../core/api/security.ts';

/** The shop as a stranger sees it: its hosts, its domains, and the code that everybody can read. */
export function StorefrontPage() {
  const { t } = useTranslation('storefront');
  const { dateTime } = useFormat();
  const board = useStorefront();
  const { data: scan } = useScan(useHome().data?.scan);
  const start = useStartScan();
  const may = useMay();
  if (board.isPending) return <PageSkeleton title={t('title')} cards={[10, 8, 6]} />;
  return (
    <Page
      title={t('title')}
      {...(board.data?.takenAt && { subtitle: t('asOf', { time: dateTime(board.data.takenAt) }) })}
      secondaryActions={[
        { content: t('numbers.title'), url: '/stored-numbers' },
        { content: t('hostsLink'), url: '/settings' },
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
        {board.data ? (
          <Cards board={board.data} />
        ) : (
          <TroubleCard error={board.error} onRetry={() => void board.refetch()} />
        )}
      </BlockStack>
    </Page>
  );
}

function Cards({ board }: { board: StorefrontBoard }) {
  const { t } = useTranslation('storefront');
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
      {board.hosts.length === 0 && (
        <Card>
          <BlockStack gap="300" inlineAlign="start">
            <Text as="p">
              {board.reason === null
                ? t('noHosts')
                : t(`checks:reason.${board.reason}`, { what: t('common:evidence.storefront') })}
            </Text>
            {board.reason !== null && <CheckNowButton />}
          </BlockStack>
        </Card>
      )}
      {board.hosts.map((host) => (
        <HostCard key={host.host} host={host} />
      ))}
      {board.domains.map((domain) => (
        <DomainCard key={domain.domain} domain={domain} asOf={board.takenAt ?? ''} />
      ))}
      <LibrariesCard board={board} />
      <CodeCard board={board} />
    </>
  );
}
