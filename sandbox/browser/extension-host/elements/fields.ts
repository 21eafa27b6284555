import { mark, say, type SElement, type Shape } from './shape.ts';

const COMMON = ['label', 'name', 'error', 'details', 'labelAccessibilityVisibility'];
const TYPED = [...COMMON, 'placeholder', 'autocomplete', 'maxLength', 'minLength', 'prefix', 'suffix', 'icon', 'rows'];
const FLAGS = ['disabled', 'readOnly', 'required'];

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Fields: a real control with its label, what is wrong with it, and what helps. */
export const FIELDS: Readonly<Record<string, Shape>> = {
  's-text-field': typed('<input type="text" id="control" data-focus />'),
  's-search-field': typed('<input type="search" id="control" data-focus />', 'admin'),
  's-email-field': typed('<input type="email" id="control" data-focus />'),
  's-number-field': typed('<input type="number" id="control" data-focus />'),
  's-text-area': typed('<textarea id="control" data-focus></textarea>'),
  's-select': {
    on: 'both',
    texts: [...COMMON, 'placeholder', 'icon', 'autocomplete'],
    flags: ['disabled', 'required'],
    markup: field('<select id="control" data-focus></select>'),
    setUp(select) {
      listen(select);
      new MutationObserver(() => select.refresh()).observe(select, {
        childList: true,
        subtree: true,
        characterData: true,
        attributes: true,
      });
    },
    update(select) {
      copyOptions(select);
      describe(select);
    },
    members: {
      value: {
        get() {
          return control(this).value;
        },
        set(value: unknown) {
          wanted.set(this, textOf(value));
          copyOptions(this);
        },
      },
    },
  },
  's-option': { on: 'both', texts: ['value'], flags: ['disabled', 'selected', 'defaultSelected'], update: renewSelect },
  's-option-group': { on: 'admin', texts: ['label'], flags: ['disabled'], update: renewSelect },
  's-checkbox': checkbox('checkbox'),
  's-switch': checkbox('switch'),
};

function field(inside: string): string {
  return `<div class="field"><label for="control"></label><div class="field-row"><span id="prefix" hidden></span>${inside}
    <span id="suffix" hidden></span><slot name="accessory"></slot></div>
    <p id="error" class="field-error" hidden></p><p id="details" class="field-details" hidden></p></div>`;
}

function typed(inside: string, on: Shape['on'] = 'both'): Shape {
  return {
    on,
    texts: TYPED,
    flags: FLAGS,
    markup: field(inside),
    setUp: listen,
    update(element) {
      const typedIn = control(element) as HTMLInputElement;
      describe(element);
      say(element.part_('#prefix'), element.text('prefix'));
      say(element.part_('#suffix'), element.text('suffix'));
      mark(typedIn, 'placeholder', element.text('placeholder'));
      mark(typedIn, 'autocomplete', element.text('autocomplete'));
      mark(typedIn, 'maxlength', element.text('maxLength'));
      typedIn.readOnly = element.flag('readOnly');
    },
    members: {
      value: {
        get() {
          return control(this).value;
        },
        set(value: unknown) {
          const text = textOf(value);
          // The same text again would move the cursor of who is typing.
          if (control(this).value !== text) control(this).value = text;
        },
      },
      defaultValue: {
        get() {
          return (control(this) as HTMLInputElement).defaultValue;
        },
        set(value: unknown) {
          (control(this) as HTMLInputElement).defaultValue = textOf(value);
        },
      },
    },
  };
}

function checkbox(role: 'checkbox' | 'switch'): Shape {
  const box = (element: SElement) => control(element) as HTMLInputElement;
  return {
    on: 'both',
    texts: [...COMMON, 'value', 'accessibilityLabel'],
    flags: ['disabled', 'required'],
    markup: `<div class="field"><div class="check"><input type="checkbox" id="control" data-focus ${role === 'switch' ? 'role="switch"' : ''} />
      <label for="control"></label></div><p id="error" class="field-error" hidden></p>
      <p id="details" class="field-details" hidden></p></div>`,
    setUp: listen,
    update: describe,
    members: {
      checked: {
        get() {
          return box(this).checked;
        },
        set(value: unknown) {
          box(this).checked = value === true;
        },
      },
      defaultChecked: {
        get() {
          return box(this).defaultChecked;
        },
        set(value: unknown) {
          box(this).defaultChecked = value === true;
        },
      },
    },
  };
}

function control(element: SElement): Control {
  return element.part_<HTMLElement>('#control') as Control;
}

/** "change" stays inside a shadow, so it is told once more outside. */
function listen(element: SElement): void {
  control(element).addEventListener('change', () => element.dispatchEvent(new Event('change', { bubbles: true })));
}

function describe(element: SElement): void {
  const part = control(element);
  const label = element.part_('label');
  label.textContent = element.text('label');
  label.classList.toggle('for-readers', element.text('labelAccessibilityVisibility') === 'exclusive');
  say(element.part_('#error'), element.text('error'));
  say(element.part_('#details'), element.text('details'));
  const described = ['error', 'details'].filter((name) => element.text(name) !== '').join(' ');
  mark(part, 'aria-describedby', described);
  mark(part, 'aria-invalid', element.text('error') === '' ? false : 'true');
  mark(part, 'aria-label', element.text('accessibilityLabel'));
  mark(part, 'name', element.text('name'));
  part.disabled = element.flag('disabled');
  part.required = element.flag('required');
}

/** What a select was told to show, for options that come later. */
const wanted = new WeakMap<SElement, string>();

function copyOptions(select: SElement): void {
  const list = control(select) as HTMLSelectElement;
  const before = wanted.get(select) ?? list.value;
  const placeholder = select.text('placeholder');
  list.replaceChildren(
    ...(placeholder === '' ? [] : [new Option(placeholder, '', false, before === '')]),
    ...[...select.querySelectorAll<SElement>('s-option')].map((option) => {
      const value = 'text' in option ? option.text('value') : (option as HTMLElement).getAttribute('value');
      const made = new Option(option.textContent.trim(), value ?? '');
      made.disabled = option.flag('disabled');
      return made;
    }),
  );
  list.value = before;
  if (list.selectedIndex < 0 && list.options.length > 0) list.selectedIndex = 0;
}

function renewSelect(option: SElement): void {
  option.closest<SElement>('s-select')?.refresh();
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
