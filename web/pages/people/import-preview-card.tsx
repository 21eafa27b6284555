import { BlockStack, Button, Card, InlineGrid, InlineStack, Select, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { ActProblem } from '../../components/act-problem.tsx';
import { LineProblems } from '../../components/import/line-problems.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { IMPORT_FIELDS, type ImportField, type ImportPreview } from '../../../core/api/people.ts';

interface SampleRow {
  readonly row: ImportPreview['sample'][number];
  readonly index: number;
}

interface ImportPreviewCardProps {
  readonly preview: ImportPreview;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onColumn: (field: ImportField, column: string) => void;
  readonly onImport: () => void;
  readonly onBack: () => void;
}

/** What would be taken, from which column, and what the list does not tell. Nothing is kept yet. */
export function ImportPreviewCard({ preview, isBusy, error, onColumn, onImport, onBack }: ImportPreviewCardProps) {
  const { t } = useTranslation('people');
  const { count, list } = useFormat();
  const found = IMPORT_FIELDS.filter((field) => preview.columns[field]);
  const canImport = Boolean(preview.columns.email) && preview.rows > 0;
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="400">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {t('preview.title', { count: preview.rows, shown: count(preview.rows) })}
            </Text>
            <Text as="p" tone="subdued">
              {t('preview.words')}
            </Text>
          </BlockStack>
          <InlineGrid columns={{ xs: 1, sm: 2, md: 3 }} gap="300">
            {IMPORT_FIELDS.map((field) => (
              <Select
                key={field}
                label={t(`field.${field}`)}
                options={[
                  { value: '', label: t('preview.notThere') },
                  ...[...new Set(preview.headers)]
                    .filter((header) => header !== '')
                    .map((header) => ({ value: header, label: header })),
                ]}
                value={preview.columns[field] ?? ''}
                disabled={isBusy}
                onChange={(column) => onColumn(field, column)}
              />
            ))}
          </InlineGrid>
          {preview.notFound.length > 0 && (
            <Text as="p">
              {t('preview.notFound', { fields: list(preview.notFound.map((field) => t(`field.${field}`))) })}
            </Text>
          )}
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="400">
          <Text as="h2" variant="headingMd">
            {t('preview.sample')}
          </Text>
          {preview.sample.length === 0 || found.length === 0 ? (
            <Text as="p">{t('preview.noRows')}</Text>
          ) : (
            <RowTable
              caption={t('preview.sample')}
              rows={preview.sample.map((row, index): SampleRow => ({ row, index }))}
              keyOf={({ index }) => String(index)}
              columns={found.map((field) => ({
                title: t(`field.${field}`),
                cell: ({ row }: SampleRow) => row[field] ?? t('preview.blank'),
              }))}
            />
          )}
          <LineProblems
            title={t('preview.problems', { count: preview.problems.length, shown: count(preview.problems.length) })}
            problems={preview.problems.map(({ line, problem }) =>
              t('preview.problemAt', { line: count(line), what: t(`preview.problem.${problem}`) }),
            )}
            more={(many) => t('preview.moreProblems', { count: many, shown: count(many) })}
          />
          {!preview.columns.email && <Text as="p">{t('preview.needsEmail')}</Text>}
          <InlineStack gap="200">
            <Button variant="primary" loading={isBusy} disabled={!canImport} onClick={onImport}>
              {t('preview.import')}
            </Button>
            <Button disabled={isBusy} onClick={onBack}>
              {t('preview.back')}
            </Button>
          </InlineStack>
          <ActProblem id="import" error={error} />
        </BlockStack>
      </Card>
    </BlockStack>
  );
}
