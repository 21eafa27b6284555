import { headingLevel, mark, type SElement, type Shape } from './shape.ts';

const TEXTS = ['tone', 'color', 'accessibilityVisibility', 'fontVariantNumeric', 'interestFor', 'display', 'dir'];

/** Text as text. */
export const WORDS: Readonly<Record<string, Shape>> = {
  's-text': {
    on: 'both',
    texts: [...TEXTS, 'type'],
    markup: '<span><slot></slot></span>',
    update(text) {
      text.dataset['type'] = text.text('type');
      style(text);
    },
  },
  's-paragraph': {
    on: 'both',
    texts: [...TEXTS, 'type', 'lineClamp'],
    markup: '<p><slot></slot></p>',
    update: style,
  },
  's-heading': {
    on: 'both',
    texts: ['accessibilityRole', 'accessibilityVisibility', 'lineClamp'],
    markup: '<div role="heading" class="heading"><slot></slot></div>',
    update(heading) {
      const isPlain = ['none', 'presentation'].includes(heading.text('accessibilityRole'));
      mark(heading.part_('div'), 'role', isPlain ? false : 'heading');
      mark(heading.part_('div'), 'aria-level', isPlain ? false : String(headingLevel(heading)));
    },
  },
  's-badge': {
    on: 'both',
    texts: ['tone', 'color', 'size', 'icon'],
    markup: '<span class="badge"><slot></slot></span>',
    update(badge) {
      badge.part_('span').dataset['tone'] = badge.text('tone') || 'auto';
    },
  },
  's-spinner': {
    on: 'both',
    texts: ['size', 'accessibilityLabel'],
    markup: '<span role="status"><span class="ring" aria-hidden="true"></span><span class="for-readers"></span></span>',
    update(spinner) {
      const label = spinner.part_('.for-readers');
      if (label.textContent !== spinner.text('accessibilityLabel'))
        label.textContent = spinner.text('accessibilityLabel');
    },
  },
  's-icon': {
    on: 'both',
    texts: ['type', 'tone', 'color', 'size', 'interestFor'],
    markup: '<span class="icon" aria-hidden="true"></span>',
    update(icon) {
      icon.part_('span').dataset['tone'] = icon.text('tone');
    },
  },
  's-skeleton-paragraph': { on: 'buyer', texts: ['content'], markup: '<p class="skeleton" aria-hidden="true">…</p>' },
  's-time': {
    on: 'buyer',
    texts: ['dateTime'],
    markup: '<time><slot></slot></time>',
    update: (time) => mark(time.part_('time'), 'datetime', time.text('dateTime')),
  },
  's-abbreviation': {
    on: 'buyer',
    texts: ['title'],
    markup: '<abbr><slot></slot></abbr>',
    update: (abbreviation) => mark(abbreviation.part_('abbr'), 'title', abbreviation.text('title')),
  },
};

function style(element: SElement): void {
  element.dataset['tone'] = element.text('tone');
  element.dataset['color'] = element.text('color');
  element.style.fontVariantNumeric =
    element.text('fontVariantNumeric') === 'auto' ? '' : element.text('fontVariantNumeric');
  element.classList.toggle('for-readers', element.text('accessibilityVisibility') === 'exclusive');
  mark(element, 'aria-hidden', element.text('accessibilityVisibility') === 'hidden' ? 'true' : false);
  if (element.text('display') !== '') element.style.display = element.text('display') === 'none' ? 'none' : '';
}
