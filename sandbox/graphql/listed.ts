import { connection, type Connection, type PageArguments } from './connection.ts';

/** Set while a bulk operation runs: connections then need no page, and the outermost one comes slice by slice. */
export interface BulkSlice {
  readonly from: number;
  readonly to: number;
  /** Filled by the outermost connection: how many there are. */
  total: number | null;
}

export interface ListContext {
  readonly bulk?: BulkSlice;
}

/** A connection over things that become nodes only when they are on the page. */
export function listed<T, N>(
  items: readonly T[],
  args: PageArguments,
  context: ListContext,
  nodeOf: (item: T) => N,
  largestPage?: number,
): Connection<N> {
  const page = context.bulk
    ? connection(items, { ...args, first: items.length, last: null }, { largestPage: items.length })
    : connection(items, args, { ...(largestPage !== undefined && { largestPage }) });
  return nodesOf(page, nodeOf);
}

/** The same for a connection at the root, of which a bulk operation takes one slice at a time. */
export function rootListed<T, N>(
  items: readonly T[],
  args: PageArguments,
  context: ListContext,
  nodeOf: (item: T) => N,
): Connection<N> {
  const { bulk } = context;
  if (!bulk) return listed(items, args, context, nodeOf);
  bulk.total = items.length;
  const ordered = args.reverse ? items.toReversed() : items;
  return listed(ordered.slice(bulk.from, bulk.to), {}, context, nodeOf);
}

function nodesOf<T, N>({ edges, pageInfo }: Connection<T>, nodeOf: (item: T) => N): Connection<N> {
  const made = edges.map(({ cursor, node }) => ({ cursor, node: nodeOf(node) }));
  return { edges: made, nodes: made.map(({ node }) => node), pageInfo };
}
