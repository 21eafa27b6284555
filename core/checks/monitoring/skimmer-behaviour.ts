import { imitatedHost } from '../../code/look-alike-hosts.ts';
import { isWithin } from '../../data/shopify-hosts.ts';
import type { Behaviour } from '../../evidence/code.ts';
import { codeGap, codePlaces, pagesOf } from '../../evidence/derived/code-places.ts';
import type { Severity } from '../../severity.ts';
import { defineCheck, type Finding } from '../check.ts';

/** The gravest first: of several in one place, that one is told. */
const GRAVITY: Readonly<Record<Behaviour, Severity>> = {
  'reads-payment-fields-and-sends': 'high',
  'reads-form-and-beacons': 'high',
  'look-alike-host': 'high',
  'decoded-eval': 'medium',
  'dense-obfuscation': 'medium',
};
const BY_GRAVITY = Object.keys(GRAVITY) as Behaviour[];

/**
 * Fails code that does what card thieves’ scripts do: reads card or password fields and sends them to a foreign host,
 * puts a form’s values into a picture’s address, runs a decoded text, or names a host that imitates a known one. A hint
 * to look; code that hides well shows nothing here.
 */
export const skimmerBehaviour = defineCheck({
  id: 'security/skimmer-behaviour',
  area: 'security',
  control: 'MON-08',
  title: { en: 'No script behaves like a card thief', hi: 'कोई स्क्रिप्ट कार्ड चोर जैसा व्यवहार नहीं करती' },
  severity: 'high',
  rule: {
    name: { en: 'Unauthorised changes of pages are noticed', hi: 'पेज में बिना अनुमति के बदलाव पकड़े जाते हैं' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 11.6.1; ISO/IEC 27001:2022, A.8.7; CIS Controls 8.1, 10.7',
    status: 'verified',
  },
  why: {
    en: 'Thieves hide a few lines in a theme or an app. Those lines copy what customers type.',
    hi: 'चोर थीम या ऐप में कुछ पंक्तियाँ छिपा देते हैं। वे पंक्तियाँ ग्राहक का लिखा कॉपी करती हैं।',
  },
  cost: {
    en: 'Card numbers and passwords of your customers could leave without a trace in the shop.',
    hi: 'आपके ग्राहकों के कार्ड नंबर और पासवर्ड बिना निशान छोड़े बाहर जा सकते हैं।',
  },
  remedy: [
    {
      en: 'Open the place shown and ask who wrote this code and what it is for.',
      hi: 'दिखाई गई जगह खोलें और पूछें कि यह कोड किसने लिखा और किस काम का है।',
    },
    {
      en: 'If nobody knows, remove it, and treat it as an incident: customers’ data may have left.',
      hi: 'अगर किसी को नहीं पता, तो इसे हटाएँ और सुरक्षा घटना मानें: ग्राहकों का डेटा बाहर गया हो सकता है।',
    },
    {
      en: 'If it is wanted, put the alert aside and write owner and reason.',
      hi: 'अगर यह चाहिए, तो अलर्ट को अलग रखें और मालिक व कारण लिखें।',
    },
  ],
  adminPath: '/themes',
  proof: {
    en: 'The next check finds no such behaviour in this place.',
    hi: 'अगली जाँच में इस जगह ऐसा व्यवहार नहीं मिलेगा।',
  },
  requires: ['theme', 'domains'],
  uses: ['storefront'],
  messages: {
    'reads-payment-fields-and-sends': {
      en: '{place}, line {line}: reads card or password fields and sends to {host}.',
      hi: '{place}, पंक्ति {line}: कार्ड या पासवर्ड के खाने पढ़कर {host} को भेजती है।',
    },
    'reads-form-and-beacons': {
      en: '{place}, line {line}: puts what a form holds into a picture’s address at {host}.',
      hi: '{place}, पंक्ति {line}: फ़ॉर्म का लिखा {host} की तस्वीर के पते में डालती है।',
    },
    'look-alike-host': {
      en: '{place}, line {line}: {host} looks like the host of a known service, and is not.',
      hi: '{place}, पंक्ति {line}: {host} किसी जानी-मानी सेवा जैसा दिखता है, पर है नहीं।',
    },
    'decoded-eval': {
      en: '{place}, line {line}: a hidden text is decoded and run as code.',
      hi: '{place}, पंक्ति {line}: छिपा हुआ लेख खोलकर कोड की तरह चलाया जाता है।',
    },
    'dense-obfuscation': {
      en: '{place}, line {line}: the code is written so that nobody can read it.',
      hi: '{place}, पंक्ति {line}: कोड ऐसे लिखा है कि कोई पढ़ न सके।',
    },
  },
  lacks: codeGap,
  *evaluate(evidence) {
    const { theme, domains, storefront } = evidence;
    const own = domains.map(({ host }) => host.toLowerCase().replace(/^www\./, ''));
    const isOwn = (host: string): boolean => own.some((domain) => isWithin(host, domain));
    const worst = new Map<string, Finding<Behaviour>>();
    const see = (place: string, behaviour: Behaviour, line: number, host: string | null): void => {
      if (host !== null && isOwn(host)) return;
      const before = worst.get(place);
      if (before && BY_GRAVITY.indexOf(before.messageId) <= BY_GRAVITY.indexOf(behaviour)) return;
      const data = { place, line, host: host ?? '–' };
      worst.set(place, { subject: place, messageId: behaviour, data, severity: GRAVITY[behaviour] });
    };
    const told = new Set<string>();
    for (const { place, code } of codePlaces(evidence)) {
      for (const { behaviour, line, host } of code.behaviours) {
        // A page repeats what a theme file wrote into it.
        const isRepeated = place.startsWith('/') && told.has(`${behaviour} ${host ?? ''}`);
        if (!isRepeated) see(place, behaviour, line, host);
        told.add(`${behaviour} ${host ?? ''}`);
      }
    }
    const imitates = rememberedBy((host: string) => imitatedHost(host) !== null);
    for (const { filename, resources } of theme.files) {
      for (const { host, line } of resources) if (imitates(host)) see(filename, 'look-alike-host', line, host);
    }
    for (const { path, scripts } of pagesOf(storefront)) {
      for (const { host } of scripts) if (host !== null && imitates(host)) see(path, 'look-alike-host', 1, host);
    }
    yield* worst.values();
  },
});

/** A theme names the same few hosts a thousand times. */
function rememberedBy(judge: (host: string) => boolean): (host: string) => boolean {
  const known = new Map<string, boolean>();
  return (host) => {
    const before = known.get(host);
    if (before !== undefined) return before;
    const verdict = judge(host);
    known.set(host, verdict);
    return verdict;
  };
}
