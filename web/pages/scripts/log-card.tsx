import { BlockStack, Button, Card, InlineStack, Spinner, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScriptLog } from '../../api/scripts.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { Identity } from './identity.tsx';
import type { ScriptLogRow } from '../../../core/api/scripts.ts';

const ROWS_AT_FIRST = 50;

/** What changed and who decided; it is asked when it is opened. */
export function LogCard() {
  const { t } = useTranslation('scripts');
  const [isOpen, setOpen] = useState(false);
  const log = useScriptLog(isOpen);
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="start" gap="200">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {t('log.title')}
            </Text>
            <Text as="p" tone="subdued">
              {t('log.words')}
            </Text>
          </BlockStack>
          <Button onClick={() => setOpen(!isOpen)} ariaExpanded={isOpen}>
            {t(isOpen ? 'log.close' : 'log.open')}
          </Button>
        </InlineStack>
        {isOpen && (
          <>
            <ActProblem id="script-log" error={log.error} />
            {log.isPending && <Spinner size="small" accessibilityLabel={t('common:loading')} />}
            {log.data && <Rows rows={log.data.rows} />}
          </>
        )}
      </BlockStack>
    </Card>
  );
}

function Rows({ rows }: { rows: readonly ScriptLogRow[] }) {
  const { t } = useTranslation('scripts');
  const { count, dateTime } = useFormat();
  const [isWhole, setWhole] = useState(false);
  if (rows.length === 0) return <Text as="p">{t('log.empty')}</Text>;
  const shown = isWhole ? rows : rows.slice(0, ROWS_AT_FIRST);
  return (
    <>
      <RowTable
        caption={t('log.title')}
        rows={shown.map((row, index) => ({ ...row, index }))}
        keyOf={({ index }) => String(index)}
        columns={[
          { title: t('log.at'), cell: ({ at }) => dateTime(at) },
          { title: t('log.kind'), cell: ({ kind }) => t(`log.kinds.${kind}`) },
          { title: t('log.script'), cell: ({ identity }) => <Identity identity={identity} /> },
          { title: t('log.by'), cell: ({ by }) => (by === 'prahari' ? t('log.prahari') : t('log.user', { user: by })) },
          { title: t('log.reason'), cell: ({ reason }) => reason ?? t('log.noReason') },
        ]}
      />
      {shown.length < rows.length && (
        <InlineStack>
          <Button variant="plain" onClick={() => setWhole(true)}>
            {t('queue.whole', { count: rows.length - shown.length, shown: count(rows.length - shown.length) })}
          </Button>
        </InlineStack>
      )}
    </>
  );
}
