import { tell } from './channel.ts';
import { watchChildren } from './watch-children.ts';

/** `<s-app-nav>` and `<ui-nav-menu>`: links that the admin shows in its own side bar, and the page does not. */
class AppMenu extends HTMLElement {
  connectedCallback(): void {
    this.style.display = 'none';
    watchChildren(this, () => this.#tell());
  }

  disconnectedCallback(): void {
    tell({ kind: 'menu', links: [] });
  }

  #tell(): void {
    const links = linksOf(this)
      // The link of rel "home" names the app's start page: the app's own name leads there.
      .filter((link) => link.getAttribute('rel') !== 'home')
      .map((link) => ({ label: link.textContent.trim(), path: link.getAttribute('href') ?? '/' }));
    tell({ kind: 'menu', links });
  }
}

function linksOf(menu: Element): Element[] {
  return [...menu.querySelectorAll('a[href], s-link[href]')];
}

/** The app's own element for a place, so that its router sees a link that it knows. */
export function menuLinkTo(path: string): Element | undefined {
  return [...document.querySelectorAll('s-app-nav, ui-nav-menu')]
    .flatMap(linksOf)
    .find((link) => link.getAttribute('href') === path);
}

export function defineMenus(): void {
  customElements.define('s-app-nav', AppMenu);
  customElements.define('ui-nav-menu', class extends AppMenu {});
}
