import { BlockStack, Button, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useUndoImport } from '../../api/people.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import type { ImportRow } from '../../../core/api/people.ts';
import { SERVICE_NAMES } from '../../../core/data/sensitive-services.ts';

/** Lists that were taken over; the newest of a kind can be taken back. */
export function ImportsCard({ imports }: { imports: readonly ImportRow[] }) {
  const { t } = useTranslation('people');
  const { count, dateTime } = useFormat();
  const { text } = useWords();
  const undo = useUndoImport();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('imports.title')}
        </Text>
        <RowTable
          caption={t('imports.title')}
          rows={imports}
          keyOf={({ id }) => id}
          columns={[
            { title: t('imports.when'), cell: ({ importedAt }) => dateTime(importedAt) },
            {
              title: t('imports.list'),
              cell: ({ source, service }) => `${t(`source.${source}`)} · ${text(SERVICE_NAMES[service])}`,
            },
            { title: t('imports.accounts'), isNumber: true, cell: ({ accounts }) => count(accounts) },
            {
              title: t('imports.act'),
              cell: ({ id, importedAt, canUndo }) =>
                canUndo ? (
                  <Button
                    variant="plain"
                    loading={undo.isPending && undo.variables === id}
                    accessibilityLabel={t('imports.undoOf', { time: dateTime(importedAt) })}
                    onClick={() => undo.mutate(id, { onSuccess: () => toast(t('result.undoneToast')) })}
                  >
                    {t('imports.undo')}
                  </Button>
                ) : (
                  t('imports.older')
                ),
            },
          ]}
        />
        <ActProblem id="undo-import" error={undo.error} />
      </BlockStack>
    </Card>
  );
}
