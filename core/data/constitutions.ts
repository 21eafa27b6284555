import type { Text } from '../text.ts';

/** Who holds a PAN, by its fourth letter. */
export interface PanKind {
  readonly letter: string;
  readonly name: Text;
  readonly status: 'verified' | 'unverified';
}

/** Source: python-stdnum stdnum/in_/pan.py @006192e5; K and E appear in code alone, hence their status. */
export const PAN_KINDS: readonly PanKind[] = [
  { letter: 'P', name: { en: 'Individual', hi: 'व्यक्ति' }, status: 'verified' },
  { letter: 'C', name: { en: 'Company', hi: 'कंपनी' }, status: 'verified' },
  { letter: 'H', name: { en: 'Hindu undivided family', hi: 'हिंदू अविभाजित परिवार' }, status: 'verified' },
  { letter: 'F', name: { en: 'Firm or LLP', hi: 'फर्म या LLP' }, status: 'verified' },
  { letter: 'A', name: { en: 'Association of persons', hi: 'व्यक्तियों का संघ' }, status: 'verified' },
  { letter: 'T', name: { en: 'Trust', hi: 'ट्रस्ट' }, status: 'verified' },
  { letter: 'B', name: { en: 'Body of individuals', hi: 'व्यक्तियों का निकाय' }, status: 'verified' },
  { letter: 'L', name: { en: 'Local authority', hi: 'स्थानीय प्राधिकरण' }, status: 'verified' },
  { letter: 'J', name: { en: 'Artificial juridical person', hi: 'कृत्रिम विधिक व्यक्ति' }, status: 'verified' },
  { letter: 'G', name: { en: 'Government', hi: 'सरकार' }, status: 'verified' },
  { letter: 'K', name: { en: 'Trust', hi: 'ट्रस्ट' }, status: 'unverified' },
  { letter: 'E', name: { en: 'LLP', hi: 'LLP' }, status: 'unverified' },
];

/** What the registry writes as the constitution of a business, and the PAN letters that it agrees with. */
export interface ConstitutionRow {
  /** Beginning of the registry's text, in small letters. */
  readonly prefix: string;
  readonly panLetters: string;
  readonly source: string;
  readonly status: 'verified' | 'unverified';
}

const REGISTRY = 'GST registry field ctb against the PAN (gst-validator docs)';
const GENERAL = 'general knowledge';

/** Two pairs are confirmed; the others inform. */
export const CONSTITUTIONS: readonly ConstitutionRow[] = [
  { prefix: 'proprietorship', panLetters: 'P', source: REGISTRY, status: 'verified' },
  { prefix: 'private limited company', panLetters: 'C', source: REGISTRY, status: 'verified' },
  { prefix: 'public limited company', panLetters: 'C', source: GENERAL, status: 'unverified' },
  { prefix: 'unlimited company', panLetters: 'C', source: GENERAL, status: 'unverified' },
  { prefix: 'foreign company', panLetters: 'C', source: GENERAL, status: 'unverified' },
  { prefix: 'public sector undertaking', panLetters: 'C', source: GENERAL, status: 'unverified' },
  { prefix: 'limited liability partnership', panLetters: 'FE', source: GENERAL, status: 'unverified' },
  { prefix: 'foreign limited liability partnership', panLetters: 'FE', source: GENERAL, status: 'unverified' },
  { prefix: 'partnership', panLetters: 'F', source: GENERAL, status: 'unverified' },
  { prefix: 'hindu undivided family', panLetters: 'H', source: GENERAL, status: 'unverified' },
  { prefix: 'society/ club/ trust/ aop', panLetters: 'TKAB', source: GENERAL, status: 'unverified' },
  { prefix: 'local authority', panLetters: 'L', source: GENERAL, status: 'unverified' },
  { prefix: 'government department', panLetters: 'G', source: GENERAL, status: 'unverified' },
];
