import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useUndoImport } from '../../api/people.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { Facts } from '../../components/facts.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { ImportResult } from '../../../core/api/people.ts';

/** What the list changed, and the way back. */
export function ImportResultCard({ result, onStartOver }: { result: ImportResult; onStartOver: () => void }) {
  const { t } = useTranslation('people');
  const { count } = useFormat();
  const undo = useUndoImport();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {undo.isSuccess ? t('result.undone') : t('result.title')}
        </Text>
        {!undo.isSuccess && (
          <Facts
            facts={(['added', 'updated', 'gone', 'skipped'] as const).map((name) => ({
              name: t(`result.${name}`),
              value: count(result[name]),
            }))}
          />
        )}
        <Text as="p" tone="subdued">
          {undo.isSuccess ? t('result.undoneWords') : t('result.words')}
        </Text>
        <InlineStack gap="200">
          <Button variant="primary" url="/people">
            {t('result.see')}
          </Button>
          {!undo.isSuccess && (
            <Button
              loading={undo.isPending}
              onClick={() => undo.mutate(result.importId, { onSuccess: () => toast(t('result.undoneToast')) })}
            >
              {t('result.undo')}
            </Button>
          )}
          <Button onClick={onStartOver}>{t('result.another')}</Button>
        </InlineStack>
        <ActProblem id="undo-import" error={undo.error} />
      </BlockStack>
    </Card>
  );
}
