import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useUndoVendorImport, type VendorImportResult } from '../../api/vendors.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { Facts } from '../../components/facts.tsx';
import { useFormat } from '../../format/use-format.ts';

/** What the list changed, and the way back. */
export function ListResultCard({ result, onStartOver }: { result: VendorImportResult; onStartOver: () => void }) {
  const { t } = useTranslation('vendors');
  const { count } = useFormat();
  const may = useMay();
  const undo = useUndoVendorImport();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t(undo.isSuccess ? 'result.undone' : 'result.title')}
        </Text>
        {!undo.isSuccess && (
          <Facts
            facts={(['added', 'updated'] as const).map((name) => ({
              name: t(`result.${name}`),
              value: count(result[name]),
            }))}
          />
        )}
        <Text as="p" tone="subdued">
          {t(undo.isSuccess ? 'result.undoneWords' : 'result.words')}
        </Text>
        <InlineStack gap="200">
          <Button variant="primary" url="/vendors">
            {t('result.see')}
          </Button>
          {!undo.isSuccess && (
            <Button
              loading={undo.isPending}
              disabled={!may.manage}
              onClick={() => undo.mutate(result.importId, { onSuccess: () => toast(t('result.undone')) })}
            >
              {t('result.undo')}
            </Button>
          )}
          <Button onClick={onStartOver}>{t('result.another')}</Button>
        </InlineStack>
        <ActProblem id="undo-vendor-import" error={undo.error} />
      </BlockStack>
    </Card>
  );
}
