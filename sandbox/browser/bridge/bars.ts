import type { BarButton } from '../protocol.ts';
import { listen, tell } from './channel.ts';
import { watchChildren } from './watch-children.ts';

function describeButton(button: HTMLButtonElement | null, otherwise: string): BarButton {
  return {
    label: button?.textContent.trim() || otherwise,
    isPrimary: button?.getAttribute('variant') === 'primary',
    isDisabled: button?.disabled === true || button?.hasAttribute('loading') === true,
  };
}

/** `<ui-title-bar>` of a page: title and buttons stand in the admin's bar; a press there is a click here. */
class TitleBar extends HTMLElement {
  connectedCallback(): void {
    this.style.display = 'none';
    if (this.closest('ui-modal')) return; // A modal draws its own.
    watchChildren(this, () =>
      tell({
        kind: 'titleBar',
        title: this.getAttribute('title'),
        buttons: this.buttons.map((button) => describeButton(button, '')),
      }),
    );
  }

  disconnectedCallback(): void {
    tell({ kind: 'titleBar', title: null, buttons: [] });
  }

  get buttons(): HTMLButtonElement[] {
    return [...this.querySelectorAll('button')];
  }
}

/** `<ui-save-bar>`: while it shows, nobody leaves the page without Save or Discard. */
class SaveBarElement extends HTMLElement {
  #isShowing = false;

  connectedCallback(): void {
    this.style.display = 'none';
    watchChildren(this, () => this.#isShowing && this.#tell());
  }

  disconnectedCallback(): void {
    if (this.#isShowing) void this.hide();
  }

  get showing(): boolean {
    return this.#isShowing;
  }

  async show(): Promise<void> {
    if (this.#isShowing) return;
    this.#isShowing = true;
    this.#tell();
    this.dispatchEvent(new Event('show'));
  }

  async hide(): Promise<void> {
    if (!this.#isShowing) return;
    this.#isShowing = false;
    tell({ kind: 'saveBar', bar: null });
    this.dispatchEvent(new Event('hide'));
  }

  async toggle(): Promise<void> {
    await (this.#isShowing ? this.hide() : this.show());
  }

  press(which: 'save' | 'discard'): void {
    (which === 'save' ? this.#save : this.#discard)?.click();
  }

  get #save(): HTMLButtonElement | null {
    return this.querySelector('button[variant="primary"]');
  }

  get #discard(): HTMLButtonElement | null {
    return this.querySelector('button:not([variant="primary"])');
  }

  #tell(): void {
    tell({
      kind: 'saveBar',
      bar: {
        id: this.id,
        save: describeButton(this.#save, 'Save'),
        discard: describeButton(this.#discard, 'Discard'),
        confirmsDiscard: this.hasAttribute('discardconfirmation'),
      },
    });
  }
}

export function defineBars(): void {
  customElements.define('ui-title-bar', TitleBar);
  customElements.define('ui-save-bar', SaveBarElement);
  listen((message) => {
    if (message.kind === 'saveBarPressed') {
      [...document.querySelectorAll<SaveBarElement>('ui-save-bar')].find((bar) => bar.showing)?.press(message.button);
    }
    if (message.kind === 'titleBarPressed') {
      const bar = [...document.querySelectorAll<TitleBar>('ui-title-bar')].find((found) => !found.closest('ui-modal'));
      bar?.buttons[message.index]?.click();
    }
  });
}
