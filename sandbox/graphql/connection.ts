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
 * grow too large; the first item always fits.
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
  const from = page.after == null ? 0 : positionOf(page.after) + 1;
  const to = page.before == null ? ordered.length : positionOf(page.before);
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
    edges: nodes.map((node, index) => ({ cursor: cursorAt(start + index), node })),
    pageInfo: {
      hasNextPage: end < ordered.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length === 0 ? null : cursorAt(start),
      endCursor: nodes.length === 0 ? null : cursorAt(end - 1),
    },
  };
}

function cursorAt(position: number): string {
  return Buffer.from(JSON.stringify({ position })).toString('base64');
}

function positionOf(cursor: string): number {
  try {
    const parsed = JSON.parse(Buffer.from(cursor, 'base64').toString()) as { position?: unknown };
    if (Number.isInteger(parsed.position)) return parsed.position as number;
  } catch {
    // Not one of ours: answered below.
  }
  throw new GraphQLError(`Invalid cursor for current pagination sort.`);
}
