import type { LibraryFlaws } from '../evidence/code.ts';
import type { ScriptSighting } from '../evidence/scripts.ts';
import type { VendorKey } from '../evidence/vendors.ts';
import type { PageKind, Storefront } from '../evidence/storefront.ts';
import { scriptInventory, type InventoryEvidence } from '../scripts/inventory.ts';
import { originOfAddress, originOfHost, ownDomains, vendorKeyOfAddress } from '../scripts/origins.ts';
import { kindsRead, pagesRead } from '../scripts/pages-read.ts';
import { hostOf, pathOf } from '../scripts/script-identity.ts';
import { isSensitive, type ScriptItem } from '../scripts/script-item.ts';
import type { ScriptPlace } from '../data/vendor-risk.ts';
import { appKeys, hostKey, keyTail } from './keys.ts';
import { traceOf, type VendorTrace } from './traces.ts';

/** Paths under which Shopify hands a request on to an app's server. Source: Shopify, "About app proxies". */
const PROXY = /^\/(apps|a|community|tools)\/([a-z0-9][a-z0-9_-]{0,59})\//i;
const UNREAD: Storefront = { hosts: [], libraries: { dataDay: '1970-01-01', flaws: [] } satisfies LibraryFlaws };

const SOURCES = { script: 'page-script', frame: 'page-frame', form: 'page-form' } as const;

type PageEvidence = Partial<InventoryEvidence>;

/** What the pages show, what browsers saw, and what was there last time on pages that could not be read this time. */
export function pageTraces({ storefront = UNREAD, scriptBook, ...rest }: PageEvidence): VendorTrace[] {
  const items = scriptInventory({ storefront, scriptBook, ...rest });
  const read = kindsRead(pagesRead(storefront));
  const own = ownDomains(rest.domains, storefront);
  // Without the shop's own hosts its own scripts would look like somebody's.
  const remembered = own.length > 0 ? (scriptBook?.sightings ?? []).filter(({ goneAt }) => goneAt === null) : [];
  return [...items.flatMap(tracesOfItem), ...remembered.flatMap((one) => rememberedTrace(one, read, own) ?? [])];
}

function tracesOfItem(item: ScriptItem): VendorTrace[] {
  const { what, origin, address, host, vendorKey, place, namesHosts, seenBy } = item;
  if (origin === 'own' && address !== null) {
    const [path, , name] = PROXY.exec(pathOf(address)) ?? [];
    if (path === undefined || name === undefined) return [];
    return [traceOf('app-proxy', path, [`proxy:${name.toLowerCase()}`], { name: path, scripts: placeOf(item) })];
  }
  if (vendorKey === null || (origin !== 'vendor' && origin !== 'inline-foreign')) return [];
  const source = seenBy === 'beacon' ? 'beacon' : SOURCES[what];
  const scripts = what === 'script' ? placeOf(item) : 'none';
  const own = traceOf(source, place, keysOf(vendorKey), {
    host: isAppFile(vendorKey) ? null : (host ?? namesHosts[0] ?? null),
    scripts,
  });
  if (origin === 'vendor') return [own];
  // What an inline script merely names beside its first host may be a link: a weak trace, and no script of theirs.
  const others = namesHosts.filter((one) => hostKey(one) !== vendorKey);
  return [own, ...others.map((one) => traceOf(source, place, [hostKey(one)], { host: one, strength: 'weak' }))];
}

/** A script of the check before, on a kind of page that nobody could read now: nobody says that it is gone. */
function rememberedTrace(
  { identity, pageKinds }: ScriptSighting,
  read: ReadonlySet<PageKind>,
  own: readonly string[],
): VendorTrace | null {
  const unread = pageKinds.filter((kind) => !read.has(kind));
  if (unread.length === 0) return null;
  const [, what, named] = /^(frame|form):(.+)$/.exec(identity) ?? [];
  const host = named ?? hostOf(identity);
  const key = named === undefined ? vendorKeyOfAddress(identity) : hostKey(named);
  if (host === null || key === null) return null;
  const origin = named === undefined ? originOfAddress(identity, own) : originOfHost(named, own);
  if (origin !== 'vendor') return null;
  const source = what === 'frame' ? 'page-frame' : what === 'form' ? 'page-form' : 'page-script';
  const scripts = what === undefined ? placeOf({ pageKinds: unread }) : 'none';
  return traceOf(source, unread.join(', '), keysOf(key), { host: isAppFile(key) ? null : host, scripts });
}

/** Shopify's network hands the files of apps out, so their host tells nothing. */
const isAppFile = (key: VendorKey): boolean => key.startsWith('app:');
const keysOf = (key: VendorKey): VendorKey[] => (isAppFile(key) ? appKeys(keyTail(key)) : [key]);

const placeOf = (item: Pick<ScriptItem, 'pageKinds'>): ScriptPlace => (isSensitive(item) ? 'sensitive' : 'storefront');
