import { hasPages, lacksStorefront } from '../../evidence/derived/storefront-seen.ts';
import type { HeaderGrade, HeaderTest } from '../../headers/grade.ts';
import { gradeOf } from '../../headers/grade-of.ts';
import { defineCheck } from '../check.ts';

/** B-: what a shop reaches that Shopify serves and that loads one script from elsewhere. */
const GOOD_ENOUGH = 65;

/** As the tests are called where headers are set. */
const NAMES: Readonly<Record<HeaderTest, string>> = {
  csp: 'Content-Security-Policy',
  cookies: 'Set-Cookie',
  coep: 'Cross-Origin-Embedder-Policy',
  coop: 'Cross-Origin-Opener-Policy',
  cors: 'Access-Control-Allow-Origin',
  redirection: 'http redirect',
  referrer: 'Referrer-Policy',
  hsts: 'Strict-Transport-Security',
  sri: 'script integrity',
  xcto: 'X-Content-Type-Options',
  xfo: 'X-Frame-Options',
  corp: 'Cross-Origin-Resource-Policy',
};

/**
 * Fails a host whose headers are graded below B- by the public rules of MDN HTTP Observatory. Sure of the grade. Most
 * headers of a host that Shopify serves are Shopify's: shown, never scored.
 */
export const headerGrade = defineCheck({
  id: 'security/header-grade',
  area: 'security',
  control: 'NET-12',
  title: { en: 'The headers of your hosts are graded B- or better', hi: 'आपके होस्ट के हेडर को B- या बेहतर ग्रेड मिला है' },
  severity: 'low',
  rule: {
    name: { en: 'Twelve tests of headers', hi: 'हेडर की बारह जाँचें' },
    effectiveFrom: '2026-08-20',
    source: 'MDN HTTP Observatory 1.6.3, algorithm 6; ISO/IEC 27001:2022, A.8.9; CIS Controls 8.1, 16.7',
    status: 'verified',
  },
  why: {
    en: 'Headers tell the browser what your pages may load, who may frame them and what to keep private.',
    hi: 'हेडर ब्राउज़र को बताते हैं कि पेज क्या लोड करे, कौन उसे अपने पेज में दिखाए और क्या निजी रहे।',
  },
  cost: {
    en: 'Without them one foreign script or frame can do more harm than it needs to.',
    hi: 'इनके बिना एक बाहरी स्क्रिप्ट या फ़्रेम ज़्यादा नुकसान कर सकता है।',
  },
  remedy: [
    {
      en: 'On your own server: add the headers named, one after the other.',
      hi: 'अपने सर्वर पर: बताए गए हेडर एक-एक करके जोड़ें।',
    },
    {
      en: 'If Shopify serves the host, most are Shopify’s. Load scripts over https, and remove those nobody needs.',
      hi: 'अगर होस्ट Shopify चलाता है, तो ज़्यादातर हेडर उसके हैं। स्क्रिप्ट https से लोड करें, बेकार स्क्रिप्ट हटाएँ।',
    },
  ],
  proof: { en: 'The next check grades the host B- or better.', hi: 'अगली जाँच में होस्ट को B- या बेहतर ग्रेड मिलेगा।' },
  requires: ['storefront'],
  uses: ['dns'],
  messages: {
    low: {
      en: '{host} is graded {grade} ({score} points). Points are lost by: {headers}.',
      hi: '{host} का ग्रेड {grade} है ({score} अंक)। अंक यहाँ कटे: {headers}।',
    },
  },
  applies: ({ storefront }) => storefront.hosts.length > 0,
  *evaluate({ storefront, dns }) {
    for (const probe of storefront.hosts) {
      const grade = gradeOf(probe, dns);
      if (!grade || grade.score >= GOOD_ENOUGH) continue;
      const data = { host: probe.host, grade: grade.grade, score: grade.score, headers: lossesOf(grade) };
      yield { subject: probe.host, messageId: 'low', data, isRemark: probe.isPlatformHosted };
    }
  },
  lacks: ({ storefront }) => lacksStorefront(storefront, hasPages),
});

/** The dearest first. */
function lossesOf({ tests }: HeaderGrade): string {
  const lost = tests.filter(({ modifier }) => modifier < 0).sort((a, b) => a.modifier - b.modifier);
  return lost.map(({ test }) => NAMES[test]).join(', ');
}
