import { isRefused, wordsOn } from '../shared/buyer-words.ts';
import { calmly } from './calmly.ts';
import { carryFields } from './carry-fields.ts';
import { cartKeeper, type CartWords } from './cart-keeper.ts';
import { deliveryStateOf, isDeliveryField } from './delivery-state.ts';
import { fieldsIn, tell, tieFields, type Fields } from './fields.ts';
import { readBuyerText, type BuyerText } from '../shared/numbers-in-text.ts';
import { registerAsker, registerWords, type Known } from './register-word.ts';
import { shopRoot } from './shop-root.ts';

const SETTLE_MS = 50;
/** From here on a number that is no good is a mistake, and not half a number. */
const LENGTH = 15;

/**
 * Runs the fields of a page: says what a number is as it is typed, keeps it with the cart, and finds the fields again
 * after a theme has drawn its cart anew. Nothing here stops a form or throws into the page.
 */
export function runCartPage(page: Document): void {
  const all = new Map<Element, Fields>();
  let root = '/';
  /** What the buyer typed on this page; null: nothing yet, so what the cart holds stands. */
  let typed: CartWords | null = null;
  /** By number. */
  const register = new Map<string, Known>();
  const keeper = cartKeeper(() => `${shopRoot(root)}cart/update.js`);
  const ask = registerAsker(() => `${shopRoot(root)}apps/prahari/gstin`);

  const placesOf = (fields: Fields) => ({
    delivery: deliveryStateOf(page, fields.zone),
    seller: fields.sellerState,
  });

  /** @param isDone typing has ended: also half a number is judged. */
  function judge(fields: Fields, isDone: boolean): BuyerText {
    const read = readBuyerText(fields.number.value);
    const isEarly = !isDone && read.kind === 'refused' && read.verdict.normalized.length < LENGTH;
    const told = read.kind === 'one' ? registerWords(register.get(read.verdict.gstin), fields.language) : '';
    const words = isEarly ? '' : `${wordsOn(read, placesOf(fields), fields.language)} ${told}`.trim();
    tell(fields, words, !isEarly && isRefused(read));
    return read;
  }

  async function askFor(fields: Fields, gstin: string): Promise<void> {
    const known = await ask(gstin);
    if (!known) return;
    register.set(gstin, known);
    const read = readBuyerText(fields.number.value);
    if (read.kind === 'one' && read.verdict.gstin === gstin) judge(fields, true);
  }

  function numberChanged(fields: Fields, isDone: boolean): void {
    const read = judge(fields, isDone);
    if (isDone && read.kind === 'one') fields.number.value = read.verdict.gstin;
    wordsChanged(fields, isDone);
    if (read.kind === 'one') askFor(fields, read.verdict.gstin).catch(() => undefined);
  }

  function wordsChanged(fields: Fields, isDone: boolean): void {
    typed = { gstin: fields.number.value, business: fields.business.value };
    for (const other of all.values()) if (other !== fields) take(other, typed);
    if (isDone) keeper.now(typed);
    else keeper.soon(typed);
  }

  function listen(fields: Fields): void {
    for (const [input, changed] of [
      [fields.number, numberChanged],
      [fields.business, wordsChanged],
    ] as const) {
      input.addEventListener(
        'input',
        calmly((event) => changed(fields, isPasted(event))),
      );
      input.addEventListener(
        'change',
        calmly(() => changed(fields, true)),
      );
      // Enter would press the first button of the theme's form, which may take a line out of the cart.
      input.addEventListener(
        'keydown',
        calmly((event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          changed(fields, true);
        }),
      );
    }
  }

  function take(fields: Fields, words: CartWords): void {
    const { number, business } = fields;
    if (number.value !== words.gstin) number.value = words.gstin;
    if (business.value !== words.business) business.value = words.business;
    judge(fields, true);
  }

  function scan(): void {
    carryFields(page);
    for (const box of [...all.keys()]) if (!box.isConnected) all.delete(box);
    for (const box of page.querySelectorAll<HTMLElement>('[data-prahari-gstin]')) {
      const known = all.get(box);
      const fields = known ?? fieldsIn(box);
      if (!fields) continue;
      tieFields(fields);
      if (known) continue;
      all.set(box, fields);
      root = fields.root;
      listen(fields);
      if (typed) take(fields, typed);
      else judge(fields, true);
    }
  }

  scan();
  let settling: ReturnType<typeof setTimeout> | undefined;
  function settle(): void {
    settling = undefined;
    scan();
  }
  new MutationObserver(
    calmly((changes: readonly MutationRecord[]) => {
      if (!changes.some(({ addedNodes, removedNodes }) => addedNodes.length + removedNodes.length > 0)) return;
      // Not put off by later changes: some pages never rest.
      settling ??= setTimeout(calmly(settle), SETTLE_MS);
    }),
  ).observe(page.documentElement, { childList: true, subtree: true });
  page.addEventListener(
    'change',
    calmly(({ target }) => {
      if (isDeliveryField(target)) for (const fields of all.values()) judge(fields, true);
    }),
  );
}

function isPasted(event: Event): boolean {
  return event instanceof InputEvent && /^insertFrom(Paste|Drop)/.test(event.inputType);
}
