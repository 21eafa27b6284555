import type { AppDefect } from '../defect.ts';

/** What a host of the merchant's own shows once it is named in Prahari, and the signature that was entered. */
export const OWN_HOST_DEFECTS: readonly AppDefect[] = [
  {
    where: 'app',
    id: 'own-journal-certificate',
    title: 'The certificate of the own journal ends in five days',
    checkId: 'security/certificate',
  },
  {
    where: 'app',
    id: 'own-journal-over-http',
    title: 'The own journal answers over plain HTTP',
    checkId: 'security/https-redirect',
  },
  {
    where: 'app',
    id: 'own-journal-without-hsts',
    title: 'The own journal never tells browsers to stay on HTTPS',
    checkId: 'security/hsts',
  },
  {
    where: 'app',
    id: 'own-journal-in-frames',
    title: 'Every site may show the own journal in a frame',
    checkId: 'security/clickjacking',
  },
  {
    where: 'app',
    id: 'own-journal-open-to-origins',
    title: 'The own journal lets pages of any origin read it with cookies',
    checkId: 'security/cors',
  },
  {
    where: 'app',
    id: 'own-journal-header-grade',
    title: 'The own journal sends none of the headers that protect its readers',
    checkId: 'security/header-grade',
  },
  {
    where: 'app',
    id: 'own-journal-files',
    title: 'The own journal hands out its settings and its history',
    checkId: 'security/exposed-files',
  },
  {
    where: 'app',
    id: 'own-journal-security-txt',
    title: 'The own journal names nobody to whom a flaw can be told',
    checkId: 'security/security-txt',
  },
  {
    where: 'app',
    id: 'crawler-signature-ends',
    title: 'The crawler signature of the main domain ends in five days',
    checkId: 'security/crawler-signature',
  },
];
