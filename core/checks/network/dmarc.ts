import type { DomainRecords } from '../../evidence/dns.ts';
import { isAnswered } from '../../mail/answered.ts';
import { dmarcVerdict, type DmarcVerdict } from '../../mail/dmarc.ts';
import type { Finding } from '../check.ts';
import { defineCheck } from '../check.ts';

type MessageId = 'missing' | 'several' | 'unreadable' | 'watching' | 'part';

/**
 * Fails a domain that does not ask receivers to hold back all forged mail. It is asked of a domain that never sends mail
 * too: such a name is forged most easily. Sure of what the DNS answered.
 */
export const dmarc = defineCheck({
  id: 'security/dmarc',
  area: 'security',
  control: 'NET-02',
  title: {
    en: 'Receivers are asked to hold back mail forged in your name',
    hi: 'पाने वालों से कहा गया है कि आपके नाम की नकली मेल रोकें',
  },
  severity: 'high',
  rule: {
    name: { en: 'DMARC with quarantine or reject', hi: 'quarantine या reject वाला DMARC' },
    effectiveFrom: '2015-03-18',
    source: 'RFC 7489; PCI DSS 4.0.1, 5.4.1; CIS Controls 8.1, 9.5',
    status: 'verified',
  },
  why: {
    en: 'DMARC tells receivers what to do with mail that only claims to come from your domain.',
    hi: 'DMARC पाने वालों को बताता है कि जो मेल बस आपके डोमेन की होने का दावा करे, उसका क्या करें।',
  },
  cost: {
    en: 'Without it, a forged order mail or payment link in your name reaches your customers.',
    hi: 'इसके बिना आपके नाम की नकली ऑर्डर मेल या भुगतान लिंक ग्राहकों तक पहुँचती है।',
  },
  remedy: [
    {
      en: 'At your domain seller, add a TXT record at _dmarc: v=DMARC1; p=none; rua=mailto: and your mailbox.',
      hi: 'डोमेन कंपनी के यहाँ _dmarc पर TXT रिकॉर्ड जोड़ें: v=DMARC1; p=none; rua=mailto: और आपका मेलबॉक्स।',
    },
    {
      en: 'Read the reports for some weeks until all your own senders pass.',
      hi: 'कुछ हफ़्ते रिपोर्ट पढ़ें, जब तक आपके सारे असली भेजने वाले पास न हों।',
    },
    {
      en: 'Change p=none to p=quarantine, later to p=reject.',
      hi: 'फिर p=none को p=quarantine करें, बाद में p=reject।',
    },
  ],
  adminPath: '/settings/domains',
  proof: {
    en: 'The next check reads p=quarantine or p=reject for all mail.',
    hi: 'अगली जाँच में सारी मेल के लिए p=quarantine या p=reject मिलेगा।',
  },
  requires: ['dns'],
  messages: {
    missing: { en: '{domain} has no DMARC record.', hi: '{domain} का DMARC रिकॉर्ड नहीं है।' },
    several: {
      en: '{domain} has several DMARC records. Receivers then read none of them.',
      hi: '{domain} के कई DMARC रिकॉर्ड हैं। ऐसे में पाने वाले एक भी नहीं पढ़ते।',
    },
    unreadable: {
      en: 'The DMARC record of {domain} names no policy that receivers know.',
      hi: '{domain} के DMARC रिकॉर्ड में ऐसी कोई नीति नहीं है जिसे पाने वाले समझें।',
    },
    watching: {
      en: 'The DMARC record of {domain} only watches: p=none holds nothing back.',
      hi: '{domain} का DMARC रिकॉर्ड सिर्फ़ देखता है: p=none कुछ नहीं रोकता।',
    },
    part: {
      en: 'The DMARC record of {domain} asks for {pct}% of the mail alone.',
      hi: '{domain} का DMARC रिकॉर्ड सिर्फ़ {pct}% मेल के लिए कहता है।',
    },
  },
  applies: ({ dns }) => dns.length > 0,
  *evaluate({ dns }) {
    for (const records of dns) {
      const verdict = verdictOf(records);
      if (verdict.outcome !== 'pass' && isAnswered(records, verdict.questions)) yield findingOf(records, verdict);
    }
  },
  lacks: ({ dns }) =>
    dns.every((records) => isAnswered(records, verdictOf(records).questions))
      ? null
      : { kind: 'dns', reason: 'too-little' },
});

/** Evidence is kept by registrable domain, so that there is no higher one to ask. */
function verdictOf({ zone, domain }: DomainRecords): DmarcVerdict {
  return dmarcVerdict(zone, domain, domain);
}

function findingOf({ domain }: DomainRecords, { policy, pct }: DmarcVerdict): Finding<MessageId> {
  const data = { domain };
  if (policy === 'missing' || policy === 'several') return { subject: domain, messageId: policy, data };
  if (policy === 'invalid') return { subject: domain, messageId: 'unreadable', data };
  if (policy === 'none') return { subject: domain, messageId: 'watching', data, severity: 'medium' };
  return { subject: domain, messageId: 'part', data: { domain, pct }, severity: 'low' };
}
