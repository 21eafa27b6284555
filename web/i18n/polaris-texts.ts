import english from '@shopify/polaris/locales/en.json' with { type: 'json' };
import { useEffect, useState } from 'react';
import { useLanguage } from './use-language.ts';

type PolarisTexts = typeof english;

/** Polaris' own words: in Hindi ours first, and English behind for any that a later release adds. */
export function usePolarisTexts(): PolarisTexts | PolarisTexts[] {
  const language = useLanguage();
  const [hindi, setHindi] = useState<PolarisTexts | null>(null);

  useEffect(() => {
    if (language !== 'hi' || hindi) return undefined;
    let isWanted = true;
    void import('../locales/hi/index.ts').then(({ HI_POLARIS }) => {
      if (isWanted) setHindi(HI_POLARIS);
    });
    return () => {
      isWanted = false;
    };
  }, [language, hindi]);

  return language === 'hi' && hindi ? [hindi, english] : english;
}
