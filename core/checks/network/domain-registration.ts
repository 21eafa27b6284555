import { dayInIndia } from '../../gst/days.ts';
import { defineCheck } from '../check.ts';
import { dueInData } from '../due-in-data.ts';

const DAY_MS = 86_400_000;
const SOON_DAYS = 30;

/**
 * Fails a domain that ends within 30 days, or that could be moved to another seller without a second step. Sure: the
 * registry says so. A registry that does not say leaves the check not assessed. That the DNS answers of a domain are not
 * signed (DNSSEC) is told, and no failure: no control asks for it.
 */
export const domainRegistration = defineCheck({
  id: 'security/domain-registration',
  area: 'security',
  control: 'NET-05',
  title: { en: 'Your domains are paid for and locked', hi: 'आपके डोमेन की फ़ीस भरी है और वे लॉक हैं' },
  severity: 'high',
  rule: {
    name: { en: 'Domains are owned assets', hi: 'डोमेन आपकी संपत्ति है' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.5.9; CIS Controls 8.1, 4.9; read over RDAP (RFC 9083)',
    status: 'verified',
  },
  why: {
    en: 'Whoever holds the domain holds the shop and its mail. A lapsed one is sold to the next who asks.',
    hi: 'जिसके पास डोमेन है, स्टोर और मेल उसी के पास हैं। छूटा हुआ डोमेन अगले को बिक जाता है।',
  },
  cost: {
    en: 'The shop and all mailboxes stop, and a stranger could open his own shop there.',
    hi: 'स्टोर और सारे मेलबॉक्स बंद हो जाते हैं और कोई अजनबी वहाँ अपनी दुकान खोल सकता है।',
  },
  remedy: [
    {
      en: 'Sign in at your domain seller and renew. Switch automatic renewal on.',
      hi: 'डोमेन कंपनी पर साइन इन करें और नवीनीकरण करें। अपने आप नवीनीकरण चालू करें।',
    },
    { en: 'Switch the transfer lock on there.', hi: 'वहीं ट्रांसफ़र लॉक चालू करें।' },
    {
      en: 'If you bought the domain from Shopify: open Settings, then Domains.',
      hi: 'अगर डोमेन Shopify से लिया है: सेटिंग में Domains खोलें।',
    },
  ],
  adminPath: '/settings/domains',
  proof: {
    en: 'The next check reads more than 30 days and a transfer lock at the registry.',
    hi: 'अगली जाँच में रजिस्ट्री पर 30 दिन से ज़्यादा और ट्रांसफ़र लॉक मिलेगा।',
  },
  requires: ['dns'],
  dueOn: dueInData('endsDay'),
  messages: {
    ended: {
      en: 'The registration of {domain} ended on {endsDay}.',
      hi: '{domain} का पंजीकरण {endsDay} को खत्म हो गया।',
    },
    soon: {
      en: 'The registration of {domain} ends on {endsDay}.',
      hi: '{domain} का पंजीकरण {endsDay} को खत्म होगा।',
    },
    unsigned: {
      en: 'The DNS answers for {domain} are not signed (DNSSEC).',
      hi: '{domain} के DNS जवाबों पर हस्ताक्षर (DNSSEC) नहीं है।',
    },
    unlocked: {
      en: '{domain} has no transfer lock: it could be moved away from your account.',
      hi: '{domain} पर ट्रांसफ़र लॉक नहीं है: उसे आपके खाते से हटाया जा सकता है।',
    },
  },
  applies: ({ dns }) => dns.length > 0,
  *evaluate({ dns }, { asOf }) {
    for (const { domain, registration, isSigned } of dns) {
      if (isSigned === false) {
        yield { subject: `${domain} DNSSEC`, messageId: 'unsigned', data: { domain }, isRemark: true };
      }
      if (!registration) continue;
      const { expiresAt, isTransferLocked } = registration;
      const daysLeft = expiresAt === null ? Infinity : (Date.parse(expiresAt) - Date.parse(asOf)) / DAY_MS;
      if (expiresAt !== null && daysLeft < SOON_DAYS) {
        const data = { domain, endsDay: dayInIndia(expiresAt) };
        if (daysLeft < 0) yield { subject: domain, messageId: 'ended', data, severity: 'critical' };
        else yield { subject: domain, messageId: 'soon', data };
      }
      if (isTransferLocked === false) {
        yield { subject: `${domain} lock`, messageId: 'unlocked', data: { domain }, severity: 'medium' };
      }
    }
  },
  lacks({ dns }) {
    const isTold = dns.every(
      ({ registration }) => registration?.expiresAt != null && registration.isTransferLocked !== null,
    );
    return isTold ? null : { kind: 'dns', reason: 'too-little' };
  },
});
