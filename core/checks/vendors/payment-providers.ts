import { validPapers } from '../../vendors/evidence-of-vendor.ts';
import type { Vendor } from '../../vendors/vendor.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';
import { askedVendors, shownName, subjectOf, TRACE_KINDS, TRACE_USES } from '../register-evidence.ts';

/**
 * Fails a payment provider that orders name, or that a person entered, without an attestation of PCI DSS that counts.
 * Sure of the newest orders; one that no order of late went through is known only when somebody entered it.
 */
export const paymentProviders = defineCheck({
  id: 'security/payment-providers',
  area: 'security',
  control: 'VND-05',
  title: {
    en: 'Payment providers show a current PCI DSS attestation',
    hi: 'भुगतान प्रदाताओं का चालू PCI DSS प्रमाण मौजूद है',
  },
  severity: 'high',
  rule: {
    name: { en: 'Providers of payment are watched', hi: 'भुगतान प्रदाताओं की निगरानी' },
    effectiveFrom: '2025-03-31',
    source:
      'PCI DSS 4.0.1, 12.8.4 and 12.8.5, and SAQ A, eligibility; ISO/IEC 27001:2022, A.5.22; CIS Controls 8.1, 15.5',
    status: 'verified',
  },
  why: {
    en: 'Your customers’ cards pass through this provider. The card networks ask you for its attestation each year.',
    hi: 'ग्राहकों के कार्ड इसी प्रदाता से गुज़रते हैं। कार्ड नेटवर्क हर साल इसका प्रमाण माँगते हैं।',
  },
  cost: {
    en: 'Without it you cannot fill in the short questionnaire of the card networks.',
    hi: 'इसके बिना आप कार्ड नेटवर्क की छोटी प्रश्नावली नहीं भर सकते।',
  },
  remedy: [
    {
      en: 'Download the attestation of compliance (AOC) from the provider, or ask its support.',
      hi: 'प्रदाता से AOC (attestation of compliance) डाउनलोड करें, या उनकी सहायता टीम से माँगें।',
    },
    {
      en: 'Add it to the vendor in Prahari with its last day.',
      hi: 'उसे Prahari में वेंडर के साथ अंतिम तारीख सहित जोड़ें।',
    },
  ],
  proof: {
    en: 'The next check finds a valid attestation for each provider in use.',
    hi: 'अगली जाँच में इस्तेमाल हो रहे हर प्रदाता का चालू प्रमाण मिले।',
  },
  requires: TRACE_KINDS,
  uses: TRACE_USES,
  messages: {
    none: {
      en: 'No PCI DSS attestation of {vendor} is on file.',
      hi: '{vendor} का PCI DSS प्रमाण मौजूद नहीं है।',
    },
    ended: {
      en: 'The PCI DSS attestation of {vendor} has ended.',
      hi: '{vendor} का PCI DSS प्रमाण खत्म हो चुका है।',
    },
  },
  applies: (evidence, { asOf }) => !areGatewaysRead(evidence) || providers(evidence, asOf).length > 0,
  *evaluate(evidence, { asOf }) {
    for (const vendor of providers(evidence, asOf)) {
      if (vendor.entry && validPapers(vendor.entry, asOf).some(isAttestation)) continue;
      const messageId = vendor.entry?.papers.some(isAttestation) ? 'ended' : 'none';
      yield { subject: subjectOf(vendor), messageId, data: { vendor: shownName(vendor.name) } };
    }
  },
  lacks: (evidence) => (areGatewaysRead(evidence) ? null : { kind: 'vendorTraces', reason: 'not-permitted' }),
});

const isAttestation = ({ kind }: { readonly kind: string }): boolean => kind === 'pci-aoc';

function providers(evidence: Parameters<typeof askedVendors>[0], asOf: Instant): Vendor[] {
  return askedVendors(evidence, asOf).filter(
    ({ kind, found }) =>
      kind === 'payment-gateway' || found?.traces.some(({ source }) => source === 'gateways') === true,
  );
}

const areGatewaysRead = ({ vendorTraces }: Parameters<typeof askedVendors>[0]): boolean =>
  vendorTraces?.sources.some(({ source, state }) => source === 'gateways' && state === 'read') ?? false;
