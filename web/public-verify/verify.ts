/** The public page's only script: judges while one types, in the browser. Without it the form asks the server. */
import { judgeGstin } from '../../core/gst/gstin.ts';
import type { Language } from '../../core/text.ts';
import { verdictTree, type PageElement } from '../../core/verify/verdict-tree.ts';
import { verdictView } from '../../core/verify/verdict-view.ts';

const LENGTH = 15;

const form = document.querySelector<HTMLFormElement>('#verify');
const field = document.querySelector<HTMLInputElement>('#gstin');
const place = document.querySelector<HTMLElement>('#verdict');
const language: Language = document.documentElement.lang === 'hi' ? 'hi' : 'en';

if (form && field && place) {
  /** Told once: a screen reader would read the same words again with each key. */
  let shown = '';
  const show = (tree: PageElement | null) => {
    const mark = JSON.stringify(tree);
    if (mark !== shown) place.replaceChildren(...(tree ? [nodeOf(tree)] : []));
    shown = mark;
  };
  const judge = () => show(verdictTree(verdictView(judgeGstin(field.value), language), language));

  field.addEventListener('input', () => {
    // Half a number is no mistake yet.
    if (field.value.replace(/[\s-]/g, '').length >= LENGTH) judge();
    else show(null);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    judge();
  });
  // A suggestion is chosen, never applied by itself.
  place.addEventListener('submit', (event) => {
    const { submitter } = event;
    if (!(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    field.value = submitter.value;
    judge();
    field.focus();
  });
}

function nodeOf({ tag, attributes, children }: PageElement): HTMLElement {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.map((child) => (typeof child === 'string' ? child : nodeOf(child))));
  return node;
}
