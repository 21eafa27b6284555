import type { Text } from '../text.ts';

/** What a vendor is to the shop. */
export const VENDOR_KINDS = ['app', 'script', 'service', 'payment-gateway', 'custom-app', 'agency'] as const;
export type VendorKind = (typeof VENDOR_KINDS)[number];

/** Classes of data that a vendor may touch. */
export const DATA_CLASSES = [
  'none',
  'business', // products, stock, figures
  'customers', // names, addresses, phones, e-mails
  'orders',
  'payments', // card or bank data
  'staff',
  'storefront-code',
] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

export const PAPER_KINDS = [
  'soc2-type2',
  'iso-27001',
  'pci-aoc',
  'soc3',
  'penetration-test',
  'badge',
  'contract',
  'privacy-policy',
  'security-page',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** A paper that speaks for a vendor. Source: own table after the reports' usual terms; DPDP Rules 2025, rule 6(1)(f), for the contract. */
export interface PaperRow {
  readonly kind: PaperKind;
  readonly name: Text;
  /** Towards assurance, 0 to 1; a contract counts by itself. */
  readonly weight: number;
  /** Days for which it counts where no end is printed on it; null: it has none. */
  readonly validDays: number | null;
  /** What VND-03 takes as proof for a vendor of high risk. */
  readonly isReport: boolean;
  readonly note: Text;
}

/** The questionnaire counts as a paper of its own: more once a person read the answers. */
export const QUESTIONNAIRE_WEIGHTS = { reviewed: 0.5, unreviewed: 0.25, validDays: 365 } as const;

export const PAPERS: readonly PaperRow[] = [
  {
    kind: 'soc2-type2',
    name: { en: 'SOC 2 type II report', hi: 'SOC 2 टाइप II रिपोर्ट' },
    ...{ weight: 1, validDays: 365, isReport: true },
    note: {
      en: 'Counts 365 days from the end of its period; a bridge letter up to 90 days more.',
      hi: 'अपनी अवधि के अंत से 365 दिन तक गिनी जाती है; ब्रिज लेटर से 90 दिन और।',
    },
  },
  {
    kind: 'iso-27001',
    name: { en: 'ISO 27001 certificate', hi: 'ISO 27001 प्रमाणपत्र' },
    ...{ weight: 0.9, validDays: 1095, isReport: true },
    note: {
      en: 'Counts until the date on it. Its scope must name the service that you use.',
      hi: 'उस पर लिखी तारीख तक गिना जाता है। उसके दायरे में आपकी सेवा का नाम होना चाहिए।',
    },
  },
  {
    kind: 'pci-aoc',
    name: { en: 'PCI DSS attestation of a service provider', hi: 'सेवा प्रदाता का PCI DSS प्रमाण (AoC)' },
    ...{ weight: 1, validDays: 365, isReport: true },
    note: {
      en: 'Needed from everybody who touches card data.',
      hi: 'कार्ड का डेटा छूने वाले हर प्रदाता से ज़रूरी।',
    },
  },
  {
    kind: 'soc3',
    name: { en: 'SOC 3 or public trust report', hi: 'SOC 3 या सार्वजनिक भरोसा रिपोर्ट' },
    ...{ weight: 0.6, validDays: 365, isReport: false },
    note: { en: 'Says little in detail.', hi: 'इसमें ब्योरा कम होता है।' },
  },
  {
    kind: 'penetration-test',
    name: { en: 'Summary of an independent penetration test', hi: 'स्वतंत्र पेनिट्रेशन टेस्ट का सार' },
    ...{ weight: 0.6, validDays: 365, isReport: false },
    note: {
      en: 'Look for who tested, when, and what was mended.',
      hi: 'देखें कि जाँच किसने की, कब की और क्या ठीक हुआ।',
    },
  },
  {
    kind: 'badge',
    name: { en: 'Marketplace badge or review programme', hi: 'मार्केटप्लेस बैज या समीक्षा कार्यक्रम' },
    ...{ weight: 0.4, validDays: 365, isReport: false },
    note: { en: 'For example a quality badge of the app store.', hi: 'जैसे ऐप स्टोर का गुणवत्ता बैज।' },
  },
  {
    kind: 'contract',
    name: { en: 'Data-processing agreement', hi: 'डेटा प्रोसेसिंग समझौता' },
    ...{ weight: 0, validDays: null, isReport: false },
    note: {
      en: 'Signed, with safeguards, notice of a breach, deletion and sub-processors. No end unless it names one.',
      hi: 'हस्ताक्षर सहित: सुरक्षा उपाय, सेंध की सूचना, डेटा मिटाना और उप-प्रोसेसर। तारीख न लिखी हो तो बिना अंत।',
    },
  },
  {
    kind: 'privacy-policy',
    name: { en: 'Privacy policy', hi: 'निजता नीति' },
    ...{ weight: 0, validDays: null, isReport: false },
    note: {
      en: 'Says what happens with your customers’ data; it proves no safeguard.',
      hi: 'बताती है कि ग्राहकों के डेटा का क्या होता है; सुरक्षा का सबूत नहीं है।',
    },
  },
  {
    kind: 'security-page',
    name: { en: 'Security page with contact', hi: 'संपर्क सहित सुरक्षा पेज' },
    ...{ weight: 0.1, validDays: 365, isReport: false },
    note: { en: 'Weak, and better than nothing.', hi: 'कमज़ोर सबूत, पर कुछ न होने से बेहतर।' },
  },
];

const BY_KIND: ReadonlyMap<PaperKind, PaperRow> = new Map(PAPERS.map((row) => [row.kind, row]));

export function paperRow(kind: PaperKind): PaperRow {
  const row = BY_KIND.get(kind);
  if (!row) throw new RangeError(`No paper is called ${kind}.`);
  return row;
}
