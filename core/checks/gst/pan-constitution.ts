import { registryGap } from '../../evidence/derived/registry-gap.ts';
import type { RegistryEntry } from '../../evidence/registry.ts';
import { judgeGstin } from '../../gst/gstin.ts';
import { maskGstin } from '../../gst/mask-gstin.ts';
import { constitutionAgrees, constitutionOf, panKind } from '../../gst/pan.ts';
import { defineCheck } from '../check.ts';

/**
 * Points out a GSTIN whose PAN belongs to another kind of holder than the registry names: "Proprietorship" on the PAN
 * of a company. Sure where the pair is confirmed, else it only informs; old registrations keep old words.
 */
export const panConstitution = defineCheck({
  id: 'gst/pan-constitution',
  area: 'gst',
  title: { en: 'The PAN fits the constitution of the business', hi: 'PAN व्यवसाय के गठन से मेल खाता है' },
  severity: 'low',
  rule: {
    name: { en: 'Fourth letter of the PAN', hi: 'PAN का चौथा अक्षर' },
    effectiveFrom: '2017-07-01',
    source: 'GST registry field ctb against the PAN (gst-validator docs); python-stdnum stdnum/in_/pan.py',
    status: 'verified',
  },
  why: {
    en: 'The fourth letter of a PAN tells a person from a company. A registration of the other kind is a sign of mistake.',
    hi: 'PAN का चौथा अक्षर बताता है कि वह व्यक्ति का है या कंपनी का। पंजीकरण में कुछ और लिखा हो तो गलती हो सकती है।',
  },
  cost: {
    en: 'Banks and marketplaces compare GST certificate and PAN, and hold accounts where the two differ.',
    hi: 'बैंक और मार्केटप्लेस GST प्रमाणपत्र और PAN मिलाते हैं, और फ़र्क होने पर खाता रोकते हैं।',
  },
  remedy: [
    {
      en: 'Compare PAN card and registration certificate.',
      hi: 'PAN कार्ड और पंजीकरण प्रमाणपत्र मिलाएँ।',
    },
    {
      en: 'If the business changed its form, ask your CA whether it needs a new registration.',
      hi: 'अगर व्यवसाय का रूप बदला है, तो CA से पूछें कि नया पंजीकरण चाहिए या नहीं।',
    },
  ],
  proof: {
    en: 'The next look-up names a constitution that fits the PAN.',
    hi: 'अगली बार पूछने पर जो गठन मिलेगा वह PAN से मेल खाएगा।',
  },
  requires: ['registry'],
  messages: {
    differs: {
      en: '{gstin}: the registry says "{constitution}", and the fourth letter of the PAN is {letter}.',
      hi: '{gstin}: रजिस्ट्री में "{constitution}" लिखा है, और PAN का चौथा अक्षर {letter} है।',
    },
  },
  applies: ({ registry }) => registry.some(({ gstin }) => letterIn(gstin) !== null),
  *evaluate({ registry }) {
    for (const entry of registry) {
      const pair = pairOf(entry);
      if (pair === null || constitutionAgrees(pair.letter, pair.constitution) !== false) continue;
      const gstin = maskGstin(entry.gstin);
      const data = { gstin, constitution: pair.constitution.slice(0, 60), letter: pair.letter };
      const finding = { subject: gstin, messageId: 'differs', data } as const;
      const isSure = constitutionOf(pair.constitution)?.status === 'verified' && hasKnownLetter(entry.gstin);
      yield isSure ? finding : { ...finding, severity: 'info' };
    }
  },
  lacks({ registry }, { asOf }) {
    const isOpen = registry.some((entry) => {
      const pair = pairOf(entry);
      return letterIn(entry.gstin) !== null && (pair === null || constitutionOf(pair.constitution) === null);
    });
    const reason = registryGap(registry, asOf) ?? (isOpen ? 'too-little' : null);
    return reason && { kind: 'registry', reason };
  },
});

function pairOf({ gstin, known }: RegistryEntry): { readonly letter: string; readonly constitution: string } | null {
  const letter = letterIn(gstin);
  const constitution = known?.record.constitution ?? null;
  return letter === null || constitution === null ? null : { letter, constitution };
}

function letterIn(gstin: string): string | null {
  return panIn(gstin)?.charAt(3) ?? null;
}

/** Letters that appear in code alone accuse nobody. */
function hasKnownLetter(gstin: string): boolean {
  return panKind(panIn(gstin) ?? '')?.status === 'verified';
}

function panIn(gstin: string): string | null {
  const verdict = judgeGstin(gstin);
  return verdict.ok ? verdict.pan : null;
}
