import type { Domain, MainTheme } from '../evidence/kinds.ts';
import type { BeaconSighting, ScriptBook, ScriptIdentity } from '../evidence/scripts.ts';
import {
  PAGE_KINDS,
  type FieldKind,
  type PageForm,
  type PageKind,
  type PageScript,
  type PageSeen,
  type Storefront,
} from '../evidence/storefront.ts';
import { originOfAddress, originOfHost, ownDomains, vendorKeyOf, vendorKeyOfAddress } from './origins.ts';
import { hostOf, scriptIdentity } from './script-identity.ts';
import type { ScriptItem, ScriptOrigin } from './script-item.ts';

const MAX_HOSTS_NAMED = 20;
/** What browsers saw so long before the visit may be gone since. */
const BEACON_DAYS = 30;
const DAY_MS = 86_400_000;

export interface InventoryEvidence {
  readonly storefront: Storefront;
  readonly theme?: MainTheme | undefined;
  readonly domains?: readonly Domain[] | undefined;
  readonly scriptBook?: ScriptBook | undefined;
}

/**
 * Every script, frame and form target of the pages that were visited, and what real browsers saw beyond them: each
 * once, with all kinds of pages where it stands. In the order of the pages; linear in their scripts.
 */
export function scriptInventory({ storefront, domains, scriptBook }: InventoryEvidence): ScriptItem[] {
  const own = ownDomains(domains, storefront);
  const items = new Map<ScriptIdentity, Gathered>();
  for (const { host, pages } of storefront.hosts) {
    for (const page of pages) gatherPage(items, page, `${host}${page.path}`, own);
  }
  const lastVisitMs = Math.max(...storefront.hosts.map(({ visitedAt }) => Date.parse(visitedAt)));
  for (const seen of scriptBook?.beacon.seen ?? []) {
    const isOld = Date.parse(seen.lastSeenAt) < lastVisitMs - BEACON_DAYS * DAY_MS;
    if (!isOld) gatherSeen(items, seen, storefront.hosts[0]?.host ?? '', own);
  }
  return [...items.values()].map(({ kinds, hosts, behaviours, asked, ...item }) => ({
    ...item,
    namesHosts: [...hosts].slice(0, MAX_HOSTS_NAMED),
    behaviours: [...behaviours].sort(),
    pageKinds: PAGE_KINDS.filter((kind) => kinds.has(kind)),
    asks: [...asked].sort(),
  }));
}

interface Gathered extends Omit<ScriptItem, 'pageKinds' | 'namesHosts' | 'behaviours' | 'asks'> {
  hash: string | null;
  hasIntegrity: boolean;
  isModule: boolean;
  readonly kinds: Set<PageKind>;
  readonly hosts: Set<string>;
  readonly behaviours: Set<string>;
  readonly asked: Set<FieldKind>;
}

type Items = Map<ScriptIdentity, Gathered>;

function gatherPage(items: Items, page: PageSeen, place: string, own: readonly string[]): void {
  for (const script of page.scripts) {
    const identity = scriptIdentity(script);
    const before = items.get(identity);
    if (before) add(before, script);
    else items.set(identity, itemOf(script, identity, place, own));
    items.get(identity)?.kinds.add(page.kind);
  }
  for (const host of page.frameHosts) partOf(items, 'frame', host, place, own).kinds.add(page.kind);
  for (const form of page.forms) {
    if (form.host === null) continue;
    const target = partOf(items, 'form', form.host, place, own);
    target.kinds.add(page.kind);
    addAsked(target, form);
  }
}

function add(item: Gathered, { hash, hasIntegrity, isModule }: PageScript): void {
  item.hash ??= hash;
  item.hasIntegrity &&= hasIntegrity; // one place without it is one too many
  item.isModule ||= isModule;
}

function addAsked({ asked }: Gathered, { asks }: PageForm): void {
  for (const kind of asks) asked.add(kind);
}

function itemOf(script: PageScript, identity: ScriptIdentity, place: string, own: readonly string[]): Gathered {
  const { address, host, scheme, hash, hasIntegrity, isModule, code } = script;
  const foreign = (code?.hosts ?? []).filter((named) => originOfHost(named, own) === 'vendor');
  const behaviours = (code?.behaviours ?? []).map(({ behaviour }) => behaviour);
  const isPlain = code !== null && !code.isPartial && foreign.length === 0 && behaviours.length === 0;
  const origin: ScriptOrigin =
    address !== null ? originOfAddress(address, own) : isPlain ? 'inline-plain' : 'inline-foreign';
  const [named] = foreign;
  const ofInline = origin === 'inline-foreign' && named !== undefined ? vendorKeyOf(named) : null;
  return {
    ...{ identity, what: 'script', origin, address, host, scheme, hash, hasIntegrity, isModule, place },
    vendorKey: address !== null && origin === 'vendor' ? vendorKeyOfAddress(address) : ofInline,
    kinds: new Set(),
    hosts: new Set(foreign),
    behaviours: new Set(behaviours),
    asked: new Set(),
    seenBy: 'visit',
  };
}

function partOf(items: Items, what: 'frame' | 'form', host: string, place: string, own: readonly string[]): Gathered {
  const identity = `${what}:${host}`;
  const before = items.get(identity);
  if (before) return before;
  const origin = originOfHost(host, own);
  const vendorKey = origin === 'vendor' ? vendorKeyOf(host) : null;
  const part: Gathered = { ...BARE, ...{ identity, what, origin, host, vendorKey, place }, ...emptySets() };
  items.set(identity, part);
  return part;
}

/** A script that the visit did not see: it comes late, or only sometimes. */
function gatherSeen(
  items: Items,
  { identity, host, pageKind }: BeaconSighting,
  place: string,
  own: readonly string[],
): void {
  const before = items.get(identity);
  if (before && before.seenBy === 'visit') return;
  const address = hostOf(identity) === null ? null : identity;
  const origin = address === null ? 'inline-foreign' : originOfAddress(address, own);
  const vendorKey = address !== null && origin === 'vendor' ? vendorKeyOfAddress(address) : null;
  const hash = address === null ? identity : null;
  const shared = { identity, what: 'script', origin, address, hash, vendorKey } as const;
  const seen: Gathered = before ?? {
    ...BARE,
    ...shared,
    host: host ?? (address && hostOf(address)),
    place,
    seenBy: 'beacon',
    ...emptySets(),
  };
  if (pageKind !== 'other') seen.kinds.add(pageKind);
  items.set(identity, seen);
}

const BARE = {
  ...{ address: null, host: null, scheme: null, hash: null, hasIntegrity: false, isModule: false },
  seenBy: 'visit',
} as const;

const emptySets = () => ({
  kinds: new Set<PageKind>(),
  hosts: new Set<string>(),
  behaviours: new Set<string>(),
  asked: new Set<FieldKind>(),
});
