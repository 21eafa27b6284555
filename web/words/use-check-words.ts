import { useMemo } from 'react';
import { useLanguage } from '../i18n/use-language.ts';
import { messageOf, titleOf, type Told } from './alert-words.ts';

/** The texts of checks and findings, in the reader's language. Brings every check along: for pages that come lazily. */
export function useCheckWords() {
  const language = useLanguage();
  return useMemo(
    () => ({
      message: (told: Told) => messageOf(told, language),
      title: (checkId: string) => titleOf(checkId, language),
    }),
    [language],
  );
}
