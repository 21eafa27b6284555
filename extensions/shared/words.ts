import { dayText } from '../../core/day-text.ts';
import { fill } from '../../core/text.ts';
import type { Language, Text, TextData } from '../../core/text.ts';
import type { Day, Instant } from '../../core/time.ts';
import { rupees } from './money.ts';
import { momentText } from './moment-text.ts';
import { stateName } from './state-names.ts';

/** The part of `shopify.i18n` that is needed here; every surface has it. */
export interface Translator {
  readonly translate: (key: string, data?: Record<string, string | number>) => string;
}

/** All that an extension says, in the language of its host. */
export interface Words {
  readonly language: Language;
  /** A sentence of the extension's own locale file. */
  readonly t: (key: string, data?: Readonly<Record<string, string | number>>) => string;
  /** A sentence of the server or the core. */
  readonly of: (text: Text, data?: TextData) => string;
  readonly state: (code: string) => string;
  readonly day: (day: Day) => string;
  /** "22 Nov 2026, 6:40 pm IST". */
  readonly moment: (at: Instant) => string;
  readonly rupees: (paise: number) => string;
}

/** Each locale file names its own language under "language", so that all sentences follow the file that was chosen. */
export function wordsOf(i18n: Translator): Words {
  const t: Words['t'] = (key, data) => {
    try {
      return String(i18n.translate(key, data && { ...data }));
    } catch {
      // A host that knows no such key must not cost the merchant the rest.
      return key;
    }
  };
  const language: Language = t('language') === 'hi' ? 'hi' : 'en';
  return {
    language,
    t,
    of: (text, data = {}) => fill(text[language], data),
    state: (code) => stateName(code)[language],
    day: (day) => dayText(day, language),
    moment: (at) => momentText(at, language),
    rupees,
  };
}
