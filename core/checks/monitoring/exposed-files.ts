import { lacksStorefront } from '../../evidence/derived/storefront-seen.ts';
import type { ExposedPath } from '../../evidence/storefront.ts';
import type { Severity } from '../../severity.ts';
import { defineCheck } from '../check.ts';

/** What holds passwords or customers first. */
const SEVERITY_OF: Readonly<Record<ExposedPath['what'], Severity>> = {
  environment: 'critical',
  dump: 'critical',
  backup: 'high',
  'version-control': 'high',
  debug: 'medium',
  listing: 'medium',
};

/**
 * Fails an own host that hands out what was never meant for the public. Sure: the content was looked at, not the status
 * alone. Hosts that Shopify serves are not asked.
 */
export const exposedFiles = defineCheck({
  id: 'security/exposed-files',
  area: 'security',
  control: 'MON-09',
  title: { en: 'Your own hosts hand out no inner files', hi: 'आपके अपने होस्ट अंदर की फ़ाइलें नहीं देते' },
  severity: 'high',
  rule: {
    name: { en: 'Nothing but the site is public', hi: 'साइट के सिवा कुछ सार्वजनिक नहीं' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.8.9; PCI DSS 4.0.1, 6.4.1; CIS Controls 8.1, 4.8',
    status: 'verified',
  },
  why: {
    en: 'Programs ask every host for these paths all day. What they find there, they keep.',
    hi: 'प्रोग्राम दिन भर हर होस्ट से ये पते माँगते हैं। जो मिल जाए, उसे रख लेते हैं।',
  },
  cost: {
    en: 'Such files hold passwords, keys or customers, and they may have been copied already.',
    hi: 'ऐसी फ़ाइलों में पासवर्ड, कुंजियाँ या ग्राहक होते हैं, और हो सकता है कोई इन्हें ले चुका हो।',
  },
  remedy: [
    { en: 'Remove the file or block its path on the server.', hi: 'सर्वर से फ़ाइल हटाएँ या उसका पता रोकें।' },
    {
      en: 'Change every password and key that stands in it.',
      hi: 'उसमें लिखा हर पासवर्ड और हर कुंजी बदलें।',
    },
    {
      en: 'If it holds customers’ data, treat it as an incident.',
      hi: 'अगर उसमें ग्राहकों का डेटा है, तो इसे घटना मानें।',
    },
  ],
  proof: {
    en: 'The next check asks for the path and gets nothing.',
    hi: 'अगली जाँच वही पता माँगेगी और कुछ नहीं मिलेगा।',
  },
  requires: ['storefront'],
  messages: {
    environment: {
      en: '{host}{path} hands out settings, often with passwords.',
      hi: '{host}{path} सेटिंग दे रहा है, जिनमें अक्सर पासवर्ड होते हैं।',
    },
    dump: { en: '{host}{path} hands out a database.', hi: '{host}{path} पूरा डेटाबेस दे रहा है।' },
    backup: { en: '{host}{path} hands out a backup.', hi: '{host}{path} बैकअप दे रहा है।' },
    'version-control': {
      en: '{host}{path} hands out the history of the site’s code.',
      hi: '{host}{path} साइट के कोड का इतिहास दे रहा है।',
    },
    debug: {
      en: '{host}{path} shows how the server works inside.',
      hi: '{host}{path} दिखाता है कि सर्वर अंदर से कैसे चलता है।',
    },
    listing: { en: '{host}{path} lists the files of a folder.', hi: '{host}{path} फ़ोल्डर की फ़ाइलें गिनाता है।' },
  },
  applies: ({ storefront }) => storefront.hosts.some(({ listedBy }) => listedBy === 'own'),
  *evaluate({ storefront }) {
    for (const { host, exposedPaths } of storefront.hosts) {
      for (const { path, what } of exposedPaths ?? []) {
        yield { subject: `${host}${path}`, messageId: what, data: { host, path }, severity: SEVERITY_OF[what] };
      }
    }
  },
  lacks({ storefront }) {
    const unasked = storefront.hosts.filter(
      ({ listedBy, exposedPaths }) => listedBy === 'own' && exposedPaths === null,
    );
    return unasked.length === 0 ? null : lacksStorefront({ ...storefront, hosts: unasked }, () => false);
  },
});
