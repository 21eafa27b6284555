import type { DomainRecords } from '../../evidence/dns.ts';
import { isAnswered } from '../../mail/answered.ts';
import { MOST_SPF_LOOKUPS, spfVerdict, type SpfProblem, type SpfVerdict } from '../../mail/spf.ts';
import type { Finding } from '../check.ts';
import { defineCheck } from '../check.ts';

type MessageId = 'missing' | 'open' | 'undecided' | SpfProblem;

/**
 * Fails a domain without exactly one SPF record that receivers can read and that ends in "-all" or "~all", within ten
 * look-ups. Sure of what the DNS answered; a domain of which a question stayed without an answer is not judged.
 */
export const spf = defineCheck({
  id: 'security/spf',
  area: 'security',
  control: 'NET-01',
  title: {
    en: 'Your domain says which servers may send its mail',
    hi: 'आपका डोमेन बताता है कि उसकी मेल कौन से सर्वर भेजें',
  },
  severity: 'medium',
  rule: {
    name: { en: 'Sender Policy Framework (SPF)', hi: 'भेजने वालों की सूची (SPF)' },
    effectiveFrom: '2014-04-01',
    source: 'RFC 7208; CIS Controls 8.1, 9.5; ISO/IEC 27001:2022, A.5.14',
    status: 'verified',
  },
  why: {
    en: 'Without this record anybody can send mail in the name of your shop, and receivers cannot tell.',
    hi: 'इस रिकॉर्ड के बिना कोई भी आपके स्टोर के नाम से मेल भेज सकता है। पाने वाला पहचान नहीं सकता।',
  },
  cost: {
    en: 'Customers could pay a stranger who writes as you. Your own mail lands in spam.',
    hi: 'ग्राहक आपके नाम से लिखने वाले अजनबी को पैसे दे सकते हैं। आपकी असली मेल स्पैम में जाती है।',
  },
  remedy: [
    {
      en: 'List who sends mail for you: mailbox, Shopify, newsletters, couriers.',
      hi: 'सूची बनाएँ कि आपकी मेल कौन भेजता है: मेलबॉक्स, Shopify, न्यूज़लेटर, कूरियर।',
    },
    {
      en: 'At your domain seller, keep one TXT record that starts with v=spf1 and names them all.',
      hi: 'डोमेन कंपनी के यहाँ एक ही TXT रिकॉर्ड रखें जो v=spf1 से शुरू हो और सबके नाम बताए।',
    },
    {
      en: 'End it with ~all, and with -all once nothing of yours is missing.',
      hi: 'अंत में ~all लिखें, और जब कुछ न छूटे तो -all।',
    },
  ],
  adminPath: '/settings/domains',
  proof: {
    en: 'The next check reads one SPF record that ends in ~all or -all.',
    hi: 'अगली जाँच में एक SPF रिकॉर्ड मिलेगा जो ~all या -all पर खत्म हो।',
  },
  requires: ['dns'],
  messages: {
    missing: { en: '{domain} has no SPF record.', hi: '{domain} का SPF रिकॉर्ड नहीं है।' },
    open: {
      en: 'The SPF record of {domain} lets everybody send.',
      hi: '{domain} का SPF रिकॉर्ड हर किसी को भेजने देता है।',
    },
    undecided: {
      en: 'The SPF record of {domain} does not say what to do with other senders.',
      hi: '{domain} का SPF रिकॉर्ड नहीं बताता कि बाकी भेजने वालों का क्या हो।',
    },
    'several-records': {
      en: '{at} has {records} SPF records. Receivers then read none of them.',
      hi: '{at} पर {records} SPF रिकॉर्ड हैं। ऐसे में पाने वाले एक भी नहीं पढ़ते।',
    },
    syntax: {
      en: 'The SPF record of {domain} cannot be read. The mistake is at {at}.',
      hi: '{domain} का SPF रिकॉर्ड पढ़ा नहीं जा सकता। गलती {at} पर है।',
    },
    'too-many-lookups': {
      en: 'The SPF record of {domain} needs {lookups} look-ups; {most} are allowed.',
      hi: '{domain} के SPF रिकॉर्ड को {lookups} खोजें चाहिए; सीमा {most} है।',
    },
    'too-many-void-lookups': {
      en: 'The SPF record of {domain} names servers that are not there: {voids} look-ups found nothing.',
      hi: '{domain} का SPF रिकॉर्ड ऐसे सर्वर बताता है जो नहीं हैं: {voids} खोजें खाली रहीं।',
    },
    loop: {
      en: 'The SPF record of {domain} leads back to itself through {at}.',
      hi: '{domain} का SPF रिकॉर्ड {at} से होकर खुद पर लौटता है।',
    },
    'no-record-at-target': {
      en: 'The SPF record of {domain} leads to {at}, which has none.',
      hi: '{domain} का SPF रिकॉर्ड {at} पर भेजता है, जहाँ कोई SPF रिकॉर्ड नहीं है।',
    },
  },
  applies: ({ dns }) => dns.length > 0,
  *evaluate({ dns }) {
    for (const records of dns) {
      const verdict = spfVerdict(records.zone, records.domain);
      if (verdict.outcome !== 'pass' && isAnswered(records, verdict.questions)) yield findingOf(records, verdict);
    }
  },
  lacks: ({ dns }) =>
    dns.every((records) => isAnswered(records, spfVerdict(records.zone, records.domain).questions))
      ? null
      : { kind: 'dns', reason: 'too-little' },
});

function findingOf({ domain }: DomainRecords, verdict: SpfVerdict): Finding<MessageId> {
  const { effect, problem, problemAt, records, lookups, voidLookups } = verdict;
  const data = { domain, at: problemAt ?? domain, records, lookups, voids: voidLookups, most: MOST_SPF_LOOKUPS };
  if (problem) return { subject: domain, messageId: problem, data };
  if (effect === 'missing') return { subject: domain, messageId: 'missing', data: { domain } };
  if (effect === 'pass-all') return { subject: domain, messageId: 'open', data: { domain } };
  return { subject: domain, messageId: 'undecided', data: { domain }, severity: 'low' };
}
