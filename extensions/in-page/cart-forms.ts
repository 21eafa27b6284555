const MOST_FORMS = 5;
const OUR_ID = 'prahari-cart-form';

/** Forms that send the cart, by their address: "/cart", also "/hi/cart", but not "/cart/add". */
export function cartForms(page: Document): HTMLFormElement[] {
  return [...page.querySelectorAll<HTMLFormElement>('form[action*="/cart"]')]
    .filter((form) => /\/cart\/?(?:[?#]|$)/.test(form.getAttribute('action') ?? ''))
    .slice(0, MOST_FORMS);
}

/** Makes an input part of the cart's form: of the one around it, else of the page's first. */
export function tieToCart(input: HTMLInputElement): void {
  if (input.form) return;
  input.removeAttribute('form');
  if (input.form) return;
  const [form] = cartForms(input.ownerDocument);
  if (!form) return;
  if (form.id === '') form.id = OUR_ID;
  input.setAttribute('form', form.id);
}

/** Whether the form sends an input of this name already, whatever place that has in the page. */
export function holds(form: HTMLFormElement, name: string): boolean {
  return [...form.elements].some((element) => element.getAttribute('name') === name);
}
