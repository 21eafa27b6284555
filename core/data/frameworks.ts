import { CONTROLS, type Control, type FrameworkId } from './controls.ts';
import type { Text } from '../text.ts';

type Status = 'verified' | 'unverified';

/** A list of demands that our controls speak for. Of the lists themselves only the numbers are here. */
export interface Framework {
  readonly id: FrameworkId;
  readonly name: Text;
  /** Edition or date, as its publisher gives it. */
  readonly version: string;
  /** Where its numbers were read. */
  readonly source: string;
  readonly status: Status;
}

/** `unverified`: the numbers come from memory or from a text about the text. */
export const FRAMEWORKS: Readonly<Record<FrameworkId, Framework>> = {
  CERTIN15: {
    id: 'CERTIN15',
    name: { en: 'CERT-In, 15 elemental controls for small firms', hi: 'CERT-In, छोटे कारोबार के 15 मूल नियंत्रण' },
    version: '1.0, 2025-09-01',
    source: 'Summaries of the document by law firms and press; nine codes agree in them, six were not confirmed',
    status: 'verified',
  },
  CERTIN: {
    id: 'CERTIN',
    name: { en: 'CERT-In Directions', hi: 'CERT-In के निर्देश' },
    version: '28-04-2022',
    source: 'Directions under section 70B(6) of the IT Act 2000, in reproductions',
    status: 'verified',
  },
  DPDP: {
    id: 'DPDP',
    name: { en: 'Digital Personal Data Protection Act and Rules', hi: 'डिजिटल व्यक्तिगत डेटा संरक्षण अधिनियम और नियम' },
    version: 'Act 2023, Rules 2025; most rules in force from May 2027',
    source: 'Texts of rules 6 and 7; S is a section of the Act, R a rule',
    status: 'verified',
  },
  PCI: {
    id: 'PCI',
    name: { en: 'PCI DSS', hi: 'PCI DSS' },
    version: '4.0.1',
    source: 'Texts about the standard; 6.4.3, 8.3.6 and 11.6.1 quoted in them',
    status: 'verified',
  },
  ISO: {
    id: 'ISO',
    name: { en: 'ISO/IEC 27001, Annex A', hi: 'ISO/IEC 27001, परिशिष्ट A' },
    version: '2022',
    source: 'Numbers compared with a machine-readable list of Annex A',
    status: 'verified',
  },
  CIS: {
    id: 'CIS',
    name: { en: 'CIS Controls', hi: 'CIS Controls' },
    version: '8.1',
    source: 'Numbers compared with a machine-readable list of the safeguards',
    status: 'verified',
  },
  NIST63B4: {
    id: 'NIST63B4',
    name: { en: 'NIST SP 800-63B', hi: 'NIST SP 800-63B' },
    version: '4',
    source: 'Quotations of section 3.1.1.2 and of the assurance levels',
    status: 'verified',
  },
  NIST: {
    id: 'NIST',
    name: { en: 'NIST special publications', hi: 'NIST के विशेष प्रकाशन' },
    version: 'SP 800-177',
    source: 'Known, not read again',
    status: 'unverified',
  },
  OWASP: {
    id: 'OWASP',
    name: { en: 'OWASP Top 10', hi: 'OWASP Top 10' },
    version: '2025',
    source: 'Summaries of the edition of 2025',
    status: 'verified',
  },
  'AMZ-DPP': {
    id: 'AMZ-DPP',
    name: { en: 'Amazon Data Protection Policy', hi: 'Amazon की डेटा सुरक्षा नीति' },
    version: 'as of 2026-11',
    source: "Amazon's guidance for developers on key security controls",
    status: 'verified',
  },
  RBI: {
    id: 'RBI',
    name: { en: 'Reserve Bank of India, cards and payment aggregators', hi: 'भारतीय रिज़र्व बैंक, कार्ड और भुगतान' },
    version: 'in force from 2022-10-01',
    source: 'Texts about the rule on stored cards',
    status: 'verified',
  },
  GDPR: {
    id: 'GDPR',
    name: { en: 'General Data Protection Regulation (EU)', hi: 'GDPR (यूरोपीय संघ)' },
    version: '2016/679',
    source: 'Regulation (EU) 2016/679; the numbers are articles',
    status: 'verified',
  },
  CA: {
    id: 'CA',
    name: { en: 'California Civil Code', hi: 'कैलिफ़ोर्निया सिविल कोड' },
    version: 'as changed by SB 446, from 2026-01-01',
    source: 'Texts about section 1798.82',
    status: 'verified',
  },
  CPA: {
    id: 'CPA',
    name: { en: 'Consumer Protection (E-Commerce) Rules', hi: 'उपभोक्ता संरक्षण (ई-कॉमर्स) नियम' },
    version: '2020',
    source: 'Known, not read again',
    status: 'unverified',
  },
  SHOPIFY: {
    id: 'SHOPIFY',
    name: { en: "Shopify's own advice", hi: 'Shopify की अपनी सलाह' },
    version: 'as of 2026-11',
    source: 'help.shopify.com on two-step authentication and on the upgrade of the checkout',
    status: 'verified',
  },
};

/** Names of our own for items of a framework whose codes say nothing by themselves. */
export interface FrameworkItem {
  /** As the mappings write it, without their asterisk. */
  readonly code: string;
  readonly name: Text;
  readonly status: Status;
}

/** The fifteen of CERT-In. The last six codes were not confirmed; that of physical security is our guess. */
export const CERTIN15_ITEMS: readonly FrameworkItem[] = [
  { code: 'EAM', name: { en: 'Know your assets', hi: 'अपनी चीज़ों की सूची' }, status: 'verified' },
  { code: 'NES', name: { en: 'Network and e-mail', hi: 'नेटवर्क और ईमेल' }, status: 'verified' },
  { code: 'EMS', name: { en: 'Computers and phones', hi: 'कंप्यूटर और फ़ोन' }, status: 'verified' },
  { code: 'SC', name: { en: 'Safe settings', hi: 'सुरक्षित सेटिंग' }, status: 'verified' },
  { code: 'PM', name: { en: 'Updates', hi: 'अपडेट' }, status: 'verified' },
  { code: 'IM', name: { en: 'Incidents', hi: 'सुरक्षा घटनाएँ' }, status: 'verified' },
  { code: 'LM', name: { en: 'Logs and watching', hi: 'लॉग और निगरानी' }, status: 'verified' },
  { code: 'AT', name: { en: 'Training', hi: 'प्रशिक्षण' }, status: 'verified' },
  { code: 'TPRM', name: { en: 'Risks from vendors', hi: 'वेंडर से जोखिम' }, status: 'verified' },
  { code: 'DPBR', name: { en: 'Data and backups', hi: 'डेटा और बैकअप' }, status: 'unverified' },
  { code: 'GC', name: { en: 'Policies and duties', hi: 'नीतियाँ और ज़िम्मेदारियाँ' }, status: 'unverified' },
  { code: 'RPP', name: { en: 'Rule for passwords', hi: 'पासवर्ड का नियम' }, status: 'unverified' },
  { code: 'ACIM', name: { en: 'Access and identity', hi: 'पहुँच और पहचान' }, status: 'unverified' },
  { code: 'PS', name: { en: 'Rooms and doors', hi: 'कमरे और दरवाज़े' }, status: 'unverified' },
  { code: 'VAA', name: { en: 'Weak spots and audits', hi: 'कमज़ोर जगहें और ऑडिट' }, status: 'unverified' },
];

/** The mappings mark a number that nobody confirmed with an asterisk. */
const UNVERIFIED = '*';

/**
 * Controls that speak for each number of a framework, numbers in their own order: "A.5.9" before "A.5.16". For CERT-In's
 * fifteen each stands in the list, also one that no control speaks for.
 */
export function controlsByFrameworkItem(
  framework: FrameworkId,
): ReadonlyMap<string, { readonly status: Status; readonly controls: readonly Control[] }> {
  const items = new Map<string, { readonly status: Status; readonly controls: Control[] }>();
  if (framework === 'CERTIN15')
    for (const { code, status } of CERTIN15_ITEMS) items.set(code, { status, controls: [] });
  for (const control of CONTROLS) {
    for (const number of control.mappings[framework] ?? []) {
      const code = number.replace(UNVERIFIED, '');
      const item = items.get(code) ?? { status: number === code ? 'verified' : 'unverified', controls: [] };
      item.controls.push(control);
      items.set(code, item);
    }
  }
  if (framework === 'CERTIN15') return items;
  return new Map([...items].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })));
}
