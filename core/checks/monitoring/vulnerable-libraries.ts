import type { VulnerableLibrary } from '../../evidence/code.ts';
import { codeGap, codePlaces } from '../../evidence/derived/code-places.ts';
import type { Severity } from '../../severity.ts';
import { defineCheck } from '../check.ts';

const SEVERITY: Readonly<Record<VulnerableLibrary['worst'], Severity>> = {
  critical: 'high',
  high: 'high',
  medium: 'medium',
  low: 'low',
};

/**
 * Fails a script library of a version with known flaws, in the theme or on a page: jquery 1.12.4. The version is read
 * from the address, the file name or the code; a copy that somebody mended by hand still says its old version.
 */
export const vulnerableLibraries = defineCheck({
  id: 'security/vulnerable-libraries',
  area: 'security',
  control: 'MON-01',
  title: {
    en: 'No script library has a known flaw',
    hi: 'किसी स्क्रिप्ट लाइब्रेरी में जानी-मानी कमज़ोरी नहीं है',
  },
  severity: 'high',
  rule: {
    name: { en: 'Known flaws of components are mended', hi: 'हिस्सों की जानी-मानी कमज़ोरियाँ ठीक की जाती हैं' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 6.3.1 and 6.3.3; ISO/IEC 27001:2022, A.8.8; list of flaws: RetireJS/retire.js',
    status: 'verified',
  },
  why: {
    en: 'Flaws of old libraries are public. Programs look for shops that still run them.',
    hi: 'पुरानी लाइब्रेरी की कमज़ोरियाँ सबको पता होती हैं। प्रोग्राम ऐसी दुकानें ढूँढते रहते हैं।',
  },
  cost: {
    en: 'Through such a flaw a stranger could run code on your pages and read what customers type.',
    hi: 'ऐसी कमज़ोरी से कोई अनजान आपके पेज पर कोड चला सकता है और ग्राहक का लिखा पढ़ सकता है।',
  },
  remedy: [
    {
      en: 'Ask the theme’s maker or the app’s maker for a version with a newer library.',
      hi: 'थीम या ऐप बनाने वाले से नई लाइब्रेरी वाला वर्ज़न माँगें।',
    },
    {
      en: 'In your own code, replace the file under Themes, Edit code, and test the shop.',
      hi: 'अपने कोड में Themes, Edit code में फ़ाइल बदलें और दुकान जाँचें।',
    },
    {
      en: 'If this copy was patched, put the alert aside and write the reason.',
      hi: 'अगर इस कॉपी में सुधार हो चुका है, तो अलर्ट को अलग रखें और कारण लिखें।',
    },
  ],
  adminPath: '/themes',
  proof: {
    en: 'The next check finds no such version in the theme or on the pages.',
    hi: 'अगली जाँच में थीम या पेज पर ऐसा कोई वर्ज़न नहीं मिलेगा।',
  },
  requires: ['theme'],
  uses: ['storefront'],
  messages: {
    flawed: {
      en: '{library} {version} has known flaws: {place}. Entries: {cves}. List of {day}. This copy may be patched.',
      hi: '{library} {version} में जानी-मानी कमज़ोरियाँ हैं: {place}। प्रविष्टियाँ: {cves}। सूची {day} की। शायद इस कॉपी में सुधार हो।',
    },
    ended: {
      en: 'Nobody maintains {library} {version} any more: {place}. List of {day}.',
      hi: '{library} {version} को अब कोई नहीं सँभालता: {place}। सूची {day} की।',
    },
  },
  lacks: codeGap,
  *evaluate(evidence) {
    const { theme, storefront } = evidence;
    const places = new Map<string, string>();
    for (const { place, code } of codePlaces(evidence)) {
      for (const { component, version } of code.libraries) {
        const library = `${component} ${version}`;
        if (!places.has(library)) places.set(library, place);
      }
    }
    for (const { dataDay: day, flaws } of [theme.libraries, ...(storefront ? [storefront.libraries] : [])]) {
      for (const { component: library, version, worst, cves, isEndOfLife } of flaws) {
        const subject = `${library} ${version}`;
        const place = places.get(subject);
        if (place === undefined) continue;
        places.delete(subject);
        const data = { library, version, place, day };
        if (isEndOfLife && worst === 'low' && cves.length === 0) {
          yield { subject, messageId: 'ended', data, severity: 'info' };
        } else {
          const named = cves.length > 0 ? listed(cves) : '–';
          yield { subject, messageId: 'flawed', data: { ...data, cves: named }, severity: SEVERITY[worst] };
        }
      }
    }
  },
});

/** "CVE-2020-11022, CVE-2020-11023 +3" */
function listed(cves: readonly string[]): string {
  const rest = cves.length - 2;
  return cves.slice(0, 2).join(', ') + (rest > 0 ? ` +${rest}` : '');
}
