import { cartForms, holds } from './cart-forms.ts';

/** A theme that throws our fields away again and again is left alone after so many. */
const MOST_CARRIED = 100;
let carried = 0;

/** Puts the fields that the app embed brought into each form of the cart that has none. */
export function carryFields(page: Document): void {
  const template = page.querySelector<HTMLTemplateElement>('template[data-prahari-gstin-template]');
  const box = template?.content.querySelector('[data-prahari-gstin]');
  if (!box) return;
  for (const form of cartForms(page)) {
    if (carried >= MOST_CARRIED || holds(form, 'attributes[Buyer GSTIN]')) continue;
    carried += 1;
    form.insertBefore(numbered(box.cloneNode(true) as Element, carried), placeIn(form));
  }
}

/** Above the row of the button that leads to the checkout; null: at the end. */
function placeIn(form: HTMLFormElement): Element | null {
  const button = form.querySelector('[name="checkout"]');
  return [...form.children].find((child) => child.contains(button)) ?? null;
}

/** Ids stay unique in the page, however often the fields stand in it. */
function numbered(box: Element, count: number): Element {
  for (const element of [box, ...box.querySelectorAll('*')]) {
    for (const name of ['id', 'for', 'aria-describedby', 'aria-labelledby']) {
      const ids = element.getAttribute(name);
      if (ids)
        element.setAttribute(
          name,
          ids
            .split(' ')
            .map((id) => `${id}-${count}`)
            .join(' '),
        );
    }
  }
  return box;
}
