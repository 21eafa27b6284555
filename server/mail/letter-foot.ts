import type { Text } from '../../core/text.ts';

/** What stands under each mail, whatever it says. */
export interface LetterFoot {
  /** Where the reader stops such mails; null: there is nothing to stop. */
  readonly stopUrl: string | null;
}

export const FOOT_TEXTS = {
  neverAsk: {
    en: 'We never ask for a password or OTP by e-mail.',
    hi: 'हम ईमेल पर कभी पासवर्ड या OTP नहीं माँगते।',
  },
  stop: { en: 'Stop these mails', hi: 'ये ईमेल बंद करें' },
} as const satisfies Readonly<Record<string, Text>>;
