import { useMemo } from 'react';
import { useLanguage } from '../i18n/use-language.ts';
import { stateByCode } from '../../core/data/states.ts';
import type { Text } from '../../core/text.ts';

/** Texts of the core, in the reader's language. */
export function useWords() {
  const language = useLanguage();
  return useMemo(
    () => ({
      text: (text: Text) => text[language],
      /** "Karnataka" for "29"; a code without a State stays as it is. */
      state: (code: string) => stateByCode(code)?.name[language] ?? code,
    }),
    [language],
  );
}
