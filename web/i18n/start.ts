import i18next, { type BackendModule, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { EN, NAMESPACES } from '../locales/en/index.ts';
import type { Language } from '../../core/text.ts';

const REMEMBERED = 'prahari.language';

/** English texts of the pages that most visits do not open: they come with the first of those pages. */
const LATER: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (_language, namespace, answer) => {
    void import('../locales/en/later.ts').then(
      ({ EN_LATER }) => answer(null, Object.entries(EN_LATER).find(([name]) => name === namespace)?.[1] ?? {}),
      (error: unknown) => answer(error instanceof Error ? error : new Error('No texts.'), false),
    );
  },
};

/** English is always there, behind any other language; Hindi comes as a file of its own when it is wanted. */
export async function createTexts(language: Language): Promise<I18n> {
  const texts = i18next.createInstance();
  await texts
    .use(LATER)
    .use(initReactI18next)
    .init({
      lng: 'en',
      fallbackLng: 'en',
      ns: NAMESPACES,
      partialBundledLanguages: true, // the backend has the rest
      defaultNS: 'common',
      resources: { en: EN },
      interpolation: { escapeValue: false }, // React escapes
      returnNull: false,
    });
  await speak(texts, language);
  return texts;
}

/** Changes the language of every text, and says so to screen readers; not once another choice `overtook` this one. */
export async function speak(texts: I18n, language: Language, overtook?: AbortSignal): Promise<void> {
  if (language === 'hi' && !texts.hasResourceBundle('hi', 'common')) {
    const { HI } = await import('../locales/hi/index.ts');
    for (const [namespace, words] of Object.entries(HI)) texts.addResourceBundle('hi', namespace, words);
  }
  if (overtook?.aborted) return;
  if (texts.language !== language) await texts.changeLanguage(language);
  if (overtook?.aborted) return;
  document.documentElement.lang = language;
  remember(language);
}

/** The language to begin with: the last one here, else the admin's, else English. The person's own choice follows. */
export function firstLanguage(adminLocale: string | undefined): Language {
  return remembered() ?? languageOfAdmin(adminLocale);
}

export function languageOfAdmin(adminLocale: string | undefined): Language {
  return adminLocale?.toLowerCase().startsWith('hi') ? 'hi' : 'en';
}

/** A browser may forbid storage to a framed page; then the admin's language comes first each time. */
function remembered(): Language | null {
  try {
    const language = localStorage.getItem(REMEMBERED);
    return language === 'hi' || language === 'en' ? language : null;
  } catch {
    return null;
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // Nothing is lost but one flash of the other language at the next visit.
  }
}
