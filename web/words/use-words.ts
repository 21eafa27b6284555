import { useMemo } from 'react';
import { useLanguage } from '../i18n/use-language.ts';
import { messageOf, stateName, titleOf, type Told } from './alert-words.ts';
import type { Text } from '../../core/text.ts';

/** The texts of checks and findings, in the reader's language. */
export function useWords() {
  const language = useLanguage();
  return useMemo(
    () => ({
      text: (text: Text) => text[language],
      message: (told: Told) => messageOf(told, language),
      title: (checkId: string) => titleOf(checkId, language),
      state: (code: string) => stateName(code, language),
    }),
    [language],
  );
}
