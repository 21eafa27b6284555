import { lookAlikeIn } from '../../evidence/derived/look-alike.ts';
import { atOrder } from '../../evidence/derived/admin-paths.ts';
import type { CompanyBuyer, OrderBook } from '../../evidence/orders.ts';
import { maskGstin } from '../../gst/mask-gstin.ts';
import { defineCheck } from '../check.ts';
import type { Finding } from '../check.ts';

/** One alert an order, up to here; then one for all that are left. */
const MOST = 100;
const MOST_CHARACTERS = 5;

/**
 * Fails a tax number with a Cyrillic А for A, or with a character inside that shows nothing. Sure of the characters;
 * why they are there, it cannot tell: a paste from a document can do it, and so does somebody who wants a number that
 * looks right to people and matches nothing.
 */
export const lookAlikeGstins = defineCheck({
  id: 'security/look-alike-gstins',
  area: 'security',
  title: { en: 'Tax numbers are written in plain letters and digits', hi: 'टैक्स नंबर सादे अक्षरों और अंकों में हैं' },
  severity: 'medium',
  rule: {
    name: { en: 'Look-alike characters in an identifier', hi: 'पहचान नंबर में मिलते-जुलते अक्षर' },
    effectiveFrom: '2017-07-01',
    source: 'CGST Rules 2017, rule 10(1); Unicode Technical Standard 39, confusable detection',
    status: 'verified',
  },
  why: {
    en: 'A number with a letter from another script looks right to you and matches nothing. That is seldom a slip.',
    hi: 'दूसरी लिपि का अक्षर लगा नंबर देखने में सही लगता है, पर किसी से मेल नहीं खाता। यह कम ही भूल से होता है।',
  },
  cost: {
    en: 'Such a number slips past a search for it. It can hide who bought, or an invoice that nobody can match.',
    hi: 'ऐसा नंबर खोजने पर नहीं मिलता। इससे खरीदार छिप सकता है, या इनवॉइस का मिलान रुक सकता है।',
  },
  remedy: [
    {
      en: 'Do not copy the number. Ask the buyer for it and type it by hand.',
      hi: 'नंबर कॉपी न करें। खरीदार से पूछें और हाथ से लिखें।',
    },
    {
      en: 'Look at payment, address and earlier orders of this buyer before you send goods.',
      hi: 'माल भेजने से पहले इस खरीदार का भुगतान, पता और पुराने ऑर्डर देखें।',
    },
    {
      en: 'If the number was pasted from a document, say so when you suppress this alert.',
      hi: 'अगर नंबर किसी कागज़ से पेस्ट हुआ था, तो अलर्ट रोकते समय यह लिखें।',
    },
  ],
  adminPath: '/orders',
  proof: {
    en: 'The next check finds only the letters A to Z and the digits 0 to 9 in tax numbers.',
    hi: 'अगली जाँच में टैक्स नंबरों में सिर्फ़ A से Z और 0 से 9 मिलेंगे।',
  },
  requires: ['orders', 'registrations'],
  uses: ['companyBuyers'],
  messages: {
    otherScript: {
      en: 'Order {order}: the GSTIN {gstin} is written with characters of another script: {characters}.',
      hi: 'ऑर्डर {order}: GSTIN {gstin} में दूसरी लिपि के अक्षर हैं: {characters}।',
    },
    hidden: {
      en: 'Order {order}: the GSTIN {gstin} holds characters that show nothing: {characters}.',
      hi: 'ऑर्डर {order}: GSTIN {gstin} में ऐसे अक्षर हैं जो दिखते नहीं: {characters}।',
    },
    own: {
      en: 'Your own GSTIN {gstin} is written with characters that no GSTIN has: {characters}.',
      hi: 'आपके अपने GSTIN {gstin} में ऐसे अक्षर हैं जो GSTIN में नहीं होते: {characters}।',
    },
    more: { en: 'More orders of this kind: {count}.', hi: 'इस तरह के और ऑर्डर: {count}।' },
  },
  applies: ({ orders, registrations, companyBuyers }) =>
    registrations.length > 0 || textsOf(orders, companyBuyers).next().done !== true,
  *evaluate({ orders, registrations, companyBuyers }) {
    for (const { gstin } of registrations) {
      if (lookAlikeIn(gstin) === null) continue;
      const shown = maskGstin(gstin);
      yield {
        subject: shown,
        messageId: 'own',
        data: { gstin: shown, characters: charactersOf(gstin) },
        severity: 'high',
      };
    }
    const found: Finding<'otherScript' | 'hidden'>[] = [];
    for (const { id, name, text } of textsOf(orders, companyBuyers)) {
      const kind = lookAlikeIn(text);
      if (kind === null) continue;
      found.push({
        subject: id,
        messageId: kind === 'hidden' ? 'hidden' : 'otherScript',
        data: { order: name, gstin: maskGstin(text), characters: charactersOf(text) },
        severity: kind === 'hidden' ? 'low' : 'medium',
        ...atOrder({ id }),
      });
    }
    yield* found.slice(0, MOST);
    if (found.length > MOST) yield { subject: 'more', messageId: 'more', data: { count: found.length - MOST } };
  },
});

/** Every text that stands for a buyer's number, cancelled orders included. */
function* textsOf(
  { orders }: OrderBook,
  companyBuyers: readonly CompanyBuyer[] = [],
): Generator<{ id: string; name: string; text: string }> {
  const names = new Map<string, string>();
  for (const { id, name, buyerGstins } of orders) {
    if (companyBuyers.length > 0) names.set(id, name);
    for (const { text } of buyerGstins) yield { id, name, text };
  }
  for (const { orderId, text } of companyBuyers) {
    const name = names.get(orderId);
    if (name !== undefined) yield { id: orderId, name, text };
  }
}

/** By code point, since they look like what they are not. */
function charactersOf(text: string): string {
  const odd = new Set([...text.slice(0, 60)].filter((character) => character > '\u007F'));
  return [...odd]
    .slice(0, MOST_CHARACTERS)
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(', ');
}
