import type { HostProbe, PageKind, PageScript } from '../../../core/evidence/storefront.ts';
import type { StorefrontBoard } from '../../../core/api/security.ts';
import type { BehaviourSeen, LibrarySeen, SecretSeen, VulnerableLibrary } from '../../../core/evidence/code.ts';

/** One script of a host, however many pages have it. */
export interface ScriptRow {
  readonly key: string;
  /** Null: it stands in the page itself. */
  readonly address: string | null;
  readonly host: string | null;
  readonly scheme: PageScript['scheme'];
  readonly hash: string | null;
  readonly hasIntegrity: boolean;
  readonly pages: readonly PageKind[];
}

export const SCRIPT_ORDERS = ['host', 'pages', 'protection'] as const;
export type ScriptOrder = (typeof SCRIPT_ORDERS)[number];

/** Scripts of all pages of a host, each once. */
export function scriptRows({ pages }: HostProbe, order: ScriptOrder): readonly ScriptRow[] {
  const rows = new Map<string, ScriptRow>();
  for (const { kind, scripts } of pages) {
    for (const script of scripts) {
      const key = script.address ?? script.hash ?? `${kind} inline`;
      const known = rows.get(key);
      if (known?.pages.includes(kind)) continue;
      rows.set(key, {
        key,
        address: script.address,
        host: script.host,
        scheme: script.scheme,
        hash: script.hash,
        hasIntegrity: script.hasIntegrity,
        pages: [...(known?.pages ?? []), kind],
      });
    }
  }
  return [...rows.values()].sort(BY[order]);
}

/** What stands in the page itself comes last. */
const byHost = (one: ScriptRow, other: ScriptRow) =>
  Number(one.host === null) - Number(other.host === null) ||
  (one.host ?? '').localeCompare(other.host ?? '') ||
  one.key.localeCompare(other.key);

const BY: Readonly<Record<ScriptOrder, (one: ScriptRow, other: ScriptRow) => number>> = {
  host: byHost,
  pages: (one, other) => other.pages.length - one.pages.length || byHost(one, other),
  protection: (one, other) => rankOf(one) - rankOf(other) || byHost(one, other),
};

/** Over an open line first, then what nobody vouches for. */
function rankOf({ scheme, hasIntegrity }: ScriptRow): number {
  return scheme === 'http' ? 0 : scheme === 'protocol-relative' ? 1 : hasIntegrity || scheme === 'inline' ? 3 : 2;
}

/** A library at one version, and everywhere it was seen. */
export interface LibraryRow {
  readonly component: string;
  readonly version: string;
  readonly places: readonly string[];
  /** Null: the list knows no flaw of this version. */
  readonly flaw: VulnerableLibrary | null;
}

const GRAVEST_FIRST = ['critical', 'high', 'medium', 'low'];

export function libraryRows(board: StorefrontBoard): readonly LibraryRow[] {
  const seen = new Map<string, { component: string; version: string; places: Set<string> }>();
  for (const { place, library } of librariesSeen(board)) {
    const key = `${library.component} ${library.version}`;
    const row = seen.get(key) ?? { component: library.component, version: library.version, places: new Set() };
    row.places.add(place);
    seen.set(key, row);
  }
  const flaws = board.libraries?.flaws ?? [];
  const rankOf = ({ flaw }: LibraryRow) => (flaw ? GRAVEST_FIRST.indexOf(flaw.worst) : GRAVEST_FIRST.length);
  return [...seen.values()]
    .map(({ component, version, places }) => ({
      component,
      version,
      places: [...places].sort(),
      flaw: flaws.find((flaw) => flaw.component === component && flaw.version === version) ?? null,
    }))
    .sort((one, other) => rankOf(one) - rankOf(other) || one.component.localeCompare(other.component));
}

function* librariesSeen(board: StorefrontBoard): Generator<{ readonly place: string; readonly library: LibrarySeen }> {
  for (const { filename, libraries } of board.theme)
    for (const library of libraries) yield { place: filename, library };
  for (const { place, script } of pageScripts(board))
    for (const library of script.code?.libraries ?? []) yield { place, library };
}

/** A secret or a behaviour, and where it stands. */
export interface CodeRow<T> {
  readonly place: string;
  readonly seen: T;
}

/** Each (type, place, line) once; what is meant to be public comes last. */
export function secretRows(board: StorefrontBoard): readonly CodeRow<SecretSeen>[] {
  const rows = codeRows(
    board,
    ({ secrets }) => secrets,
    ({ type, line }) => `${type} ${line}`,
  );
  return [...rows].sort((one, other) => Number(one.seen.level === 'info') - Number(other.seen.level === 'info'));
}

export function behaviourRows(board: StorefrontBoard): readonly CodeRow<BehaviourSeen>[] {
  return codeRows(
    board,
    ({ behaviours }) => behaviours,
    ({ behaviour, line }) => `${behaviour} ${line}`,
  );
}

interface Code {
  readonly secrets: readonly SecretSeen[];
  readonly behaviours: readonly BehaviourSeen[];
}

function codeRows<T>(
  board: StorefrontBoard,
  of: (code: Code) => readonly T[],
  nameOf: (seen: T) => string,
): readonly CodeRow<T>[] {
  const rows = new Map<string, CodeRow<T>>();
  const add = (place: string, code: Code) => {
    for (const seen of of(code)) rows.set(`${place} ${nameOf(seen)}`, { place, seen });
  };
  for (const file of board.theme) add(file.filename, file);
  for (const { place, script } of pageScripts(board)) if (script.code) add(place, script.code);
  return [...rows.values()];
}

/** An inline script's place is its page. */
function* pageScripts({ hosts }: StorefrontBoard): Generator<{ readonly place: string; readonly script: PageScript }> {
  for (const { host, pages } of hosts)
    for (const { path, scripts } of pages)
      for (const script of scripts) yield { place: script.address ?? `${host}${path}`, script };
}
