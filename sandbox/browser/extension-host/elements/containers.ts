import { headingLevel, mark, say, type SElement, type Shape } from './shape.ts';
import { atWidth, containerWidth, followWidth, space } from './space.ts';

const BOX_TEXTS = [
  ...['padding', 'paddingBlock', 'paddingInline', 'paddingBlockStart', 'paddingBlockEnd', 'paddingInlineStart'],
  ...['paddingInlineEnd', 'background', 'border', 'borderRadius', 'borderWidth', 'borderColor', 'borderStyle'],
  ...['blockSize', 'inlineSize', 'minBlockSize', 'minInlineSize', 'maxBlockSize', 'maxInlineSize', 'overflow'],
  ...['display', 'accessibilityRole', 'accessibilityLabel', 'accessibilityVisibility'],
];
const FLEX_TEXTS = ['gap', 'rowGap', 'columnGap', 'alignItems', 'justifyContent', 'alignContent'];

/** Boxes, stacks and sections: what holds other elements. */
export const CONTAINERS: Readonly<Record<string, Shape>> = {
  's-admin-block': {
    on: 'admin',
    texts: ['heading', 'collapsedSummary'],
    markup: `<section aria-labelledby="title"><div class="block-head"><h2 id="title"></h2>
      <button type="button" class="fold" aria-expanded="true" aria-controls="content">–</button></div>
      <p id="summary" hidden></p><div id="content" class="block-content"><slot></slot></div></section>`,
    setUp(block) {
      const fold = block.part_('.fold');
      fold.addEventListener('click', () => {
        const isOpen = fold.getAttribute('aria-expanded') === 'true';
        fold.setAttribute('aria-expanded', String(!isOpen));
        block.refresh();
      });
    },
    update(block) {
      const fold = block.part_('.fold');
      const isOpen = fold.getAttribute('aria-expanded') === 'true';
      const title = block.text('heading') || (document.body.dataset['extensionName'] ?? '');
      say(block.part_('h2'), title);
      fold.textContent = isOpen ? '–' : '+';
      fold.setAttribute('aria-label', title);
      block.part_('#content').hidden = !isOpen;
      say(block.part_('#summary'), isOpen ? '' : block.text('collapsedSummary'));
    },
  },
  's-admin-action': {
    on: 'admin',
    texts: ['heading'],
    flags: ['loading'],
    markup: `<section aria-labelledby="title" class="action"><h2 id="title"></h2>
      <div class="action-content"><slot></slot></div>
      <div class="action-foot"><slot name="secondary-actions"></slot><slot name="primary-action"></slot></div></section>`,
    update(action) {
      say(action.part_('h2'), action.text('heading') || (document.body.dataset['extensionName'] ?? ''));
      mark(action.part_('section'), 'aria-busy', action.flag('loading') ? 'true' : false);
    },
  },
  's-section': {
    on: 'both',
    texts: ['heading', 'accessibilityLabel', 'padding'],
    markup: `<section><div id="title" role="heading" class="section-title"></div>
      <slot name="primary-action"></slot><slot name="secondary-actions"></slot><slot></slot></section>`,
    update(section) {
      const heading = section.text('heading');
      const title = section.part_('#title');
      say(title, heading);
      title.setAttribute('aria-level', String(headingLevel(section)));
      mark(section.part_('section'), 'aria-labelledby', heading === '' ? '' : 'title');
      mark(section.part_('section'), 'aria-label', section.text('accessibilityLabel'));
    },
  },
  's-box': { on: 'both', texts: BOX_TEXTS, update: styleBox },
  's-stack': {
    on: 'both',
    texts: [...BOX_TEXTS, ...FLEX_TEXTS, 'direction'],
    setUp: followWidth,
    update(stack) {
      styleBox(stack);
      styleFlex(stack);
      stack.style.flexDirection = valueAt(stack, 'direction') === 'inline' ? 'row' : 'column';
    },
  },
  's-grid': {
    on: 'both',
    texts: [...BOX_TEXTS, ...FLEX_TEXTS, 'gridTemplateColumns', 'gridTemplateRows', 'justifyItems', 'placeItems'],
    setUp: followWidth,
    update(grid) {
      styleBox(grid);
      styleFlex(grid);
      grid.style.gridTemplateColumns = valueAt(grid, 'gridTemplateColumns');
      grid.style.gridTemplateRows = valueAt(grid, 'gridTemplateRows');
      grid.style.justifyItems = valueAt(grid, 'justifyItems');
    },
  },
  's-grid-item': {
    on: 'both',
    texts: [...BOX_TEXTS, 'gridColumn', 'gridRow'],
    update(item) {
      styleBox(item);
      item.style.gridColumn = item.text('gridColumn');
      item.style.gridRow = item.text('gridRow');
    },
  },
  's-query-container': { on: 'both', texts: ['containerName'] },
  's-divider': { on: 'both', texts: ['direction', 'color'], markup: '<hr />' },
  's-banner': {
    on: 'both',
    texts: ['heading', 'tone', 'collapsible'],
    flags: ['dismissible'],
    events: ['dismiss', 'afterhide'],
    markup: `<div class="banner"><div class="banner-text"><strong id="title"></strong><slot></slot>
      <div class="banner-foot"><slot name="primary-action"></slot><slot name="secondary-actions"></slot></div></div>
      <button type="button" class="plain" aria-label="×">×</button></div>`,
    setUp(banner) {
      banner.part_('button').addEventListener('click', () => {
        banner.dispatchEvent(new Event('dismiss'));
        banner.hidden = true;
        banner.dispatchEvent(new Event('afterhide'));
      });
    },
    update(banner) {
      const tone = banner.text('tone') || 'auto';
      say(banner.part_('#title'), banner.text('heading'));
      banner.part_('.banner').dataset['tone'] = tone;
      banner.part_('.banner').setAttribute('role', tone === 'critical' ? 'alert' : 'status');
      banner.part_('button').hidden = !banner.flag('dismissible');
    },
  },
};

function valueAt(element: SElement, name: string): string {
  return atWidth(element.text(name), containerWidth(element));
}

function styleFlex(element: SElement): void {
  const { style } = element;
  style.gap = space(valueAt(element, 'gap'));
  if (element.text('rowGap') !== '') style.rowGap = space(valueAt(element, 'rowGap'));
  if (element.text('columnGap') !== '') style.columnGap = space(valueAt(element, 'columnGap'));
  style.alignItems = valueAt(element, 'alignItems');
  style.justifyContent = valueAt(element, 'justifyContent');
}

const PADDINGS = ['padding', 'paddingBlock', 'paddingInline', 'paddingBlockStart', 'paddingBlockEnd'] as const;
const INLINE_PADDINGS = ['paddingInlineStart', 'paddingInlineEnd'] as const;
const SIZES = ['blockSize', 'inlineSize', 'minBlockSize', 'minInlineSize', 'maxBlockSize', 'maxInlineSize'] as const;
/** Shopify's words for roles, where they differ from ARIA's; empty: none. */
const ROLES: Readonly<Record<string, string>> = {
  none: '',
  generic: '',
  presentation: 'presentation',
  section: 'region',
  header: 'banner',
  footer: 'contentinfo',
  aside: 'complementary',
  'unordered-list': 'list',
  'ordered-list': 'list',
  'list-item': 'listitem',
  'list-item-separator': 'separator',
};

function styleBox(element: SElement): void {
  const { style } = element;
  for (const name of [...PADDINGS, ...INLINE_PADDINGS]) style[name] = space(atWidth(element.text(name), 0));
  for (const name of SIZES) style[name] = element.text(name);
  style.overflow = element.text('overflow');
  element.dataset['background'] = element.text('background');
  element.dataset['border'] = element.text('border') || element.text('borderWidth');
  element.dataset['rounded'] = element.text('borderRadius');
  const display = atWidth(element.text('display'), containerWidth(element));
  style.display = display === 'none' ? 'none' : '';
  const role = element.text('accessibilityRole');
  mark(element, 'role', ROLES[role] ?? role);
  mark(element, 'aria-label', element.text('accessibilityLabel'));
  mark(element, 'aria-hidden', element.text('accessibilityVisibility') === 'hidden' ? 'true' : false);
  element.classList.toggle('for-readers', element.text('accessibilityVisibility') === 'exclusive');
}
