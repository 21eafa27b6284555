import { tell } from './channel.ts';
import { watchChildren } from './watch-children.ts';

const WIDTHS: Readonly<Record<string, string>> = { small: '24rem', base: '38rem', large: '60rem', max: '100vw' };

const STYLE = `
  dialog { border: 0; border-radius: 1rem; padding: 0; max-width: calc(100vw - 2rem); color: #303030; background: #fff;
    box-shadow: 0 1.25rem 2rem rgb(0 0 0 / 30%); font: 450 .8125rem/1.25rem Inter, "Lohit Devanagari", "Noto Sans Devanagari", system-ui, sans-serif; }
  dialog::backdrop { background: rgb(0 0 0 / 55%); }
  header, footer { display: flex; align-items: center; gap: .5rem; padding: .75rem 1rem; }
  header { border-bottom: 1px solid #e3e3e3; }
  footer { justify-content: flex-end; border-top: 1px solid #e3e3e3; }
  h2 { flex: 1; margin: 0; font-size: .875rem; font-weight: 650; }
  button { font: inherit; min-height: 2rem; padding: 0 .75rem; border: 1px solid #8a8a8a; border-radius: .5rem; background: #fff; color: inherit; cursor: pointer; }
  button.primary { background: #12394a; border-color: #12394a; color: #fff; }
  button.critical { background: #c70a24; border-color: #c70a24; color: #fff; }
  button:disabled { background: #f1f1f1; border-color: #d5d5d5; color: #6a6a6a; cursor: default; }
  button:focus-visible { outline: 2px solid #005bd3; outline-offset: 1px; }
  .close { border: 0; font-size: 1.25rem; min-width: 2rem; padding: 0; }
`;

/**
 * `<ui-modal>`: a dialog over the page, while the admin dims what is around it. The children stay where the app put
 * them and show through a slot, so that the app's own event handlers go on working; title and buttons come from the
 * `<ui-title-bar>` inside.
 */
class ModalElement extends HTMLElement {
  readonly #dialog = document.createElement('dialog');
  readonly #title = document.createElement('h2');
  readonly #buttons = document.createElement('footer');
  #originals: readonly HTMLButtonElement[] = [];

  constructor() {
    super();
    const style = document.createElement('style');
    style.textContent = STYLE;
    const close = document.createElement('button');
    close.className = 'close';
    close.type = 'button';
    close.textContent = '×';
    close.setAttribute('aria-label', 'Close');
    close.addEventListener('click', () => void this.hide());
    const header = document.createElement('header');
    this.#title.id = 'title';
    header.append(this.#title, close);
    this.#dialog.setAttribute('aria-labelledby', 'title');
    this.#dialog.append(header, document.createElement('slot'), this.#buttons);
    this.#dialog.addEventListener('close', () => {
      tell({ kind: 'modal', isOpen: false });
      this.dispatchEvent(new Event('hide'));
    });
    this.attachShadow({ mode: 'open' }).append(style, this.#dialog);
  }

  connectedCallback(): void {
    this.style.display = 'contents';
    watchChildren(this, () => this.#draw());
  }

  disconnectedCallback(): void {
    if (this.#dialog.open) this.#dialog.close();
  }

  async show(): Promise<void> {
    if (this.#dialog.open) return;
    this.#draw();
    this.#dialog.style.width = WIDTHS[this.getAttribute('variant') ?? 'base'] ?? '38rem';
    this.#dialog.showModal();
    tell({ kind: 'modal', isOpen: true });
    this.dispatchEvent(new Event('show'));
  }

  async hide(): Promise<void> {
    if (this.#dialog.open) this.#dialog.close();
  }

  async toggle(): Promise<void> {
    await (this.#dialog.open ? this.hide() : this.show());
  }

  #draw(): void {
    const bar = this.querySelector('ui-title-bar');
    this.#title.textContent = bar?.getAttribute('title') ?? '';
    const originals = [...(bar?.querySelectorAll('button') ?? [])];
    // The first action stands last, at the reader's right hand.
    originals.sort(
      (a, b) => Number(a.getAttribute('variant') === 'primary') - Number(b.getAttribute('variant') === 'primary'),
    );
    const twins = originals.map(twin);
    // Drawn anew only when they differ: a press that takes the focus from a field makes the app draw in the midst of it.
    if (this.#isDrawn(originals, twins)) return;
    this.#originals = originals;
    this.#buttons.hidden = originals.length === 0;
    this.#buttons.replaceChildren(...twins);
  }

  #isDrawn(originals: readonly HTMLButtonElement[], twins: readonly HTMLButtonElement[]): boolean {
    const drawn = [...this.#buttons.children];
    return (
      originals.length === this.#originals.length &&
      originals.every((original, place) => original === this.#originals[place]) &&
      twins.length === drawn.length &&
      twins.every((button, place) => button.isEqualNode(drawn[place] ?? null))
    );
  }
}

/** A button of the dialog for one of the app: same words and state, and a press is handed on. */
function twin(original: HTMLButtonElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = original.textContent;
  button.disabled = original.disabled || original.hasAttribute('loading');
  if (original.getAttribute('tone') === 'critical') button.className = 'critical';
  else if (original.getAttribute('variant') === 'primary') button.className = 'primary';
  button.addEventListener('click', () => original.click());
  return button;
}

export function defineModal(): void {
  customElements.define('ui-modal', ModalElement);
}
