import type { Language } from '../../core/text.ts';
import { tieToCart } from './cart-forms.ts';

/** The fields as they stand in one place of the page. */
export interface Fields {
  readonly box: HTMLElement;
  readonly number: HTMLInputElement;
  readonly business: HTMLInputElement;
  readonly status: HTMLElement;
  readonly language: Language;
  /** Zone of the buyer's own address, "MH"; "" where it is not known. */
  readonly zone: string;
  /** GST code of the seller's number. */
  readonly sellerState: string | null;
  readonly root: string;
}

/** Null where a theme has taken the fields apart. */
export function fieldsIn(box: HTMLElement): Fields | null {
  const number = box.querySelector<HTMLInputElement>('input[data-prahari-number]');
  const business = box.querySelector<HTMLInputElement>('input[data-prahari-business]');
  const status = box.querySelector<HTMLElement>('[data-prahari-status]');
  if (!number || !business || !status) return null;
  const { language, province = '', sellerState = '', root = '/' } = box.dataset;
  return {
    ...{ box, number, business, status, root, zone: province },
    language: language === 'hi' ? 'hi' : 'en',
    sellerState: sellerState === '' ? null : sellerState,
  };
}

/** Both inputs belong to a form of the cart, where the page has one. */
export function tieFields({ number, business }: Fields): void {
  tieToCart(number);
  tieToCart(business);
}

/** Says it once: what is said already is not read out again. */
export function tell({ number, status }: Fields, words: string, isRefused: boolean): void {
  if (isRefused) number.setAttribute('aria-invalid', 'true');
  else number.removeAttribute('aria-invalid');
  if (status.textContent !== words) status.textContent = words;
}
