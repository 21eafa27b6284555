import { useTranslation } from 'react-i18next';

/** Why something was not delivered, in words; a code that we have no words for has words of its own. */
export function useCodeWords() {
  const { t, i18n } = useTranslation('notices');
  return (code: string | null, status: number | null = null): string => {
    if (code === 'status' && status !== null) return t('code.statusOf', { status });
    return code !== null && i18n.exists(`notices:code.${code}`) ? t(`code.${code}`) : t('code.other');
  };
}
