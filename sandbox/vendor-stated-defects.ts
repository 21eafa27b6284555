import type { AppDefect } from './defect.ts';

/** What can be wrong in the register of vendors as people keep it. */
export const VENDOR_STATED_DEFECTS: readonly AppDefect[] = [
  aDefect('vendor-without-owner', 'Nobody in the shop is named for the reviews app', 'vendor-register'),
  aDefect(
    'risky-app-without-reason',
    'An app that may do much has nothing on file, and nobody accepted that',
    'vendor-risk',
  ),
  aDefect('app-asks-for-more', 'The bundles app asks for a permission that was not approved', 'scope-growth'),
  aDefect('report-of-nobody', 'An app of high risk shows no report', 'vendor-evidence'),
  aDefect('papers-run-out', 'A report ends within two weeks', 'vendor-papers-end'),
  aDefect('no-contract', 'A courier service handles addresses without an agreement', 'vendor-contract'),
  aDefect('gateway-without-proof', 'The payment gateway shows no PCI DSS attestation', 'payment-providers'),
  aDefect('app-unused', 'Nobody has used the chat app for months', 'unused-vendors'),
  aDefect('old-custom-token', 'The token of a custom app is two years old', 'custom-app-tokens'),
  aDefect('no-contact', 'An app of high risk has no contact for incidents', 'vendor-contact'),
  aDefect('vendor-had-a-breach', 'An incident at the warehouse service is not dealt with', 'vendor-breaches'),
];

function aDefect(id: string, title: string, check: string): AppDefect {
  return { where: 'app', id, title, checkId: `security/${check}` };
}
