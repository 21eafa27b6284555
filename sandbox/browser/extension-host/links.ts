import type { Around } from './around.ts';

/** Links and buttons with an address lead where the admin, or the shop, would lead: the page around goes there. */
export function followLinks(around: Around): void {
  document.addEventListener(
    'click',
    (event) => {
      const link = event.composedPath().find((one): one is HTMLAnchorElement => one instanceof HTMLAnchorElement);
      if (!link) return;
      const url = link.getAttribute('href') ?? '';
      if (event.defaultPrevented || url.startsWith('blob:') || link.hasAttribute('download')) return;
      event.preventDefault();
      around.tell({ name: 'navigate', url, inNewTab: link.target === '_blank' || link.target === '_new' });
    },
    false,
  );
}
