import type { Text, TextData } from '../text.ts';
import type { GstinLayout } from './gstin-layouts.ts';
import { LONGEST_ECHO } from './gstin.ts';
import type { GstinReason, GstinVerdict, GstinWarning } from './gstin.ts';

/** What to tell the person who typed it. `{length}` and `{characters}` come from `gstinTextData`. */
export const GSTIN_REASON_TEXTS: Readonly<Record<GstinReason, Text>> = {
  empty: {
    en: 'Enter your GSTIN. It has 15 letters and digits.',
    hi: 'अपना GSTIN लिखें। इसमें 15 अक्षर और अंक होते हैं।',
  },
  bad_charset: {
    en: 'This character cannot be used: {characters}. A GSTIN has only the letters A to Z and the digits 0 to 9. Type it by hand.',
    hi: 'यह अक्षर नहीं चलेगा: {characters}। GSTIN में सिर्फ़ A से Z और 0 से 9 होते हैं। इसे हाथ से लिखें।',
  },
  bad_length: {
    en: 'A GSTIN has 15 letters and digits. This one has {length}.',
    hi: 'GSTIN में 15 अक्षर और अंक होते हैं। इसमें {length} हैं।',
  },
  temporary_id: {
    en: 'This is a temporary number given by an officer. Enter the GSTIN from your registration certificate.',
    hi: 'यह अधिकारी का दिया हुआ अस्थायी नंबर है। अपने पंजीकरण प्रमाणपत्र से GSTIN लिखें।',
  },
  transporter_enrolment_id: {
    en: "This is a transporter's enrolment number. Enter the GSTIN from your registration certificate.",
    hi: 'यह ट्रांसपोर्टर का नामांकन नंबर है। अपने पंजीकरण प्रमाणपत्र से GSTIN लिखें।',
  },
  bad_state_code: {
    en: 'A GSTIN begins with the two digits of a State. No State has these two.',
    hi: 'GSTIN राज्य के दो अंकों से शुरू होता है। किसी राज्य के ये दो अंक नहीं हैं।',
  },
  bad_layout: {
    en: 'Letters and digits do not stand where a GSTIN has them. Compare it with your registration certificate.',
    hi: 'अक्षर और अंक GSTIN की सही जगह पर नहीं हैं। इसे अपने पंजीकरण प्रमाणपत्र से मिलाएँ।',
  },
  bad_checksum: {
    en: 'This GSTIN has a typing mistake: its last character does not fit the other 14. Compare it with your registration certificate.',
    hi: 'इस GSTIN में लिखने की गलती है: आखिरी अक्षर बाकी 14 से मेल नहीं खाता। इसे अपने पंजीकरण प्रमाणपत्र से मिलाएँ।',
  },
};

export const GSTIN_WARNING_TEXTS: Readonly<Record<GstinWarning, Text>> = {
  legacy_state_code: {
    en: 'This GSTIN begins with a State code that is no longer given. See whether you received a new number.',
    hi: 'यह GSTIN ऐसे राज्य कोड से शुरू होता है जो अब नहीं दिया जाता। देखें कि नया नंबर मिला है या नहीं।',
  },
  unusual_pan_letter: {
    en: 'The fourth letter of the PAN inside is unusual. Compare it with your PAN card.',
    hi: 'अंदर के PAN का चौथा अक्षर आम नहीं है। इसे अपने PAN कार्ड से मिलाएँ।',
  },
};

/** Why a number that could exist is still not a seller's own. */
export const GSTIN_LAYOUT_TEXTS: Readonly<Record<Exclude<GstinLayout, 'regular'>, Text>> = {
  tcs: {
    en: 'This number is for a marketplace that collects tax (TCS). Enter the GSTIN that you sell with.',
    hi: 'यह नंबर कर जमा करने वाले मार्केटप्लेस (TCS) का है। जिस GSTIN से आप बेचते हैं, वह लिखें।',
  },
  tds: {
    en: 'This number is for deducting tax (TDS). Enter the GSTIN that you sell with.',
    hi: 'यह नंबर कर काटने (TDS) के लिए है। जिस GSTIN से आप बेचते हैं, वह लिखें।',
  },
  uin: {
    en: 'This number is for embassies and UN bodies (UIN). Enter the GSTIN that you sell with.',
    hi: 'यह नंबर दूतावासों और UN संस्थाओं (UIN) का है। जिस GSTIN से आप बेचते हैं, वह लिखें।',
  },
  oidar: {
    en: 'This number is for online services from abroad (OIDAR). Enter the GSTIN that you sell with.',
    hi: 'यह नंबर विदेश से ऑनलाइन सेवाओं (OIDAR) का है। जिस GSTIN से आप बेचते हैं, वह लिखें।',
  },
  nrtp: {
    en: 'This number is for a seller who does not live in India. Enter the GSTIN that you sell with.',
    hi: 'यह नंबर भारत से बाहर रहने वाले विक्रेता का है। जिस GSTIN से आप बेचते हैं, वह लिखें।',
  },
  government: {
    en: 'This number is for a government department. Enter the GSTIN that you sell with.',
    hi: 'यह नंबर सरकारी विभाग का है। जिस GSTIN से आप बेचते हैं, वह लिखें।',
  },
};

/** Values for the places of a reason's text. A character that shows nothing is named by its code point. */
export function gstinTextData(verdict: GstinVerdict): TextData {
  if (verdict.ok) return {};
  const shown = verdict.badCharacters.map((character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? `${character} (U+${code})` : `U+${code}`;
  });
  const length = verdict.normalized.length;
  return { length: length < LONGEST_ECHO ? length : `${length}+`, characters: shown.join(', ') };
}
