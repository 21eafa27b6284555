/** How one `s-*` element of Shopify is stood for: its properties, and the real elements inside it. */
export interface Shape {
  /** Where Shopify has it. */
  readonly on: 'admin' | 'buyer' | 'both';
  readonly texts?: readonly string[];
  readonly flags?: readonly string[];
  /** Events that are listened to by a property as well, "dismiss". */
  readonly events?: readonly string[];
  /** Role of the element itself, where none of its parts can have it. */
  readonly role?: string;
  /** What stands in its shadow; absent: its children alone. */
  readonly markup?: string;
  /** Once, when it first stands in the page. */
  setUp?(element: SElement): void;
  /** After each change of a property. */
  update?(element: SElement): void;
  /** Properties that live in a part, "value" of a field. */
  readonly members?: PropertyDescriptorMap & ThisType<SElement>;
}

/** An element of the host. */
export interface SElement extends HTMLElement {
  readonly shadow: ShadowRoot;
  text(name: string): string;
  flag(name: string): boolean;
  /** A part in its shadow. @throws {Error} there is none */
  part_<E extends HTMLElement = HTMLElement>(selector: string): E;
  refresh(): void;
}

/** Shows a text in a part, or hides the part where there is none. */
export function say(part: HTMLElement, text: string): void {
  part.textContent = text;
  part.hidden = text === '';
}

/** Sets an attribute, or takes it away. */
export function mark(part: HTMLElement, name: string, value: string | boolean): void {
  if (value === false || value === '') part.removeAttribute(name);
  else part.setAttribute(name, value === true ? '' : value);
}

/** How deep the headings are at this place: 2 below the page's own. */
export function headingLevel(element: HTMLElement, isOwn = true): number {
  const around = isOwn ? element.parentElement : element;
  let level = 2;
  for (let at = around?.closest(NESTING) ?? null; at; at = at.parentElement?.closest(NESTING) ?? null) level += 1;
  return Math.min(level, 6);
}

const NESTING = 's-admin-block, s-admin-action, s-section';
