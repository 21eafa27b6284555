import { mark, type SElement, type Shape } from './shape.ts';

const LINK = ['href', 'target', 'download', 'accessibilityLabel', 'command', 'commandFor', 'interestFor', 'lang'];

/** What is pressed or followed. A link without an address is a button, as Shopify's are. */
export const PRESSED: Readonly<Record<string, Shape>> = {
  's-button': {
    on: 'both',
    texts: [...LINK, 'variant', 'tone', 'type', 'icon', 'inlineSize'],
    flags: ['disabled', 'loading'],
    markup:
      '<button type="button" data-focus><slot></slot></button><a data-focus class="as-button" hidden><slot></slot></a>',
    setUp(button) {
      button.shadow.addEventListener('click', (event) => {
        if (button.flag('disabled') || button.flag('loading')) {
          event.preventDefault();
          event.stopImmediatePropagation();
        } else if (button.text('type') === 'submit') submit(button);
      });
    },
    update(button) {
      const pressed = choose(button);
      pressed.dataset['variant'] = button.text('variant') || 'auto';
      pressed.dataset['tone'] = button.text('tone');
      const isOff = button.flag('disabled');
      if (pressed instanceof HTMLButtonElement) pressed.disabled = isOff;
      mark(pressed, 'aria-busy', button.flag('loading') ? 'true' : false);
      mark(pressed, 'aria-disabled', button.flag('loading') && !isOff ? 'true' : false);
    },
  },
  's-link': {
    on: 'both',
    texts: [...LINK, 'tone'],
    markup:
      '<button type="button" class="as-link" data-focus><slot></slot></button><a data-focus hidden><slot></slot></a>',
    update: choose,
  },
  's-clickable': {
    on: 'both',
    texts: [...LINK, 'padding', 'background', 'border', 'borderRadius', 'type'],
    flags: ['disabled', 'loading'],
    markup:
      '<button type="button" class="clickable" data-focus><slot></slot></button><a class="clickable" data-focus hidden><slot></slot></a>',
    update(clickable) {
      const pressed = choose(clickable);
      if (pressed instanceof HTMLButtonElement) pressed.disabled = clickable.flag('disabled');
    },
  },
  's-button-group': {
    on: 'both',
    texts: ['gap', 'accessibilityLabel'],
    markup: '<slot name="secondary-actions"></slot><slot name="primary-action"></slot><slot></slot>',
  },
  's-form': {
    on: 'both',
    texts: ['id'],
    flags: ['disabled'],
    events: ['submit', 'reset'],
    setUp(form) {
      form.addEventListener('keydown', (event) => {
        const isField = event.target instanceof HTMLElement && event.target.localName.endsWith('-field');
        if (event.key === 'Enter' && isField) submit(form);
      });
    },
  },
};

/** Shows the link or the button, whichever it is; only one of the two holds the children. */
function choose(element: SElement): HTMLElement {
  const href = element.text('href');
  const button = element.part_<HTMLButtonElement>('button');
  const link = element.part_<HTMLAnchorElement>('a');
  const isLink = href !== '';
  const [shown, other] = isLink ? [link, button] : [button, link];
  // A slot of the same name counts only once: the first in the tree has the children.
  if (shown.previousElementSibling === other) other.before(shown);
  other.hidden = true;
  shown.hidden = false;
  mark(link, 'href', href);
  mark(link, 'target', element.text('target') === 'auto' ? '' : element.text('target'));
  mark(link, 'rel', isLink ? 'noopener' : '');
  mark(link, 'download', element.text('download'));
  mark(shown, 'aria-label', element.text('accessibilityLabel'));
  return shown;
}

function submit(element: SElement): void {
  const form = element.closest('s-form');
  form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
}
