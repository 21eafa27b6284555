import { policiesPublished } from './audits/policies-published.ts';
import { privacyBanner } from './audits/privacy-banner.ts';
import type { Check } from './check.ts';
import { domainTls } from './encryption/domain-tls.ts';
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
import { lookAlikeGstins } from './monitoring/look-alike-gstins.ts';
import { themeForeignScripts } from './monitoring/theme-foreign-scripts.ts';
import { ownScopes } from './network/own-scopes.ts';
import { customerAccounts } from './passwords/customer-accounts.ts';
import { formCaptcha } from './software/form-captcha.ts';
import { storefrontPassword } from './software/storefront-password.ts';

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
  themeMixedContent,
  themeForeignScripts,
  lookAlikeGstins,
  customerAccounts,
  policiesPublished,
  privacyBanner,
  formCaptcha,
  storefrontPassword,
  ownScopes,
];

/** Ids of checks that are gone for good: their alerts close at the next scan. */
export const RETIRED_CHECK_IDS: readonly string[] = [];

const BY_ID: ReadonlyMap<string, Check> = new Map(CHECKS.map((check) => [check.id, check]));

export function checkById(id: string): Check | null {
  return BY_ID.get(id) ?? null;
}
