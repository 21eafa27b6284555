import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../words/use-words.ts';

/** The place of supply of whatever leaves India. */
const ABROAD = '96';

/** A State by its GST code, or "abroad". */
export function usePlaceName(): (code: string) => string {
  const { t } = useTranslation('gst');
  const { state } = useWords();
  return useCallback((code: string) => (code === ABROAD ? t('abroad') : state(code)), [t, state]);
}
