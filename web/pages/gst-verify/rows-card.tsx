import { BlockStack, Card, Select, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { visibleText } from '../../../core/visible-text.ts';
import { VERDICT_NAMES, WARNING_SENTENCES } from '../../../core/verify/verdict-texts.ts';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import { ROWS_OF_REASON } from './bulk-book.ts';
import { BULK_REASONS, type BulkReason, type BulkResult, type BulkRow } from './bulk-messages.ts';

interface RowsCardProps {
  readonly result: BulkResult;
  readonly filter: BulkReason | null;
  readonly onFilter: (filter: BulkReason | null) => void;
}

/** The first rows of each verdict, or of one. */
export function RowsCard({ result: { rows, counts, judged }, filter, onFilter }: RowsCardProps) {
  const { t } = useTranslation('verify');
  const { count } = useFormat();
  const { text, state } = useWords();
  const shown = rows.filter(({ reason }) => filter === null || reason === filter);
  const options = [
    { value: '', label: t('rows.one', { name: t('rows.all'), shown: count(judged) }) },
    ...BULK_REASONS.filter((reason) => counts[reason] > 0).map((reason) => ({
      value: reason,
      label: t('rows.one', { name: text(VERDICT_NAMES[reason]), shown: count(counts[reason]) }),
    })),
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('rows.title')}
        </Text>
        <Select
          label={t('rows.filter')}
          labelInline
          options={options}
          value={filter ?? ''}
          onChange={(value) => onFilter(BULK_REASONS.find((reason) => reason === value) ?? null)}
        />
        <RowTable
          caption={t('rows.title')}
          rows={shown}
          keyOf={(row) => String(row.line)}
          columns={[
            {
              title: t('rows.input'),
              cell: ({ input }) => (input.trim() === '' ? t('rows.emptyCell') : visibleText(input)),
            },
            { title: t('rows.line'), isNumber: true, cell: ({ line }) => count(line) },
            { title: t('reasons.reason'), cell: (row) => <Verdict row={row} /> },
            {
              title: t('rows.state'),
              cell: ({ stateCode }) => (stateCode === null ? t('rows.none') : state(stateCode)),
            },
            {
              title: t('rows.meant'),
              cell: ({ suggestions }) => (suggestions.length > 0 ? suggestions.join(', ') : t('rows.none')),
            },
          ]}
        />
        {shown.length < judged && (
          <Text as="p" tone="subdued">
            {t('rows.first', { shown: count(ROWS_OF_REASON) })}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

function Verdict({ row }: { row: BulkRow }) {
  const { text } = useWords();
  const notes = [...row.lookAlikes.map(codeOf), ...row.warnings.map((warning) => text(WARNING_SENTENCES[warning]))];
  return (
    <>
      {text(VERDICT_NAMES[row.reason])}
      {notes.map((note) => (
        <Text key={note} as="p" variant="bodySm" tone="subdued">
          {note}
        </Text>
      ))}
    </>
  );
}

/** "А (U+0410)": the sign alone looks like the one it is mistaken for, or like nothing. */
function codeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? `${character} (U+${code})` : `U+${code}`;
}
