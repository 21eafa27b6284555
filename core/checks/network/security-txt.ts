import { hasPages, hostsWithPages, lacksStorefront } from '../../evidence/derived/storefront-seen.ts';
import type { HostProbe } from '../../evidence/storefront.ts';
import { dayInIndia } from '../../gst/days.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails an own host without a security.txt, and any host whose file has no contact or has run out. On a host that
 * Shopify serves the merchant may not be able to put one there, so that none is asked for.
 */
export const securityTxt = defineCheck({
  id: 'security/security-txt',
  area: 'security',
  control: 'NET-10',
  title: {
    en: 'Whoever finds a weak spot knows whom to tell',
    hi: 'कमज़ोरी ढूँढने वाला जानता है कि किसे बताए',
  },
  severity: 'low',
  rule: {
    name: { en: 'security.txt with a contact and an end', hi: 'संपर्क और समाप्ति वाला security.txt' },
    effectiveFrom: '2022-04-01',
    source: 'RFC 9116; ISO/IEC 27001:2022, A.5.5; CIS Controls 8.1, 16.2',
    status: 'verified',
  },
  why: {
    en: 'Honest finders look for this file first. Without it their warning reaches nobody.',
    hi: 'ईमानदार ढूँढने वाले पहले यही फ़ाइल देखते हैं। इसके बिना उनकी चेतावनी किसी तक नहीं पहुँचती।',
  },
  cost: {
    en: 'A weak spot that somebody wanted to report stays open until another finds it.',
    hi: 'जिस कमज़ोरी की कोई खबर देना चाहता था, वह खुली रहती है, जब तक कोई और उसे न ढूँढ ले।',
  },
  remedy: [
    {
      en: 'Write the file with a Contact line and an Expires line within a year.',
      hi: 'फ़ाइल में Contact और एक साल के भीतर की Expires पंक्ति लिखें।',
    },
    {
      en: 'Publish it at /.well-known/security.txt on the host named.',
      hi: 'इसे बताए गए होस्ट पर /.well-known/security.txt पर रखें।',
    },
  ],
  proof: {
    en: 'The next check reads the file with a contact and an end in the future.',
    hi: 'अगली जाँच में संपर्क और आगे की समाप्ति वाली फ़ाइल मिलेगी।',
  },
  requires: ['storefront'],
  messages: {
    missing: { en: '{host} has no security.txt.', hi: '{host} पर security.txt नहीं है।' },
    noContact: { en: 'The security.txt of {host} names no contact.', hi: '{host} के security.txt में संपर्क नहीं है।' },
    noEnd: {
      en: 'The security.txt of {host} does not say until when it counts.',
      hi: '{host} का security.txt नहीं बताता कि वह कब तक मान्य है।',
    },
    ended: {
      en: 'The security.txt of {host} ran out on {endsDay}.',
      hi: '{host} का security.txt {endsDay} को खत्म हो गया।',
    },
  },
  applies: ({ storefront }) => storefront.hosts.some(isAsked),
  *evaluate({ storefront }, { asOf }) {
    for (const { host, securityTxt: file } of hostsWithPages(storefront).filter(isAsked)) {
      if (!file) yield { subject: host, messageId: 'missing', data: { host } };
      else if (!file.hasContact) yield { subject: host, messageId: 'noContact', data: { host } };
      else if (file.expiresAt === null) yield { subject: host, messageId: 'noEnd', data: { host } };
      else if (Date.parse(file.expiresAt) <= Date.parse(asOf)) {
        yield { subject: host, messageId: 'ended', data: { host, endsDay: dayInIndia(file.expiresAt) } };
      }
    }
  },
  lacks: ({ storefront }) => lacksStorefront({ ...storefront, hosts: storefront.hosts.filter(isAsked) }, hasPages),
});

function isAsked({ listedBy, isPlatformHosted, securityTxt: file }: HostProbe): boolean {
  return file !== null || (listedBy === 'own' && !isPlatformHosted);
}
