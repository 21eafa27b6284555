import { dayInIndia } from '../../gst/days.ts';
import { defineCheck } from '../check.ts';

/** More changes than this are told as one: somebody worked on the theme. */
const MOST_FILES = 25;

/**
 * Fails a file of the published theme that differs from what a person accepted. Sure of the change, by checksum; whether
 * it was wanted, the merchant knows, and says so by accepting the theme as it is.
 */
export const themeIntegrity = defineCheck({
  id: 'security/theme-integrity',
  area: 'security',
  control: 'MON-06',
  title: { en: 'Every change of the theme was accepted', hi: 'थीम का हर बदलाव स्वीकार किया गया है' },
  severity: 'high',
  rule: {
    name: { en: 'Changes of files are noticed', hi: 'फ़ाइलों के बदलाव पकड़े जाते हैं' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 11.5.2 and 11.6.1; ISO/IEC 27001:2022, A.8.9 and A.8.32',
    status: 'verified',
  },
  why: {
    en: 'Whoever gets into one staff account can add lines to the theme. Shopify tells nobody of it.',
    hi: 'स्टाफ़ के एक खाते में घुसने वाला थीम में पंक्तियाँ जोड़ सकता है। Shopify इसकी सूचना किसी को नहीं देता।',
  },
  cost: {
    en: 'An unnoticed change can stay for months and copy what customers type.',
    hi: 'जो बदलाव दिखा नहीं, वह महीनों रह सकता है और ग्राहक का लिखा कॉपी कर सकता है।',
  },
  remedy: [
    {
      en: 'Ask the people who work on the theme whether this change is theirs.',
      hi: 'थीम पर काम करने वालों से पूछें कि क्या यह बदलाव उनका है।',
    },
    {
      en: 'If it is, open Storefront in Prahari and accept the theme as it is now.',
      hi: 'अगर है, तो Prahari में स्टोरफ़्रंट खोलें और थीम को अभी की हालत में स्वीकार करें।',
    },
    {
      en: 'If nobody knows it, open Themes, Edit code, and go back to the older version of the file.',
      hi: 'अगर किसी को नहीं पता, तो Themes, Edit code में फ़ाइल का पुराना वर्ज़न वापस लाएँ।',
    },
  ],
  adminPath: '/themes',
  proof: {
    en: 'The next check finds every file as it was accepted.',
    hi: 'अगली जाँच में हर फ़ाइल वैसी ही मिलेगी जैसी स्वीकार की गई थी।',
  },
  requires: ['theme', 'themeBaseline'],
  messages: {
    added: { en: '{file} is new since {day}.', hi: '{file} फ़ाइल {day} के बाद जोड़ी गई।' },
    changed: { en: '{file} was changed since {day}.', hi: '{file} फ़ाइल {day} के बाद बदली गई।' },
    removed: { en: '{file} is gone since {day}.', hi: '{file} फ़ाइल {day} के बाद हटाई गई।' },
    many: {
      en: '{count} files were changed since {day}, {file} among them.',
      hi: '{day} के बाद {count} फ़ाइलें बदलीं, जैसे {file}।',
    },
    another: {
      en: 'Another theme was published since {day}: {theme}. Nobody has accepted it yet.',
      hi: '{day} के बाद दूसरी थीम प्रकाशित हुई: {theme}। इसे अभी किसी ने स्वीकार नहीं किया है।',
    },
  },
  lacks: ({ theme }) => (theme.moreFiles > 0 ? { kind: 'theme', reason: 'too-little' } : null),
  *evaluate({ theme, themeBaseline: { themeId, acceptedAt, files } }) {
    const day = dayInIndia(acceptedAt);
    if (themeId !== theme.id) {
      yield { subject: 'published theme', messageId: 'another', data: { theme: theme.name, day } };
      return;
    }
    const accepted = new Map(files.map(({ filename, checksumMd5 }) => [filename, checksumMd5]));
    const present = new Set(theme.files.map(({ filename }) => filename));
    const changes: { readonly file: string; readonly messageId: 'added' | 'changed' | 'removed' }[] = [];
    for (const { filename: file, checksumMd5 } of theme.files) {
      const before = accepted.get(file);
      if (before === undefined) changes.push({ file, messageId: 'added' });
      else if (checksumMd5 !== null && checksumMd5 !== before) changes.push({ file, messageId: 'changed' });
    }
    for (const file of accepted.keys()) {
      if (!present.has(file) && theme.moreFiles === 0) changes.push({ file, messageId: 'removed' });
    }
    const [first] = changes;
    if (first && changes.length > MOST_FILES) {
      yield { subject: 'many files', messageId: 'many', data: { count: changes.length, file: first.file, day } };
      return;
    }
    for (const { file, messageId } of changes) yield { subject: file, messageId, data: { file, day } };
  },
});
