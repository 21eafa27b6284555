import { PAGE_KINDS, type PageKind, type Storefront } from '../evidence/storefront.ts';

/** A page that was looked at. */
export interface PageLook {
  /** "www.shop.example/cart" */
  readonly place: string;
  readonly kind: PageKind;
  /** What is seen of this kind is a part: the page was cut, or the main host's page of this kind could not be read. */
  readonly isPartial: boolean;
}

/** The pages of which the visit saw the scripts, host by host. */
export function pagesRead({ hosts }: Storefront): PageLook[] {
  const ofMain = new Set(hosts[0]?.pages.map(({ kind }) => kind));
  return hosts.flatMap(({ host, pages }) =>
    pages.map(({ kind, path, isPartial }) => ({
      place: `${host}${path}`,
      kind,
      isPartial: isPartial || !ofMain.has(kind),
    })),
  );
}

/** Kinds of pages that were seen whole: what is not there is gone. Of the others nobody knows. */
export function kindsRead(pages: readonly Pick<PageLook, 'kind' | 'isPartial'>[]): ReadonlySet<PageKind> {
  return new Set(
    PAGE_KINDS.filter((kind) => {
      const looks = pages.filter((page) => page.kind === kind);
      return looks.length > 0 && looks.every(({ isPartial }) => !isPartial);
    }),
  );
}
