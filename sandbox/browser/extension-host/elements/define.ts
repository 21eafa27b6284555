import type { FrameBoot } from '../protocol.ts';
import { CONTAINERS } from './containers.ts';
import { FIELDS } from './fields.ts';
import { LISTS } from './lists.ts';
import { OVERLAYS } from './overlays.ts';
import { PRESSED } from './pressed.ts';
import type { SElement, Shape } from './shape.ts';
import { sheet } from './sheet.ts';
import { TABLES } from './tables.ts';
import { WORDS } from './words.ts';

const SHAPES: Readonly<Record<string, Shape>> = {
  ...CONTAINERS,
  ...FIELDS,
  ...LISTS,
  ...OVERLAYS,
  ...PRESSED,
  ...TABLES,
  ...WORDS,
};

/**
 * Defines the elements that the surface of this target has. Any other that begins with "s-" stays unknown: it is shown
 * in red, as Shopify would show nothing.
 */
export function defineElements(boot: FrameBoot, root: HTMLElement | null, noteUnknown: (name: string) => void): void {
  const surface = boot.target.startsWith('admin.') ? 'admin' : 'buyer';
  for (const [name, shape] of Object.entries(SHAPES)) {
    if (shape.on === 'both' || shape.on === surface) customElements.define(name, classOf(shape));
  }
  if (root) root.dataset['extensionName'] = boot.name;
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node instanceof Element)
        for (const one of [node, ...node.querySelectorAll('*')]) tellUnknown(one, noteUnknown);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
}

const told = new WeakSet<Element>();

function tellUnknown(element: Element, noteUnknown: (name: string) => void): void {
  const name = element.localName;
  if (!name.startsWith('s-') || customElements.get(name) || told.has(element)) return;
  told.add(element);
  element.setAttribute('data-unknown', name);
  noteUnknown(name);
}

function classOf(shape: Shape): CustomElementConstructor {
  const { texts = [], flags = [], events = [] } = shape;
  const names = [...texts, ...flags];

  class HostElement extends HTMLElement implements SElement {
    static readonly observedAttributes = names.map((name) => name.toLowerCase());
    readonly shadow = this.attachShadow({
      mode: 'open',
      delegatesFocus: shape.markup?.includes('data-focus') ?? false,
    });
    readonly #values = new Map<string, unknown>();
    readonly #listeners = new Map<string, EventListener>();
    #isSetUp = false;

    constructor() {
      super();
      this.shadow.adoptedStyleSheets = [sheet()];
      this.shadow.innerHTML = shape.markup ?? '<slot></slot>';
    }

    connectedCallback(): void {
      if (shape.role !== undefined && !this.hasAttribute('role')) this.setAttribute('role', shape.role);
      if (!this.#isSetUp) {
        this.#isSetUp = true;
        shape.setUp?.(this);
      }
      this.refresh();
    }

    attributeChangedCallback(attribute: string, _before: string | null, value: string | null): void {
      const name = names.find((one) => one.toLowerCase() === attribute);
      if (name === undefined) return;
      this.#values.set(name, value ?? undefined);
      this.refresh();
    }

    valueOf_(name: string): unknown {
      return this.#values.get(name);
    }

    keep(name: string, value: unknown): void {
      this.#values.set(name, value);
      this.refresh();
    }

    text(name: string): string {
      const value = this.#values.get(name);
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    }

    /** Written as markup, the name alone says yes; as a property, "" is what a component sends for nothing. */
    flag(name: string): boolean {
      const value = this.#values.get(name);
      return value === true || value === 'true' || (value === '' && this.hasAttribute(name.toLowerCase()));
    }

    part_<E extends HTMLElement = HTMLElement>(selector: string): E {
      const found = this.shadow.querySelector<E>(selector);
      if (!found) throw new Error(`<${this.localName}> has no ${selector}.`);
      return found;
    }

    refresh(): void {
      if (this.#isSetUp) shape.update?.(this);
    }

    listenerOf(event: string): EventListener | null {
      return this.#listeners.get(event) ?? null;
    }

    listen(event: string, listener: EventListener | null): void {
      const before = this.#listeners.get(event);
      if (before) this.removeEventListener(event, before);
      this.#listeners.delete(event);
      if (typeof listener !== 'function') return;
      this.#listeners.set(event, listener);
      this.addEventListener(event, listener);
    }
  }

  const accessors = names.map((name): [string, PropertyDescriptor & ThisType<HostElement>] => [
    name,
    {
      get() {
        return flags.includes(name) ? this.flag(name) : this.text(name);
      },
      set(value: unknown) {
        this.keep(name, value);
      },
    },
  ]);
  const handlers = events.map((event): [string, PropertyDescriptor & ThisType<HostElement>] => [
    `on${event}`,
    {
      get() {
        return this.listenerOf(event);
      },
      set(listener: EventListener | null) {
        this.listen(event, listener);
      },
    },
  ]);
  Object.defineProperties(HostElement.prototype, Object.fromEntries([...accessors, ...handlers]));
  if (shape.members) Object.defineProperties(HostElement.prototype, shape.members);
  return HostElement;
}
