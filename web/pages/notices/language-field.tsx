import { Select } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../../../core/text.ts';

/** In which language somebody is written to. */
export function LanguageField({ value, onChange }: { value: Language; onChange: (language: Language) => void }) {
  const { t } = useTranslation('notices');
  const names = { en: t('english'), hi: t('hindi') };
  return (
    <Select
      label={t('language')}
      options={LANGUAGES.map((language) => ({ value: language, label: names[language] }))}
      value={value}
      onChange={(chosen) => onChange(LANGUAGES.find((language) => language === chosen) ?? value)}
    />
  );
}
