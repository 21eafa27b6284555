import { Badge, BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { ActProblem } from '../../components/act-problem.tsx';
import { LineProblems } from '../../components/import/line-problems.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { VendorImportPreview } from '../../../core/api/vendors.ts';
import { visibleText } from '../../../core/visible-text.ts';

const ROWS_AT_FIRST = 25;
const KNOWN_PROBLEMS = [
  ...['no-name', 'duplicate', 'unreadable', 'not-a-name'],
  ...['bad-handle', 'bad-host', 'unknown-data', 'unknown-scope', 'unknown-kind'],
];

interface ListPreviewCardProps {
  readonly preview: VendorImportPreview;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onImport: () => void;
  readonly onBack: () => void;
}

/** What the list would bring, and each line that needs a look. Nothing is kept yet. */
export function ListPreviewCard({ preview, isBusy, error, onImport, onBack }: ListPreviewCardProps) {
  const { t } = useTranslation('vendors');
  const { count, list } = useFormat();
  const { rows, problems, columns } = preview;
  const more = (many: number) => t('preview.more', { count: many, shown: count(many) });
  const names = (headers: readonly string[]) => list(headers.map((header) => `“${visibleText(header)}”`));
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('preview.title', { count: rows.length, shown: count(rows.length) })}
          </Text>
          <Text as="p" tone="subdued">
            {t('preview.words')}
          </Text>
        </BlockStack>
        {columns.used.length > 0 && <Text as="p">{t('preview.used', { names: names(columns.used) })}</Text>}
        {columns.ignored.length > 0 && <Text as="p">{t('preview.ignored', { names: names(columns.ignored) })}</Text>}
        <LineProblems
          title={t('preview.problems', { count: problems.length, shown: count(problems.length) })}
          problems={problems.map(({ line, code, text }) =>
            t('preview.problemAt', {
              line: count(line),
              text: visibleText(text),
              what: t(`preview.problem.${KNOWN_PROBLEMS.includes(code) ? code : 'other'}`),
            }),
          )}
          more={more}
        />
        {rows.length === 0 ? (
          <Text as="p">{t('preview.noRows')}</Text>
        ) : (
          <RowTable
            caption={t('preview.title', { count: rows.length, shown: count(rows.length) })}
            rows={rows.slice(0, ROWS_AT_FIRST)}
            keyOf={({ line }) => String(line)}
            columns={[
              { title: t('column.name'), cell: ({ name }) => visibleText(name) },
              { title: t('field.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
              {
                title: t('preview.becomes'),
                cell: ({ matches }) => (
                  <Badge {...(matches === null && { tone: 'info' as const })}>
                    {t(matches === null ? 'preview.new' : 'preview.known')}
                  </Badge>
                ),
              },
              { title: t('field.purpose'), cell: ({ purpose }) => orDash(purpose) },
              { title: t('field.owner'), cell: ({ owner }) => orDash(owner) },
              {
                title: t('field.dataClasses'),
                cell: ({ dataClasses }) =>
                  dataClasses.length === 0 ? '–' : list(dataClasses.map((one) => t(`data.${one}`))),
              },
            ]}
          />
        )}
        {rows.length > ROWS_AT_FIRST && (
          <Text as="p" tone="subdued">
            {more(rows.length - ROWS_AT_FIRST)}
          </Text>
        )}
        <InlineStack gap="200">
          <Button variant="primary" loading={isBusy} disabled={rows.length === 0} onClick={onImport}>
            {t('preview.import')}
          </Button>
          <Button disabled={isBusy} onClick={onBack}>
            {t('preview.back')}
          </Button>
        </InlineStack>
        <ActProblem id="vendor-import" error={error} />
      </BlockStack>
    </Card>
  );
}

const orDash = (text: string | null): string => (text === null ? '–' : visibleText(text));
