import { GraphQLError } from 'graphql';

export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
  readonly reverse?: boolean | null;
}

export interface Connection<T> {
  readonly nodes: readonly T[];
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: PageInfo;
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export const EMPTY_CONNECTION: Connection<never> = {
  nodes: [],
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
};

/** How many a page may ask for where the schema says nothing else. */
const LARGEST_PAGE = 250;

/**
 * One page of the items, cut as Relay's cursors say. `fits` ends a page early, as Shopify does when the answer would
 * grow too large; the first item always fits. A cursor stays with its item: what comes in at the front between two
 * pages moves nothing.
 */
export function connection<T>(
  items: readonly T[],
  page: PageArguments,
  limits: { largestPage?: number; fits?: (taken: readonly T[], next: T) => boolean } = {},
): Connection<T> {
  const largest = limits.largestPage ?? LARGEST_PAGE;
  const wanted = page.first ?? page.last;
  if (wanted == null) throw new GraphQLError('you must provide one of first or last');
  if (wanted < 0 || wanted > largest) throw new GraphQLError(`A page holds between 0 and ${largest} items.`);

  const ordered = page.reverse ? items.toReversed() : items;
  const from = page.after == null ? 0 : placeOf(ordered, page.after).next;
  const to = page.before == null ? ordered.length : placeOf(ordered, page.before).at;
  const window = ordered.slice(from, to);
  const start = page.first == null ? Math.max(from, to - wanted) : from;
  const candidates = page.first == null ? window.slice(-wanted || window.length) : window.slice(0, wanted);

  const nodes: T[] = [];
  for (const item of candidates) {
    if (nodes.length > 0 && limits.fits?.(nodes, item) === false) break;
    nodes.push(item);
  }
  const end = start + nodes.length;
  return {
    nodes,
    edges: nodes.map((node, index) => ({ cursor: cursorOf(node, start + index), node })),
    pageInfo: {
      hasNextPage: end < ordered.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length === 0 ? null : cursorOf(nodes[0], start),
      endCursor: nodes.length === 0 ? null : cursorOf(nodes.at(-1), end - 1),
    },
  };
}

function cursorOf<T>(item: T, position: number): string {
  return Buffer.from(JSON.stringify({ position, id: idOf(item) })).toString('base64');
}

/** Where the cursor's item stands now, and what comes next: for one that is gone, what took its place. */
function placeOf(items: readonly unknown[], cursor: string): { at: number; next: number } {
  const { position, id } = readCursor(cursor);
  const at = id === null ? position : items.findIndex((item) => idOf(item) === id);
  return at === -1 ? { at: position, next: position } : { at, next: at + 1 };
}

function idOf(item: unknown): string | number | null {
  const { id } = (item ?? {}) as { id?: unknown };
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function readCursor(cursor: string): { position: number; id: unknown } {
  try {
    const { position, id } = JSON.parse(Buffer.from(cursor, 'base64').toString()) as {
      position?: unknown;
      id?: unknown;
    };
    if (typeof position === 'number' && Number.isInteger(position)) return { position, id: id ?? null };
  } catch {
    // Not one of ours: answered below.
  }
  throw new GraphQLError(`Invalid cursor for current pagination sort.`);
}
