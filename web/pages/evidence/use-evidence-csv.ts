import { useTranslation } from 'react-i18next';
import { useSourceWords } from '../../components/reason/use-source-words.ts';
import { useStatementWords } from '../../components/statement/use-statement-words.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import type { EvidenceList, QuestionRow } from '../../../core/api/security.ts';
import { BYTE_ORDER_MARK, csvRow } from '../../../core/csv/csv-cell.ts';
import { QUESTIONS } from '../../../core/data/questions.ts';

/** The page as separated text, in the reader's language: every kind of evidence, then every statement. */
export function useEvidenceCsv(): (list: EvidenceList, rows: readonly QuestionRow[]) => string {
  const { t } = useTranslation('security');
  const { text } = useWords();
  const { dateTime, date, count } = useFormat();
  const said = useStatementWords();
  const source = useSourceWords();
  return (list, rows) => {
    const head = ['what', 'from', 'asOf', 'until', 'count', 'state'].map((column) => t(`evidence.${column}`));
    const kinds = list.items.map(({ kind, rung, collectedAt, expiresAt, reason, count: held }) => {
      const what = t(`common:evidence.${kind}`);
      return [
        what,
        source(rung, [kind]),
        collectedAt === null || reason !== null ? '' : dateTime(collectedAt),
        expiresAt === null ? '' : date(expiresAt),
        held === null ? '' : count(held),
        reason === null ? t('evidence.there') : t(`reason.${reason}`, { what }),
      ];
    });
    const statements = QUESTIONS.map((question) => {
      const row = rows.find(({ questionId }) => questionId === question.id);
      const isAnswered = row !== undefined && row.answer !== null;
      return [
        text(question.text),
        isAnswered ? t('alerts:rung.attested') : t('evidence.nowhere'),
        row?.statedAt == null ? '' : dateTime(row.statedAt),
        row?.expiresAt == null ? '' : date(row.expiresAt),
        '',
        said(row),
      ];
    });
    return BYTE_ORDER_MARK + [head, ...kinds, ...statements].map(csvRow).join('');
  };
}
