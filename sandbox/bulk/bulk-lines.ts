type Json = Record<string, unknown>;

/** One line of the file: an object, and the id of the one that its connection hangs on. */
type BulkLine = Json & { readonly __parentId?: string };

/** What a query answered as lines: each node on its own, connections taken out of their parents. */
export function bulkLines(data: Json): BulkLine[] {
  return Object.values(data).flatMap((root) => nodesOf(root).flatMap((node) => lineAndChildren(node, undefined)));
}

function lineAndChildren(node: Json, parentId: string | undefined): BulkLine[] {
  const children: BulkLine[] = [];
  const own = withoutConnections(node, children);
  return [{ ...own, ...(parentId !== undefined && { __parentId: parentId }) }, ...children];
}

/** Lifts each connection into `children`, however deep between plain objects it lies. */
function withoutConnections(holder: Json, children: BulkLine[]): Json {
  const own: Json = {};
  for (const [key, value] of Object.entries(holder)) {
    if (isConnection(value))
      for (const node of nodesOf(value)) children.push(...lineAndChildren(node, String(holder['id'])));
    else if (isObject(value)) own[key] = withoutConnections(value, children);
    else own[key] = value;
  }
  return own;
}

function nodesOf(connection: unknown): Json[] {
  if (!isObject(connection)) return [];
  const { nodes, edges } = connection;
  if (Array.isArray(nodes)) return nodes as Json[];
  return Array.isArray(edges) ? (edges as { node: Json }[]).map(({ node }) => node) : [];
}

function isConnection(value: unknown): boolean {
  return isObject(value) && (Array.isArray(value['edges']) || Array.isArray(value['nodes']));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
