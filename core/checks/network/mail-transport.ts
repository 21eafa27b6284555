import type { DomainRecords } from '../../evidence/dns.ts';
import { isAnswered } from '../../mail/answered.ts';
import { transportVerdict, type TransportVerdict } from '../../mail/transport.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a domain that takes mail in and does not publish MTA-STS in enforce mode and TLS reports. Sure of the records
 * and of the mode in the policy file; whether the file names the right mail hosts is not judged.
 */
export const mailTransport = defineCheck({
  id: 'security/mail-transport',
  area: 'security',
  control: 'NET-04',
  title: {
    en: 'Senders are asked to deliver your mail encrypted',
    hi: 'भेजने वालों से मेल एन्क्रिप्ट करके पहुँचाने को कहा गया है',
  },
  severity: 'low',
  rule: {
    name: { en: 'MTA-STS and TLS reports', hi: 'MTA-STS और TLS रिपोर्ट' },
    effectiveFrom: '2018-09-26',
    source: 'RFC 8461 and RFC 8460; CIS Controls 8.1, 9.5; ISO/IEC 27001:2022, A.5.14',
    status: 'verified',
  },
  why: {
    en: 'Mail between servers is encrypted only if both agree. These records ask senders to insist on it.',
    hi: 'सर्वरों के बीच मेल तभी एन्क्रिप्ट होती है जब दोनों मानें। ये रिकॉर्ड इसे ज़रूरी बनाते हैं।',
  },
  cost: {
    en: 'Somebody on the way between two mail servers could read your mail, and nobody would be told.',
    hi: 'दो मेल सर्वरों के बीच कोई आपकी मेल पढ़ सकता है और किसी को पता नहीं चलता।',
  },
  remedy: [
    {
      en: 'Ask your mail service for its MTA-STS policy file, and publish it with mode enforce.',
      hi: 'अपनी मेल सेवा से MTA-STS नीति फ़ाइल लें और उसे enforce मोड में लगाएँ।',
    },
    {
      en: 'Add the TXT records at _mta-sts and _smtp._tls at your domain seller.',
      hi: 'डोमेन कंपनी के यहाँ _mta-sts और _smtp._tls पर TXT रिकॉर्ड जोड़ें।',
    },
  ],
  adminPath: '/settings/domains',
  proof: {
    en: 'The next check reads both records, and the file in mode enforce.',
    hi: 'अगली जाँच में दोनों रिकॉर्ड और enforce मोड वाली फ़ाइल मिलेगी।',
  },
  requires: ['dns'],
  messages: {
    neither: {
      en: '{domain} publishes neither MTA-STS nor TLS reports.',
      hi: '{domain} पर न MTA-STS है, न TLS रिपोर्ट।',
    },
    policy: { en: '{domain} has no readable MTA-STS record.', hi: '{domain} का पढ़ने लायक MTA-STS रिकॉर्ड नहीं है।' },
    notEnforced: {
      en: 'The MTA-STS policy of {domain} is in mode {mode}: senders need not insist on encryption.',
      hi: '{domain} की MTA-STS नीति {mode} मोड में है: भेजने वालों पर एन्क्रिप्शन की बंदिश नहीं।',
    },
    noFile: {
      en: '{domain} has an MTA-STS record, but its policy file could not be read.',
      hi: '{domain} का MTA-STS रिकॉर्ड है, पर उसकी नीति फ़ाइल पढ़ी नहीं जा सकी।',
    },
    reports: {
      en: '{domain} asks nobody for TLS reports.',
      hi: '{domain} किसी से TLS रिपोर्ट नहीं माँगता।',
    },
  },
  applies: ({ dns }) => dns.some((records) => verdictOf(records).receivesMail || !isKnown(records)),
  *evaluate({ dns }) {
    for (const records of dns.filter(isKnown)) {
      const { receivesMail, hasPolicyRecord, hasReports } = verdictOf(records);
      if (!receivesMail) continue;
      const { domain, mailPolicyMode: mode } = records;
      const found = { subject: domain, data: { domain } };
      if (!hasPolicyRecord) yield { ...found, messageId: hasReports ? 'policy' : 'neither' };
      else if (mode === 'unreadable') yield { ...found, messageId: 'noFile' };
      else if (mode === 'testing' || mode === 'none')
        yield { ...found, messageId: 'notEnforced', data: { domain, mode } };
      else if (!hasReports) yield { ...found, messageId: 'reports' };
    }
  },
  lacks: ({ dns }) => (dns.every(isKnown) ? null : { kind: 'dns', reason: 'too-little' }),
});

function verdictOf({ zone, domain }: DomainRecords): TransportVerdict {
  return transportVerdict(zone, domain);
}

function isKnown(records: DomainRecords): boolean {
  return isAnswered(records, verdictOf(records).questions);
}
