import type { AppDefect } from './defect.ts';
import { IDENTITY_APP_DEFECTS } from './identity-defects.ts';
import { LOOK_UP_APP_DEFECTS } from './look-ups/defects.ts';
import { STATED_DEFECTS } from './stated-defects.ts';
import { OWN_HOST_DEFECTS } from './own-host/defects.ts';
import { VENDOR_STATED_DEFECTS } from './vendor-stated-defects.ts';

/** What can be wrong in what the merchant enters in Prahari. */
export const APP_DEFECTS: readonly AppDefect[] = [
  {
    where: 'app',
    id: 'no-registration-entered',
    title: 'No GST registration was entered in Prahari',
    checkId: 'gst/registration-present',
  },
  {
    where: 'app',
    id: 'mistyped-gstin',
    title: 'A GSTIN was entered whose check character does not fit',
    checkId: 'gst/gstin-valid',
  },
  {
    where: 'app',
    id: 'gstin-of-old-state-code',
    title: 'A GSTIN was entered that begins with a State code of the past (25 or 28)',
    checkId: 'gst/legacy-state-code',
  },
  {
    where: 'app',
    id: 'two-pans-entered',
    title: 'Two GSTINs of different PANs were entered',
    checkId: 'gst/one-pan',
  },
  {
    where: 'app',
    id: 'tax-without-registration',
    title: 'The merchant states to have no registration, and the shop charges tax',
    checkId: 'gst/unregistered-tax',
  },
  {
    where: 'app',
    id: 'letter-of-undertaking-lapsed',
    title: 'The last letter of undertaking that was stated is of a year gone by',
    checkId: 'gst/lut-renewal',
  },
  {
    where: 'app',
    id: 'no-bank-account-stated',
    title: 'The merchant states that no bank account stands on the registration',
    checkId: 'gst/bank-account',
  },
  ...LOOK_UP_APP_DEFECTS,
  ...IDENTITY_APP_DEFECTS,
  ...STATED_DEFECTS,
  ...VENDOR_STATED_DEFECTS,
  ...OWN_HOST_DEFECTS,
];
