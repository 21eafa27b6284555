import type { DomainRecords } from '../../evidence/dns.ts';
import { isAnswered } from '../../mail/answered.ts';
import { dkimVerdict, isUsable, type DkimVerdict } from '../../mail/dkim.ts';
import { mailServicesOf, sendsMail } from '../../mail/services-in-use.ts';
import type { Finding } from '../check.ts';
import { defineCheck } from '../check.ts';

type MessageId = 'missing' | 'weak' | 'short';

/** What the standard advises; 1,024 is taken still. */
const ADVISED_BITS = 2_048;

/**
 * Fails a domain that sends mail and has no usable key where its mail service keeps one. No record lists the selectors,
 * so a key that stands elsewhere is not seen: of a service whose selectors are not known for certain, a missing key is
 * not told.
 */
export const dkim = defineCheck({
  id: 'security/dkim',
  area: 'security',
  control: 'NET-03',
  title: { en: 'Mail from your domain is signed', hi: 'आपके डोमेन की मेल पर हस्ताक्षर है' },
  severity: 'medium',
  rule: {
    name: { en: 'DKIM keys of 1,024 bits or more', hi: '1,024 बिट या ज़्यादा की DKIM कुंजी' },
    effectiveFrom: '2018-01-31',
    source: 'RFC 6376 and RFC 8301; PCI DSS 4.0.1, 5.4.1; CIS Controls 8.1, 9.5',
    status: 'verified',
  },
  why: {
    en: 'A signature shows receivers that a mail is yours and was not changed on the way.',
    hi: 'हस्ताक्षर से पाने वाला जानता है कि मेल आपकी है और रास्ते में बदली नहीं गई।',
  },
  cost: {
    en: 'Without it, order mail lands in spam more often, and DMARC cannot tell yours from forged mail.',
    hi: 'इसके बिना ऑर्डर की मेल स्पैम में ज़्यादा जाती है और DMARC असली-नकली नहीं पहचान पाता।',
  },
  remedy: [
    {
      en: 'Open the admin page of your mail service and find DKIM or e-mail authentication.',
      hi: 'अपनी मेल सेवा के एडमिन पेज पर DKIM या ई-मेल प्रमाणीकरण खोलें।',
    },
    {
      en: 'Create a key of 2,048 bits and copy the record to your domain seller.',
      hi: '2,048 बिट की कुंजी बनाएँ और रिकॉर्ड अपनी डोमेन कंपनी के यहाँ लगाएँ।',
    },
    { en: 'Switch signing on in the mail service.', hi: 'मेल सेवा में हस्ताक्षर चालू करें।' },
  ],
  adminPath: '/settings/domains',
  proof: {
    en: 'The next check finds a usable key for your mail service.',
    hi: 'अगली जाँच में आपकी मेल सेवा की काम की कुंजी मिलेगी।',
  },
  requires: ['dns'],
  messages: {
    missing: {
      en: '{domain} has no DKIM key where {mailService} keeps it: {selectors}.',
      hi: '{domain} पर DKIM कुंजी वहाँ नहीं है जहाँ {mailService} रखता है: {selectors}।',
    },
    weak: {
      en: 'Receivers do not take the DKIM keys of {domain}: withdrawn, unreadable or under 1,024 bits.',
      hi: '{domain} की DKIM कुंजियाँ पाने वाले नहीं मानते: हटाई गई, न पढ़ी जाने वाली या 1,024 बिट से छोटी।',
    },
    short: {
      en: 'The DKIM key of {domain} has {bits} bits. The advice is 2,048.',
      hi: '{domain} की DKIM कुंजी {bits} बिट की है। सलाह 2,048 की है।',
    },
  },
  applies: ({ dns }) => dns.some(needsKey),
  *evaluate({ dns }) {
    for (const records of dns.filter(needsKey)) {
      const finding = findingOf(records, verdictOf(records));
      if (finding) yield finding;
    }
  },
  lacks: ({ dns }) =>
    dns.filter(needsKey).every((records) => verdictOf(records).keys.length > 0)
      ? null
      : { kind: 'dns', reason: 'too-little' },
});

/** Where a question about mail stayed without an answer, nobody knows that it sends none. */
function needsKey({ zone, domain, unanswered }: DomainRecords): boolean {
  return sendsMail(zone, domain) || [`MX ${domain}`, `TXT ${domain}`].some((question) => unanswered.includes(question));
}

function verdictOf({ zone, domain, dkimSelectors }: DomainRecords): DkimVerdict {
  return dkimVerdict(zone, domain, dkimSelectors);
}

function findingOf(records: DomainRecords, { keys, questions }: DkimVerdict): Finding<MessageId> | null {
  const { zone, domain, dkimSelectors } = records;
  const usable = keys.map(({ key }) => key).filter(isUsable);
  if (usable.length > 0) {
    const longest = Math.max(...usable.map((key) => (key.kind === 'rsa' ? key.bits : ADVISED_BITS)));
    const data = { domain, bits: longest };
    return longest < ADVISED_BITS ? { subject: domain, messageId: 'short', data, isRemark: true } : null;
  }
  if (!isAnswered(records, questions)) return null;
  if (keys.length > 0) return { subject: domain, messageId: 'weak', data: { domain } };
  const service = mailServicesOf(zone, domain).find(({ selectors }) =>
    selectors.every((selector) => dkimSelectors.includes(selector)),
  );
  if (!service) return null;
  const data = { domain, mailService: service.name, selectors: service.selectors.join(', ') };
  return { subject: domain, messageId: 'missing', data };
}
