import { StoreError } from './errors.ts';
import { compileExpression, type Expression } from './expressions.ts';
import { field, isDoc, setField, type Doc } from './values.ts';

type Leaf = { readonly keep: boolean } | { readonly value: Expression };
type Tree = Map<string, Tree | Leaf>;
export type Shape = (doc: Doc) => Doc;

/** `{ field: 1 }`, `{ field: 0 }` or `{ field: expression }`, for find and for $project. */
export function compileProjection(spec: unknown): Shape {
  if (!isDoc(spec)) throw new StoreError(14, 'Expected projection to be an object');
  const tree: Tree = new Map();
  plant(tree, spec, [], true);
  const id = tree.get('_id');
  const leaves = leavesOf(tree, '').filter(([name]) => name !== '_id');
  const includes =
    leaves.some(([, leaf]) => !('keep' in leaf) || leaf.keep) || (leaves.length === 0 && !!id && !isExclusion(id));
  const strange = leaves.find(([, leaf]) => 'keep' in leaf && leaf.keep !== includes);
  if (strange && includes)
    throw new StoreError(31254, `Cannot do exclusion on field ${strange[0]} in inclusion projection`);
  if (tree.size === 0) return (doc) => doc;
  if (!includes) return (doc) => prune(doc, tree) as Doc;
  if (!id) tree.set('_id', { keep: true });
  return (doc) => withComputed(pick(doc, tree), tree, doc);
}

/** `{ field: expression }`: adds or replaces, keeps all else. */
export function compileAddFields(spec: unknown): Shape {
  if (!isDoc(spec) || Object.keys(spec).length === 0)
    throw new StoreError(40272, '$addFields specification must be a non-empty object');
  const tree: Tree = new Map();
  plant(tree, spec, [], false);
  return (doc) => withComputed(doc, tree, doc);
}

export function compileUnset(spec: unknown): Shape {
  const names = typeof spec === 'string' ? [spec] : spec;
  if (
    !Array.isArray(names) ||
    names.length === 0 ||
    !names.every((name) => typeof name === 'string' && name !== '' && !name.startsWith('$'))
  )
    throw new StoreError(31002, '$unset specification must be a string or an array of strings');
  return compileProjection(Object.fromEntries(names.map((name) => [name, 0])));
}

function plant(tree: Tree, spec: Doc, above: readonly string[], flags: boolean): void {
  for (const [name, value] of Object.entries(spec)) {
    const path = [...above, ...name.split('.')];
    if (path.some((part) => part === '' || part.startsWith('$')))
      throw new StoreError(16410, `FieldPath '${path.join('.')}' holds an empty or a $-prefixed name`);
    if (isDoc(value) && !Object.keys(value)[0]?.startsWith('$')) {
      if (Object.keys(value).length === 0) throw new StoreError(51270, 'An empty sub-projection is not a valid value');
      plant(tree, value, path, flags);
    } else graft(tree, path, leafOf(value, flags));
  }
}

function leafOf(value: unknown, flags: boolean): Leaf {
  if (flags && (typeof value === 'number' || typeof value === 'boolean')) return { keep: Boolean(value) };
  return { value: compileExpression(value) };
}

function graft(tree: Tree, path: readonly string[], leaf: Leaf): void {
  let here = tree;
  for (const [i, name] of path.entries()) {
    const there = here.get(name);
    const isLast = i === path.length - 1;
    if (there && (isLast || !(there instanceof Map)))
      throw new StoreError(31249, `Path collision at ${path.join('.')}`);
    if (isLast) here.set(name, leaf);
    else if (there instanceof Map) here = there;
    else {
      const next: Tree = new Map();
      here.set(name, next);
      here = next;
    }
  }
}

const isExclusion = (node: Tree | Leaf): boolean =>
  node instanceof Map ? leavesOf(node, '').every(([, leaf]) => isExclusion(leaf)) : 'keep' in node && !node.keep;

function leavesOf(tree: Tree, above: string): [string, Leaf][] {
  return [...tree].flatMap(([name, node]) =>
    node instanceof Map ? leavesOf(node, `${above}${name}.`) : [[`${above}${name}`, node]],
  );
}

/** Kept fields in the document's own order; scalars on the way of a longer path fall away. */
function pick(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value))
    return value.filter((part) => isDoc(part) || Array.isArray(part)).map((part) => pick(part, tree));
  if (!isDoc(value)) return undefined;
  const result: Doc = {};
  for (const name of Object.keys(value)) {
    const node = tree.get(name);
    const kept =
      node instanceof Map ? pick(value[name], node) : node && 'keep' in node && node.keep ? value[name] : undefined;
    if (kept !== undefined) setField(result, name, kept);
  }
  return result;
}

function prune(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((part) => prune(part, tree));
  if (!isDoc(value)) return value;
  const result: Doc = {};
  for (const name of Object.keys(value)) {
    const node = tree.get(name);
    if (node instanceof Map) setField(result, name, prune(value[name], node));
    else if (!node || !('keep' in node) || node.keep) setField(result, name, value[name]);
  }
  return result;
}

function withComputed(value: unknown, tree: Tree, root: Doc): Doc {
  const result: Doc = isDoc(value) ? { ...value } : {};
  for (const [name, node] of tree) {
    if (node instanceof Map) {
      if (!leavesOf(node, '').some(([, leaf]) => 'value' in leaf)) continue;
      const inner = field(result, name);
      const each = (part: unknown): unknown => (Array.isArray(part) ? part.map(each) : withComputed(part, node, root));
      setField(result, name, each(inner));
    } else if ('value' in node) {
      const computed = node.value({ root, variables: {} });
      if (computed === undefined) delete result[name];
      else setField(result, name, computed);
    }
  }
  return result;
}
