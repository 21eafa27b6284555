import { Badge, BlockStack, Button, Card, SkeletonBodyText, Text } from '@shopify/polaris';
import { SendIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useChangeNotices, useDeliveries } from '../../api/notices.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { EmptyNote } from '../../components/empty-note.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useCodeWords } from './use-code-words.ts';
import type { DeliveryRow, DeliveryState } from '../../../core/api/notices.ts';

const LOOKS = {
  waiting: { tone: 'info', progress: 'partiallyComplete' },
  sent: { tone: 'success', progress: 'complete' },
  parked: { tone: 'attention', progress: 'incomplete' },
  dropped: { progress: 'incomplete' },
} as const satisfies Record<DeliveryState, object>;

/** What was told to whom and when, what waits, and what was given up. */
export function SentCard() {
  const { t } = useTranslation('notices');
  const sent = useDeliveries();
  if (!sent.isPending && !sent.data) return <TroubleCard error={sent.error} onRetry={() => void sent.refetch()} />;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('sent.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('sent.words')}
          </Text>
        </BlockStack>
        {!sent.data ? <SkeletonBodyText lines={4} /> : <Deliveries rows={sent.data.deliveries} />}
      </BlockStack>
    </Card>
  );
}

function Deliveries({ rows }: { rows: readonly DeliveryRow[] }) {
  const { t } = useTranslation('notices');
  const { dateTime } = useFormat();
  if (rows.length === 0) return <EmptyNote icon={SendIcon} title={t('sent.title')} words={t('sent.none')} />;
  return (
    <RowTable
      caption={t('sent.title')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { title: t('sent.what'), cell: (row) => <What row={row} /> },
        {
          title: t('sent.to'),
          cell: ({ channel, to }) => (channel === 'flow' ? t('flow.title') : (to ?? t('sent.gone'))),
        },
        {
          title: t('sent.when'),
          cell: ({ sentAt, dueAt }) => (sentAt === null ? t('sent.due', { time: dateTime(dueAt) }) : dateTime(sentAt)),
        },
        { title: t('sent.state'), cell: (row) => <State row={row} /> },
      ]}
    />
  );
}

function What({ row: { kind, alerts } }: { row: DeliveryRow }) {
  const { t } = useTranslation('notices');
  return (
    <BlockStack>
      <Text as="span">{t(`sent.kind.${kind}`)}</Text>
      {alerts > 0 && (
        <Text as="span" tone="subdued">
          {t('sent.alerts', { count: alerts })}
        </Text>
      )}
    </BlockStack>
  );
}

function State({ row }: { row: DeliveryRow }) {
  const { t } = useTranslation('notices');
  const codeWords = useCodeWords();
  const again = useChangeNotices();
  const { id, state, code, attempts, channel } = row;
  const to = channel === 'flow' ? t('flow.title') : (row.to ?? t('sent.gone'));
  return (
    <BlockStack gap="100" inlineAlign="start">
      <Badge {...LOOKS[state]} toneAndProgressLabelOverride={t('sent.state')}>
        {t(`sent.states.${state}`)}
      </Badge>
      {state !== 'sent' && code !== null && <Text as="span">{codeWords(code)}</Text>}
      {attempts > 1 && (
        <Text as="span" tone="subdued">
          {t('sent.attempts', { count: attempts })}
        </Text>
      )}
      {state === 'parked' && (
        <Button
          loading={again.isPending}
          accessibilityLabel={t('sent.againOf', { to })}
          onClick={() => again.mutate({ act: 'send-again', id }, { onSuccess: () => toast(t('sent.isAgain')) })}
        >
          {t('sent.again')}
        </Button>
      )}
      <ActProblem id={`again-${id}`} error={again.error} />
    </BlockStack>
  );
}
