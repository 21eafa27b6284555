import type { MenuLink } from '../protocol.ts';
import { APP_BASE, byId } from './boot.ts';
import { element } from './elements.ts';

let links: readonly MenuLink[] = [];
let place = '/';

/** The app's menu under its name. A plain click moves the app inside its frame; any other opens the address. */
export function showMenu(newLinks: readonly MenuLink[], follow: (path: string) => void): void {
  links = newLinks;
  byId('app-menu').replaceChildren(
    ...links.map(({ label, path }) => {
      const link = element('a', { class: 'side-link side-sub', href: APP_BASE + path, 'data-path': path }, label);
      onPlainClick(link, () => follow(path));
      return link;
    }),
  );
  mark();
}

export function followHome(follow: (path: string) => void): void {
  onPlainClick(byId<HTMLAnchorElement>('app-home'), () => follow('/'));
}

/** The item stays lit on the pages below it. */
export function markPlace(path: string): void {
  place = path.split(/[?#]/)[0] ?? '/';
  mark();
}

function mark(): void {
  const current = links.find(({ path }) => place === path || place.startsWith(`${path}/`));
  for (const link of document.querySelectorAll<HTMLAnchorElement>('#app-menu a')) {
    setCurrent(link, link.dataset['path'] === current?.path);
  }
  setCurrent(byId('app-home'), current === undefined);
}

function setCurrent(link: HTMLElement, isCurrent: boolean): void {
  if (isCurrent) link.setAttribute('aria-current', 'page');
  else link.removeAttribute('aria-current');
}

function onPlainClick(link: HTMLAnchorElement, act: () => void): void {
  link.addEventListener('click', (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    act();
  });
}
