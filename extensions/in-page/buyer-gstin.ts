/** The script of the blocks for the buyer's GSTIN; a page may name it twice, and it runs once. */
import { calmly } from './calmly.ts';
import { runCartPage } from './cart-page.ts';

const MARK = 'prahariBuyerGstin';

calmly(() => {
  if (MARK in globalThis) return;
  Object.defineProperty(globalThis, MARK, { value: true });
  runCartPage(document);
})();
