import { field, isDoc, type Doc } from './values.ts';

/**
 * The values that a query sees at a dotted path: through every array on the way, by element and by position.
 * A document without the field gives undefined; an array with no document in it gives nothing at all.
 */
export function leaves(value: unknown, path: readonly string[], at = 0, found: unknown[] = []): unknown[] {
  const name = path[at];
  if (name === undefined) found.push(value);
  else if (Array.isArray(value)) {
    for (const element of value) if (isDoc(element)) leaves(element, path, at, found);
    if (/^\d+$/.test(name) && Number(name) < value.length) {
      const element: unknown = value[Number(name)];
      if (at + 1 === path.length || isDoc(element) || Array.isArray(element)) leaves(element, path, at + 1, found);
    }
  } else leaves(isDoc(value) ? field(value, name) : undefined, isDoc(value) ? path : [], at + 1, found);
  return found;
}

/** The one value at a path for sorting. `undefined` when missing, `ARRAY` when any part of the way is an array. */
export function scalarAt(doc: Doc, path: readonly string[]): unknown {
  let value: unknown = doc;
  for (const name of path) {
    if (Array.isArray(value)) return ARRAY;
    value = isDoc(value) ? field(value, name) : undefined;
  }
  return Array.isArray(value) ? ARRAY : value;
}

export const ARRAY = Symbol('array');

/** The values that an index keeps for one path: elements of an array singly, missing as null. */
export function indexValues(doc: Doc, path: readonly string[]): { values: unknown[]; isArray: boolean } {
  const direct = scalarAt(doc, path);
  if (direct !== ARRAY) return { values: [direct ?? null], isArray: false };
  const values = leaves(doc, path).flatMap((leaf) =>
    Array.isArray(leaf) && leaf.length > 0 ? (leaf as unknown[]) : [leaf],
  );
  return { values: values.length > 0 ? values.map((value) => value ?? null) : [null], isArray: true };
}
