import { Banner, BlockStack, Button, Card, InlineStack, Page, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAudit } from '../../api/audit.ts';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { RowTable, type Column } from '../../components/row-table.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { FilesCard } from './files-card.tsx';
import { VerifyCard } from './verify-card.tsx';
import { ACTOR_KINDS, type ActorKind, type AuditEntry } from '../../../core/audit/audit-entry.ts';
import { AUDIT_ACTIONS, isAuditAction } from '../../../core/data/audit-actions.ts';

const EVERYBODY = 'all';

/** Who did what in the shop, whether nobody changed the log since, and what can be handed on as evidence. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const [actor, setActor] = useState<ActorKind | null>(null);
  const audit = useAudit(actor);
  if (audit.isPending && actor === null) return <PageSkeleton title={t('title')} cards={[3, 3, 8]} />;
  const pages = audit.data?.pages;
  const refusals = pages?.[0]?.refusals ?? [];
  return (
    <Page title={t('title')} subtitle={t('subtitle')} backAction={{ content: t('back'), url: '/settings' }}>
      <BlockStack gap="400">
        {audit.isError ? <TroubleCard error={audit.error} onRetry={() => void audit.refetch()} /> : null}
        {refusals.length > 0 && <RefusalsBanner refusals={refusals} />}
        {audit.isError ? null : (
          <>
            <VerifyCard />
            <FilesCard />
            <Card>
              <BlockStack gap="300">
                <InlineStack gap="400" align="space-between" blockAlign="end">
                  <Text as="h2" variant="headingMd">
                    {t('log.title')}
                  </Text>
                  <Select
                    label={t('log.who')}
                    options={[EVERYBODY, ...ACTOR_KINDS].map((value) => ({ value, label: t(`actor.${value}`) }))}
                    value={actor ?? EVERYBODY}
                    onChange={(value) => setActor(ACTOR_KINDS.find((kind) => kind === value) ?? null)}
                  />
                </InlineStack>
                <Lines entries={pages?.flatMap(({ entries }) => entries) ?? []} total={pages?.[0]?.total ?? 0} />
                {audit.hasNextPage && (
                  <InlineStack>
                    <Button onClick={() => void audit.fetchNextPage()} loading={audit.isFetchingNextPage}>
                      {t('log.more')}
                    </Button>
                  </InlineStack>
                )}
              </BlockStack>
            </Card>
          </>
        )}
      </BlockStack>
    </Page>
  );
}

function RefusalsBanner({ refusals }: { refusals: readonly { userId: string; on: string; times: number }[] }) {
  const { t } = useTranslation('audit');
  const { day } = useFormat();
  return (
    <Banner tone="warning" title={t('refusals.title')} stopAnnouncements>
      {refusals.map(({ userId, on, times }) => (
        <p key={`${userId} ${on}`}>{t('refusals.line', { user: userId, day: day(on), count: times })}</p>
      ))}
    </Banner>
  );
}

function Lines({ entries, total }: { entries: readonly AuditEntry[]; total: number }) {
  const { t } = useTranslation('audit');
  const { dateTime } = useFormat();
  const language = useLanguage();
  if (entries.length === 0) return <Text as="p">{t('log.none')}</Text>;
  const columns: readonly Column<AuditEntry>[] = [
    {
      title: t('column.what'),
      cell: ({ action }) => (isAuditAction(action) ? AUDIT_ACTIONS[action][language] : action),
    },
    { title: t('column.when'), cell: ({ at }) => dateTime(at) },
    {
      title: t('column.who'),
      cell: ({ actor: { kind, id } }) => (kind === 'person' && id !== null ? t('person', { id }) : t(`actor.${kind}`)),
    },
    { title: t('column.outcome'), cell: ({ outcome }) => t(`outcome.${outcome}`) },
    { title: t('column.line'), isNumber: true, cell: ({ seq }) => seq },
  ];
  return (
    <BlockStack gap="200">
      <RowTable caption={t('log.title')} columns={columns} rows={entries} keyOf={({ seq }) => String(seq)} />
      <Text as="p" tone="subdued">
        {t('log.shown', { shown: entries.length, count: total })}
      </Text>
    </BlockStack>
  );
}
