import { useTranslation } from 'react-i18next';
import { useWords } from '../../words/use-words.ts';
import type { FrameworkRow } from './framework-rows.ts';
import { BYTE_ORDER_MARK, csvRow } from '../../../core/csv/csv-cell.ts';

/** One row for each pair of number and control, in the reader's language. */
export function useFrameworkCsv(): (rows: readonly FrameworkRow[]) => string {
  const { t } = useTranslation('security');
  const { text } = useWords();
  return (rows) => {
    const head = [t('frameworks.item'), t('frameworks.control'), t('frameworks.step'), t('frameworks.outcome')];
    const body = rows.flatMap(({ item, name, isVerified, controls }) => {
      const number = [item, name && text(name), !isVerified && `(${t('frameworks.unverified')})`]
        .filter(Boolean)
        .join(' ');
      if (controls.length === 0) return [[number, t('frameworks.noControl'), '', '']];
      return controls.map(({ control, outcome }) => [
        number,
        `${control.id} ${text(control.title)}`,
        String(control.step),
        t(`common:outcome.${outcome}`),
      ]);
    });
    return BYTE_ORDER_MARK + [head, ...body].map(csvRow).join('');
  };
}
