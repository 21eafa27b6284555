import type { CodeSeen } from '../code.ts';
import type { EvidenceByKind, MainTheme } from '../kinds.ts';
import type { UnavailableReason } from '../snapshot.ts';
import type { Storefront } from '../storefront.ts';

/** Code and where it stands: "assets/theme.js", "cdn.example/a.js", "/cart". */
export interface CodePlace {
  readonly place: string;
  readonly code: CodeSeen;
}

type Codes = Pick<EvidenceByKind, 'theme'> & Partial<Pick<EvidenceByKind, 'storefront'>>;

/** The code of the theme, then that of pages which no theme file holds; each script of the pages once. */
export function codePlaces({ theme, storefront }: Codes): CodePlace[] {
  const places = theme.files.flatMap(({ filename, code }) => (code ? [{ place: filename, code }] : []));
  const assets = new Set(theme.files.map(({ filename }) => filename.replace(/\.liquid$/, '')));
  const seen = new Set<string>();
  for (const { path, scripts } of pagesOf(storefront)) {
    for (const { address, host, hash, code } of scripts) {
      const known = address ?? hash ?? path;
      if (!code || seen.has(known) || (address !== null && assets.has(assetOf(address)))) continue;
      seen.add(known);
      places.push({ place: address === null ? path : `${host ?? ''}${pathOf(address)}`, code });
    }
  }
  return places;
}

/** What keeps the code from being known whole; null: all of it was read. */
export function codeGap({
  theme,
  storefront,
}: Codes): { readonly kind: 'theme' | 'storefront'; readonly reason: UnavailableReason } | null {
  if (isPartlyRead(theme)) return { kind: 'theme', reason: 'too-little' };
  const hosts = storefront?.hosts ?? [];
  const isSeen = hosts.some(({ outcome }) => outcome === 'answered' || outcome === 'locked');
  if (isSeen || hosts.length === 0) return null;
  const isBlocked = hosts.some(({ outcome }) => outcome === 'blocked');
  return { kind: 'storefront', reason: isBlocked ? 'blocked' : 'too-little' };
}

export function isPartlyRead({ files, moreFiles }: MainTheme): boolean {
  return moreFiles > 0 || files.some(({ isRead }) => !isRead);
}

export function pagesOf(storefront: Storefront | undefined) {
  return (storefront?.hosts ?? []).flatMap(({ pages }) => pages);
}

/** A file of the theme under the address that pages load it from: ".../assets/theme.js". */
function assetOf(address: string): string {
  return /\/(assets\/[^/]+)$/.exec(pathOf(address))?.[1] ?? '';
}

function pathOf(address: string): string {
  return address.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '');
}
