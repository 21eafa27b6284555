import { acceptedRisks } from './audits/accepted-risks.ts';
import { accessReview } from './audits/access-review.ts';
import { closingTimes } from './audits/closing-times.ts';
import { dataRetention } from './audits/data-retention.ts';
import { externalAudit } from './audits/external-audit.ts';
import { monthlySelfAudit } from './audits/monthly-self-audit.ts';
import { pciQuestionnaire } from './audits/pci-questionnaire.ts';
import { policiesPublished } from './audits/policies-published.ts';
import { privacyBanner } from './audits/privacy-banner.ts';
import type { Check } from './check.ts';
import { certificate } from './encryption/certificate.ts';
import { cookieFlags } from './encryption/cookie-flags.ts';
import { domainTls } from './encryption/domain-tls.ts';
import { exportsEncrypted } from './encryption/exports-encrypted.ts';
import { formTargets } from './encryption/form-targets.ts';
import { hsts } from './encryption/hsts.ts';
import { httpsRedirect } from './encryption/https-redirect.ts';
import { oldTls } from './encryption/old-tls.ts';
import { pageMixedContent } from './encryption/page-mixed-content.ts';
import { storedCardNumbers } from './encryption/stored-card-numbers.ts';
import { storedIdentityNumbers } from './encryption/stored-identity-numbers.ts';
import { themeMixedContent } from './encryption/theme-mixed-content.ts';
import { bankAccount } from './gst/bank-account.ts';
import { buyerGstins } from './gst/buyer-gstins.ts';
import { compositionTax } from './gst/composition-tax.ts';
import { countryOfOrigin } from './gst/country-of-origin.ts';
import { ewayBlock } from './gst/eway-block.ts';
import { exportLut } from './gst/export-lut.ts';
import { gstinValid } from './gst/gstin-valid.ts';
import { hsnCoverage } from './gst/hsn-coverage.ts';
import { hsnForm } from './gst/hsn-form.ts';
import { invoiceNumbers } from './gst/invoice-numbers.ts';
import { legacyStateCode } from './gst/legacy-state-code.ts';
import { locationApob } from './gst/location-apob.ts';
import { locationStates } from './gst/location-states.ts';
import { lutRenewal } from './gst/lut-renewal.ts';
import { multiVendor } from './gst/multi-vendor.ts';
import { onePan } from './gst/one-pan.ts';
import { orderHeads } from './gst/order-heads.ts';
import { orderRates } from './gst/order-rates.ts';
import { panConstitution } from './gst/pan-constitution.ts';
import { pinState } from './gst/pin-state.ts';
import { priceBandRates } from './gst/price-band-rates.ts';
import { registrationChanges } from './gst/registration-changes.ts';
import { registrationPresent } from './gst/registration-present.ts';
import { registrationStatus } from './gst/registration-status.ts';
import { returnsFiled } from './gst/returns-filed.ts';
import { shippingTax } from './gst/shipping-tax.ts';
import { shopAddressState } from './gst/shop-address-state.ts';
import { taxTable } from './gst/tax-table.ts';
import { unregisteredTax } from './gst/unregistered-tax.ts';
import { badHosts } from './monitoring/bad-hosts.ts';
import { clickjacking } from './monitoring/clickjacking.ts';
import { crawlerSignature } from './monitoring/crawler-signature.ts';
import { danglingDns } from './monitoring/dangling-dns.ts';
import { exposedFiles } from './monitoring/exposed-files.ts';
import { lookAlikeGstins } from './monitoring/look-alike-gstins.ts';
import { nearPaymentScripts } from './monitoring/near-payment-scripts.ts';
import { publicSecrets } from './monitoring/public-secrets.ts';
import { scanFreshness } from './monitoring/scan-freshness.ts';
import { scriptChanges } from './monitoring/script-changes.ts';
import { scriptOwners } from './monitoring/script-owners.ts';
import { skimmerBehaviour } from './monitoring/skimmer-behaviour.ts';
import { themeForeignScripts } from './monitoring/theme-foreign-scripts.ts';
import { themeIntegrity } from './monitoring/theme-integrity.ts';
import { vulnerableLibraries } from './monitoring/vulnerable-libraries.ts';
import { caa } from './network/caa.ts';
import { cors } from './network/cors.ts';
import { dkim } from './network/dkim.ts';
import { dmarc } from './network/dmarc.ts';
import { domainRegistration } from './network/domain-registration.ts';
import { headerGrade } from './network/header-grade.ts';
import { leastPrivilege } from './network/least-privilege.ts';
import { logsKept } from './network/logs-kept.ts';
import { mailTransport } from './network/mail-transport.ts';
import { ownScopes } from './network/own-scopes.ts';
import { ownServers } from './network/own-servers.ts';
import { ownerMailbox } from './network/owner-mailbox.ts';
import { securityTxt } from './network/security-txt.ts';
import { spf } from './network/spf.ts';
import { customerAccounts } from './passwords/customer-accounts.ts';
import { passwordExpiry } from './passwords/password-expiry.ts';
import { passwordManager } from './passwords/password-manager.ts';
import { passwordRule } from './passwords/password-rule.ts';
import { passwordSelfCheck } from './passwords/password-self-check.ts';
import { sharedLogIns } from './passwords/shared-log-ins.ts';
import { weakPasswords } from './passwords/weak-passwords.ts';
import { conflictingStatements } from './people/conflicting-statements.ts';
import { leavers } from './people/leavers.ts';
import { openInvitations } from './people/open-invitations.ts';
import { peopleRegister } from './people/people-register.ts';
import { severalOwners } from './people/several-owners.ts';
import { antiMalware } from './software/anti-malware.ts';
import { browserCurrent } from './software/browser-current.ts';
import { devices } from './software/devices.ts';
import { formCaptcha } from './software/form-captcha.ts';
import { legacyScripts } from './software/legacy-scripts.ts';
import { router } from './software/router.ts';
import { storefrontPassword } from './software/storefront-password.ts';
import { themeSupported } from './software/theme-supported.ts';
import { dormantAccounts } from './two-factor/dormant-accounts.ts';
import { mailSecondFactor } from './two-factor/mail-second-factor.ts';
import { otherAccounts } from './two-factor/other-accounts.ts';
import { ownerSecondFactor } from './two-factor/owner-second-factor.ts';
import { recovery } from './two-factor/recovery.ts';
import { secondFactorEnforced } from './two-factor/second-factor-enforced.ts';
import { staffSecondFactor } from './two-factor/staff-second-factor.ts';
import { strongSecondFactor } from './two-factor/strong-second-factor.ts';
import { collaborators } from './vendors/collaborators.ts';
import { customAppTokens } from './vendors/custom-app-tokens.ts';
import { paymentProviders } from './vendors/payment-providers.ts';
import { scopeGrowth } from './vendors/scope-growth.ts';
import { unusedVendors } from './vendors/unused-vendors.ts';
import { vendorBreaches } from './vendors/vendor-breaches.ts';
import { vendorContact } from './vendors/vendor-contact.ts';
import { vendorContract } from './vendors/vendor-contract.ts';
import { vendorEvidence } from './vendors/vendor-evidence.ts';
import { vendorPapersEnd } from './vendors/vendor-papers-end.ts';
import { vendorRegister } from './vendors/vendor-register.ts';
import { vendorRisk } from './vendors/vendor-risk.ts';

/** Every check, in the order in which pages show them. */
export const CHECKS: readonly Check[] = [
  registrationPresent,
  gstinValid,
  legacyStateCode,
  onePan,
  registrationStatus,
  registrationChanges,
  panConstitution,
  ewayBlock,
  shopAddressState,
  locationStates,
  locationApob,
  pinState,
  taxTable,
  orderHeads,
  orderRates,
  priceBandRates,
  shippingTax,
  compositionTax,
  unregisteredTax,
  exportLut,
  invoiceNumbers,
  buyerGstins,
  hsnCoverage,
  hsnForm,
  countryOfOrigin,
  returnsFiled,
  lutRenewal,
  bankAccount,
  multiVendor,
  domainTls,
  certificate,
  oldTls,
  httpsRedirect,
  hsts,
  themeMixedContent,
  pageMixedContent,
  formTargets,
  cookieFlags,
  storedCardNumbers,
  storedIdentityNumbers,
  themeForeignScripts,
  scriptOwners,
  nearPaymentScripts,
  scriptChanges,
  vulnerableLibraries,
  badHosts,
  publicSecrets,
  themeIntegrity,
  skimmerBehaviour,
  lookAlikeGstins,
  clickjacking,
  exposedFiles,
  danglingDns,
  crawlerSignature,
  customerAccounts,
  policiesPublished,
  privacyBanner,
  formCaptcha,
  themeSupported,
  legacyScripts,
  storefrontPassword,
  ownScopes,
  spf,
  dmarc,
  dkim,
  mailTransport,
  domainRegistration,
  caa,
  securityTxt,
  cors,
  headerGrade,
  peopleRegister,
  leavers,
  openInvitations,
  conflictingStatements,
  devices,
  antiMalware,
  browserCurrent,
  router,
  exportsEncrypted,
  passwordRule,
  weakPasswords,
  passwordSelfCheck,
  sharedLogIns,
  passwordManager,
  passwordExpiry,
  scanFreshness,
  ownerSecondFactor,
  staffSecondFactor,
  mailSecondFactor,
  secondFactorEnforced,
  strongSecondFactor,
  otherAccounts,
  recovery,
  dormantAccounts,
  vendorRegister,
  vendorRisk,
  scopeGrowth,
  vendorEvidence,
  vendorPapersEnd,
  vendorContract,
  paymentProviders,
  unusedVendors,
  customAppTokens,
  collaborators,
  vendorContact,
  vendorBreaches,
  leastPrivilege,
  severalOwners,
  ownServers,
  logsKept,
  ownerMailbox,
  monthlySelfAudit,
  externalAudit,
  accessReview,
  closingTimes,
  acceptedRisks,
  pciQuestionnaire,
  dataRetention,
];

/** Ids of checks that are gone for good: their alerts close at the next scan. */
export const RETIRED_CHECK_IDS: readonly string[] = [];

/** What checks were called before: their alerts go on under the new id, with all that people did to them. Old → new. */
export const RENAMED_CHECK_IDS: Readonly<Record<string, string>> = {};

const BY_ID: ReadonlyMap<string, Check> = new Map(CHECKS.map((check) => [check.id, check]));

export function checkById(id: string): Check | null {
  return BY_ID.get(id) ?? null;
}
