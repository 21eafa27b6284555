import { BlockStack, Button, Card, InlineStack, SkeletonBodyText, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useAcceptTheme, useBaseline } from '../../api/security.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { ThemeBaselineState } from '../../../core/api/security.ts';

const ROWS_AT_FIRST = 10;

/** What changed in the published theme since somebody of the shop accepted it. */
export function BaselineCard() {
  const { t } = useTranslation('security');
  const baseline = useBaseline();
  return (
    <div id="theme-baseline">
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {t('baseline.title')}
          </Text>
          {baseline.isPending ? (
            <SkeletonBodyText lines={3} />
          ) : baseline.data ? (
            <State state={baseline.data} />
          ) : (
            <ActProblem id="baseline" error={baseline.error} />
          )}
        </BlockStack>
      </Card>
    </div>
  );
}

function State({ state }: { state: ThemeBaselineState }) {
  const { t } = useTranslation('security');
  const { date } = useFormat();
  const may = useMay();
  const accept = useAcceptTheme();
  const [isAsking, setAsking] = useState(false);
  const { changes, acceptedAt } = state;
  if (changes === null) return <Text as="p">{t('baseline.unread')}</Text>;
  const name = state.themeName ?? t('baseline.nameless');

  const run = () =>
    accept.mutate(undefined, {
      onSuccess: () => {
        setAsking(false);
        toast(t('baseline.accepted'));
      },
    });
  return (
    <>
      <Text as="p">
        {acceptedAt === null
          ? t('baseline.never', { name })
          : changes.length === 0
            ? t('baseline.same', { name, date: date(acceptedAt) })
            : t('baseline.changed', { name, date: date(acceptedAt), count: changes.length })}
      </Text>
      {acceptedAt !== null && changes.length > 0 && <ChangeTable changes={changes} />}
      {(acceptedAt === null || changes.length > 0) && (
        <InlineStack>
          <Button disabled={!may.manage} onClick={() => setAsking(true)}>
            {t('baseline.accept')}
          </Button>
        </InlineStack>
      )}
      {isAsking && (
        <AdminDialog
          isOpen
          title={t('baseline.ask', { name })}
          action={{ label: t('baseline.accept'), run, isBusy: accept.isPending }}
          onClose={() => setAsking(false)}
        >
          <BlockStack gap="300">
            <Text as="p">{t('baseline.askWords')}</Text>
            <ActProblem id="accept-theme" error={accept.error} />
          </BlockStack>
        </AdminDialog>
      )}
    </>
  );
}

function ChangeTable({ changes }: { changes: NonNullable<ThemeBaselineState['changes']> }) {
  const { t } = useTranslation('security');
  const [isWhole, setWhole] = useState(false);
  return (
    <BlockStack gap="300" inlineAlign="start">
      <RowTable
        caption={t('baseline.title')}
        rows={isWhole ? changes : changes.slice(0, ROWS_AT_FIRST)}
        keyOf={({ filename }) => filename}
        columns={[
          { title: t('baseline.file'), cell: ({ filename }) => filename },
          { title: t('baseline.change'), cell: ({ change }) => t(`baseline.kind.${change}`) },
        ]}
      />
      {!isWhole && changes.length > ROWS_AT_FIRST && (
        <Button variant="plain" onClick={() => setWhole(true)}>
          {t('showAll', { count: changes.length })}
        </Button>
      )}
    </BlockStack>
  );
}
