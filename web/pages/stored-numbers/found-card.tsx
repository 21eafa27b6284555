import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeDataAtRest } from '../../api/storefront.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { Facts } from '../../components/facts.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { NumberResult } from './number-messages.ts';
import { PERSONAL_NUMBERS } from '../../../core/evidence/data-at-rest.ts';

interface FoundCardProps {
  readonly names: readonly string[];
  readonly result: NumberResult;
  readonly onStartOver: () => void;
}

/** What the files hold, by kind and line. Only the counts can be saved. */
export function FoundCard({ names, result, onStartOver }: FoundCardProps) {
  const { t } = useTranslation('storefront');
  const { count, list } = useFormat();
  const may = useMay();
  const save = useChangeDataAtRest();
  const sum = PERSONAL_NUMBERS.reduce((total, type) => total + result.counts[type], 0);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {sum === 0 ? t('found.none') : t('found.some', { count: sum, shown: count(sum) })}
          </Text>
          <Text as="p" tone="subdued" breakWord>
            {t('found.of', {
              files: list(names),
              rows: t('numbers.rows', { count: result.rows, shown: count(result.rows) }),
            })}
          </Text>
        </BlockStack>
        <Facts
          facts={PERSONAL_NUMBERS.map((type) => ({ name: t(`number.${type}`), value: count(result.counts[type]) }))}
        />
        {result.found.length > 0 && (
          <>
            <Text as="p">{t('found.next')}</Text>
            <RowTable
              caption={t('found.table')}
              rows={result.found.map((found, index) => ({ ...found, index }))}
              keyOf={({ index }) => String(index)}
              columns={[
                { title: t('found.type'), cell: ({ type }) => t(`oneNumber.${type}`) },
                { title: t('found.file'), cell: ({ file }) => names[file] ?? '' },
                { title: t('found.line'), isNumber: true, cell: ({ line }) => count(line) },
                { title: t('found.lastFour'), cell: ({ lastFour }) => `…${lastFour}` },
              ]}
            />
            {sum > result.found.length && (
              <Text as="p" tone="subdued">
                {t('found.first', { shown: count(result.found.length) })}
              </Text>
            )}
          </>
        )}
        <Text as="p" tone="subdued">
          {t('found.leaves')}
        </Text>
        <InlineStack gap="200">
          <Button
            variant="primary"
            loading={save.isPending}
            disabled={!may.manage || save.isSuccess}
            onClick={() =>
              save.mutate(
                { act: 'save-scan', scan: { rows: result.rows, counts: result.counts } },
                { onSuccess: () => toast(t('found.saved')) },
              )
            }
          >
            {save.isSuccess ? t('found.isSaved') : t('found.save')}
          </Button>
          <Button onClick={onStartOver}>{t('found.again')}</Button>
        </InlineStack>
        <ActProblem id="save-scan" error={save.error} />
      </BlockStack>
    </Card>
  );
}
