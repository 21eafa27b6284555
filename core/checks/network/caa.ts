import { CERTIFICATE_AUTHORITIES } from '../../data/certificate-authorities.ts';
import type { DomainRecords } from '../../evidence/dns.ts';
import type { Storefront } from '../../evidence/storefront.ts';
import { isAnswered } from '../../mail/answered.ts';
import { caaVerdict } from '../../mail/caa.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a domain whose hosts any authority may certify, and a host whose own authority its records leave out. The
 * second is told only of authorities whose names were confirmed.
 */
export const caa = defineCheck({
  id: 'security/caa',
  area: 'security',
  control: 'NET-06',
  title: {
    en: 'Your domains say who may issue certificates for them',
    hi: 'आपके डोमेन बताते हैं कि सर्टिफ़िकेट कौन दे सकता है',
  },
  severity: 'low',
  rule: {
    name: { en: 'Certification authority authorization (CAA)', hi: 'सर्टिफ़िकेट देने की अनुमति (CAA)' },
    effectiveFrom: '2019-11-01',
    source: 'RFC 8659; ISO/IEC 27001:2022, A.8.24; CIS Controls 8.1, 4.9',
    status: 'verified',
  },
  why: {
    en: 'Without this record each of many authorities could issue a certificate in your name by mistake.',
    hi: 'इस रिकॉर्ड के बिना बहुत सी संस्थाओं में से कोई भी गलती से आपके नाम का सर्टिफ़िकेट दे सकती है।',
  },
  cost: {
    en: 'With such a certificate a copy of your shop would look real in every browser.',
    hi: 'ऐसे सर्टिफ़िकेट से आपके स्टोर की नकल हर ब्राउज़र में असली लगेगी।',
  },
  remedy: [
    {
      en: 'Ask Shopify support which authorities certify your domain today.',
      hi: 'Shopify सहायता से पूछें कि आज आपके डोमेन को कौन सी संस्थाएँ सर्टिफ़िकेट देती हैं।',
    },
    {
      en: 'Add one CAA record for each of them at your domain seller. Leave none out, or renewal stops.',
      hi: 'डोमेन कंपनी के यहाँ हर एक के लिए CAA रिकॉर्ड जोड़ें। कोई छूटी, तो नवीनीकरण रुकेगा।',
    },
  ],
  adminPath: '/settings/domains',
  proof: {
    en: 'The next check finds CAA records that allow the authority in use.',
    hi: 'अगली जाँच में CAA रिकॉर्ड मिलेंगे जो मौजूदा संस्था को अनुमति दें।',
  },
  requires: ['dns'],
  uses: ['storefront'],
  messages: {
    missing: { en: '{domain} has no CAA record.', hi: '{domain} का CAA रिकॉर्ड नहीं है।' },
    excludes: {
      en: 'The CAA records at {at} leave out {issuer}, which certifies {host}. Its renewal will stop.',
      hi: '{at} के CAA रिकॉर्ड में {issuer} नहीं है, जो {host} को सर्टिफ़िकेट देता है। नवीनीकरण रुकेगा।',
    },
  },
  applies: ({ dns }) => dns.length > 0,
  *evaluate({ dns, storefront }) {
    for (const records of dns) {
      const { domain, zone, hosts } = records;
      for (const host of new Set([domain, ...hosts])) {
        const { foundAt, issuers, questions } = caaVerdict(zone, host, domain);
        if (!isAnswered(records, questions)) continue;
        const issuer = issuerOf(storefront, host);
        const names = issuer === null ? null : caaNamesOf(issuer);
        if (foundAt === null) yield { subject: domain, messageId: 'missing', data: { domain } };
        else if (names && issuers && !names.some((name) => issuers.includes(name))) {
          const data = { at: foundAt, issuer: issuer ?? '', host };
          yield { subject: host, messageId: 'excludes', data, severity: 'medium' };
        }
      }
    }
  },
  lacks: ({ dns }) => (dns.every(isKnown) ? null : { kind: 'dns', reason: 'too-little' }),
});

function isKnown(records: DomainRecords): boolean {
  const { domain, hosts, zone } = records;
  return [domain, ...hosts].every((host) => isAnswered(records, caaVerdict(zone, host, domain).questions));
}

function issuerOf(storefront: Storefront | undefined, host: string): string | null {
  return storefront?.hosts.find((probe) => probe.host === host)?.tls?.issuer ?? null;
}

function caaNamesOf(issuer: string): readonly string[] | null {
  const lower = issuer.toLowerCase();
  return CERTIFICATE_AUTHORITIES.find((authority) => lower.includes(authority.issuer))?.caaNames ?? null;
}
