import { BlockStack, Card, Select, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { visibleText } from '../../../core/visible-text.ts';
import { VERDICT_NAMES, WARNING_SENTENCES } from '../../../core/verify/verdict-texts.ts';
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
  const { text } = useWords();
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
        <div className="prahari-scroll" role="region" aria-label={t('rows.title')} tabIndex={0}>
          <table className="prahari-table">
            <thead>
              <tr>
                <th scope="col" data-number>
                  {t('rows.line')}
                </th>
                <th scope="col">{t('rows.input')}</th>
                <th scope="col">{t('reasons.reason')}</th>
                <th scope="col">{t('rows.state')}</th>
                <th scope="col">{t('rows.meant')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <Row key={row.line} row={row} />
              ))}
            </tbody>
          </table>
        </div>
        {shown.length < judged && (
          <Text as="p" tone="subdued">
            {t('rows.first', { shown: count(ROWS_OF_REASON) })}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

function Row({ row }: { row: BulkRow }) {
  const { t } = useTranslation('verify');
  const { count } = useFormat();
  const { text, state } = useWords();
  const notes = [...row.lookAlikes.map(codeOf), ...row.warnings.map((warning) => text(WARNING_SENTENCES[warning]))];
  return (
    <tr>
      <td data-number>{count(row.line)}</td>
      <td className="prahari-wrap">
        <Text as="span" breakWord>
          {row.input.trim() === '' ? t('rows.emptyCell') : visibleText(row.input)}
        </Text>
      </td>
      <td>
        {text(VERDICT_NAMES[row.reason])}
        {notes.map((note) => (
          <Text key={note} as="p" variant="bodySm" tone="subdued">
            {note}
          </Text>
        ))}
      </td>
      <td>{row.stateCode === null ? t('rows.none') : state(row.stateCode)}</td>
      <td>{row.suggestions.length > 0 ? row.suggestions.join(', ') : t('rows.none')}</td>
    </tr>
  );
}

/** "А (U+0410)": the sign alone looks like the one it is mistaken for, or like nothing. */
function codeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? `${character} (U+${code})` : `U+${code}`;
}
