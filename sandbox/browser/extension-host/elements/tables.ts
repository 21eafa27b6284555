import type { SElement, Shape } from './shape.ts';
import { onResize } from './space.ts';

/** Narrower than this, rows of a table are shown as a list. */
const LIST_BELOW_PX = 480;

/** Tables of the admin, by their roles; on narrow screens each cell names its column. */
export const TABLES: Readonly<Record<string, Shape>> = {
  's-table': {
    on: 'admin',
    texts: ['variant'],
    flags: ['loading', 'paginate', 'hasNextPage', 'hasPreviousPage'],
    events: ['nextpage', 'previouspage'],
    markup: '<slot name="filters"></slot><div class="table"><slot></slot></div>',
    setUp(table) {
      onResize(table, () => table.refresh());
      new MutationObserver(() => nameCells(table)).observe(table, {
        childList: true,
        subtree: true,
        characterData: true,
      });
    },
    update(table) {
      const isList =
        table.text('variant') === 'list' || (table.text('variant') !== 'table' && width(table) < LIST_BELOW_PX);
      table.toggleAttribute('data-list', isList);
      nameCells(table);
    },
    role: 'table',
  },
  's-table-header-row': { on: 'admin', role: 'row' },
  's-table-header': {
    on: 'admin',
    texts: ['listSlot', 'format'],
    role: 'columnheader',
    update: (header) => void (header.dataset['format'] = header.text('format')),
  },
  's-table-body': { on: 'admin', role: 'rowgroup' },
  's-table-row': { on: 'admin', texts: ['clickDelegate'], role: 'row' },
  's-table-cell': { on: 'admin', role: 'cell' },
};

function width(element: HTMLElement): number {
  return element.parentElement?.getBoundingClientRect().width ?? 0;
}

function nameCells(table: SElement): void {
  const headers = [...table.querySelectorAll<SElement>('s-table-header')];
  for (const row of table.querySelectorAll('s-table-row')) {
    [...row.children].forEach((cell, index) => {
      if (!(cell instanceof HTMLElement)) return;
      cell.dataset['label'] = headers[index]?.textContent.trim() ?? '';
      cell.dataset['format'] = headers[index]?.dataset['format'] ?? '';
      cell.dataset['listSlot'] = headers[index]?.text('listSlot') ?? '';
    });
  }
}
