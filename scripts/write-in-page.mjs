/** Builds extensions/in-page into the theme app extension. Run it after a change there, or in what it takes from core. */
import { writeInPageScript } from './steps/in-page-script.mjs';

console.log((await writeInPageScript()) ? 'extensions/storefront/assets/buyer-gstin.js: written' : 'no change');
