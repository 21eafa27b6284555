import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../words/use-words.ts';
import { useFormat } from '../../format/use-format.ts';
import { paperEnd } from './paper-end.ts';
import { scopeWords } from './scope-words.ts';
import { PAPER_KINDS, paperRow, type PaperKind } from '../../../core/data/vendor-papers.ts';
import type { Day } from '../../../core/time.ts';
import { visibleText } from '../../../core/visible-text.ts';

const FIELDS = [
  ...['name', 'kind', 'purpose', 'owner', 'contact', 'note', 'dataClasses'],
  ...['scopes', 'hosts', 'handle', 'unusedSince', 'tokenMadeOn'],
];

/** What the pages on vendors say in the same way more than once. */
export function useVendorWords() {
  const { t } = useTranslation('vendors');
  const { text } = useWords();
  const { day } = useFormat();
  return useMemo(() => {
    const paper = (kind: PaperKind) => text(paperRow(kind).name);
    return {
      paper,
      /** "Read and change: customers". A permission that we have no words for stands as Shopify names it. */
      scope: (scope: string) => {
        const words = scopeWords(scope);
        return words === null
          ? visibleText(scope)
          : t(`scopes.${words.of}`, { what: t(`scopes.${words.act}`, { what: text(words.what) }) });
      },
      /** Until when a paper counts, and how long that is. */
      end: (validUntil: Day | null, today: Day) => {
        const end = paperEnd(validUntil, today);
        return end.state === 'none'
          ? t('papers.noEnd')
          : t(`papers.${end.state}`, { day: day(end.on), count: end.days });
      },
      /** What a line of the history is about: a paper, a field, a day, or the name of another vendor. */
      about: (about: string) => {
        const kind = PAPER_KINDS.find((known) => known === about);
        if (kind) return paper(kind);
        return FIELDS.includes(about) ? t(`field.${about}`) : day(visibleText(about));
      },
    };
  }, [t, text, day]);
}
