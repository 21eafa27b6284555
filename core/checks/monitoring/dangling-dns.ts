import { defineCheck } from '../check.ts';

/**
 * Fails an alias whose target is gone, or is free for anybody to claim at its service. Sure of what is gone; that a name
 * is free, the service's own answer says.
 */
export const danglingDns = defineCheck({
  id: 'security/dangling-dns',
  area: 'security',
  control: 'MON-10',
  title: { en: 'No name of yours points to what is gone', hi: 'आपका कोई नाम खाली जगह की ओर नहीं जाता' },
  severity: 'high',
  rule: {
    name: { en: 'Unused DNS records are removed', hi: 'बेकार DNS रिकॉर्ड हटाए जाते हैं' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.8.20; CIS Controls 8.1, 4.9; OWASP Top 10:2025, A02',
    status: 'verified',
  },
  why: {
    en: 'When a service was ended but its record stayed, a stranger can claim the place behind your name.',
    hi: 'सेवा बंद हुई पर रिकॉर्ड रह गया, तो कोई अजनबी आपके नाम के पीछे की जगह ले सकता है।',
  },
  cost: {
    en: 'Under your own name, and with a real certificate, he could ask your customers for anything.',
    hi: 'आपके ही नाम और असली सर्टिफ़िकेट के साथ वह ग्राहकों से कुछ भी माँग सकता है।',
  },
  remedy: [
    { en: 'Open the DNS records at your domain seller.', hi: 'डोमेन कंपनी के यहाँ DNS रिकॉर्ड खोलें।' },
    {
      en: 'Delete the record of the name shown, or set the service up again.',
      hi: 'दिखाए गए नाम का रिकॉर्ड हटाएँ, या सेवा फिर से चालू करें।',
    },
  ],
  adminPath: '/settings/domains',
  proof: {
    en: 'The next check finds the record gone or its target in use.',
    hi: 'अगली जाँच में रिकॉर्ड हटा हुआ या लक्ष्य चालू मिलेगा।',
  },
  requires: ['dns'],
  messages: {
    unclaimed: {
      en: '{name} points to {target}, which anybody could claim.',
      hi: '{name} का लक्ष्य {target} है, जिसे कोई भी ले सकता है।',
    },
    missing: {
      en: '{name} points to {target}, which does not exist.',
      hi: '{name} का लक्ष्य {target} है, जो है ही नहीं।',
    },
  },
  applies: ({ dns }) => dns.length > 0,
  *evaluate({ dns }) {
    for (const { name, target, state } of dns.flatMap(({ aliases }) => aliases)) {
      const data = { name, target };
      if (state === 'unclaimed') yield { subject: name, messageId: 'unclaimed', data };
      else if (state === 'missing') yield { subject: name, messageId: 'missing', data, severity: 'medium' };
    }
  },
  lacks({ dns }) {
    const isTold = dns.every(
      ({ aliases, unanswered }) =>
        aliases.every(({ state }) => state !== 'unknown') &&
        !unanswered.some((question) => question.startsWith('CNAME ')),
    );
    return isTold ? null : { kind: 'dns', reason: 'too-little' };
  },
});
