import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import type { QuestionRow } from '../../../core/api/security.ts';

/** Who said what, when, and until when it counts, in one sentence. */
export function useStatementWords(): (row: QuestionRow | undefined) => string {
  const { t } = useTranslation('security');
  const { date } = useFormat();
  const [now] = useState(() => new Date().toISOString());
  return (row) => {
    if (!row || row.answer === null || row.statedAt === null) return t('statement.none');
    const answer = t(`statement.answers.${row.answer}`);
    const said =
      row.statedBy === null
        ? t('statement.said', { answer, date: date(row.statedAt) })
        : t('statement.saidBy', { answer, date: date(row.statedAt), person: row.statedBy });
    if (row.expiresAt === null) return said;
    return row.expiresAt < now
      ? t('statement.ended', { said, date: date(row.expiresAt) })
      : t('statement.until', { said, date: date(row.expiresAt) });
  };
}
