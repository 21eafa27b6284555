import { StoreError } from './errors.ts';
import { field, isDoc, kindOf, setField, type Doc } from './values.ts';

const LONGEST_PADDING = 1_500_000;
type Container = Doc | unknown[];

/** A document being changed: containers on the way to a change are copied once, everything else is shared. */
export class Draft {
  readonly root: Doc;
  readonly #own = new Set<unknown>();

  constructor(doc: Doc) {
    this.root = { ...doc };
    this.#own.add(this.root);
  }

  get(path: readonly string[]): unknown {
    let value: unknown = this.root;
    for (const name of path) value = step(value, name);
    return value;
  }

  set(path: readonly string[], value: unknown): void {
    const last = path.at(-1) ?? '';
    const parent = this.#open(path.slice(0, -1), last);
    if (!Array.isArray(parent)) return setField(parent, last, value);
    pad(parent, Number(last));
    parent[Number(last)] = value;
  }

  /** Takes the field away; an array keeps its place, as null. */
  unset(path: readonly string[]): void {
    if (this.get(path) === undefined) return;
    const last = path.at(-1) ?? '';
    const parent = this.#open(path.slice(0, -1), last);
    if (Array.isArray(parent)) parent[Number(last)] = null;
    else delete parent[last];
  }

  /** The container at `path`, our own copy, made where it is missing. */
  #open(path: readonly string[], inner: string): Container {
    let here: Container = this.root;
    for (const [i, name] of path.entries()) {
      let next: unknown = step(here, name);
      if (next === undefined) next = {};
      if (!Array.isArray(next) && !isDoc(next)) throw notViable(path[i + 1] ?? inner, name, next);
      if (!this.#own.has(next)) {
        next = Array.isArray(next) ? [...(next as unknown[])] : { ...next };
        this.#own.add(next);
      }
      if (Array.isArray(here)) {
        if (!/^\d+$/.test(name)) throw notViable(name, path[i - 1] ?? '', here);
        pad(here, Number(name));
        here[Number(name)] = next;
      } else setField(here, name, next);
      here = next as Container;
    }
    if (Array.isArray(here) && !/^\d+$/.test(inner)) throw notViable(inner, path.at(-1) ?? '', here);
    return here;
  }
}

function step(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return /^\d+$/.test(name) ? (value[Number(name)] as unknown) : undefined;
  return isDoc(value) ? field(value, name) : undefined;
}

function pad(list: unknown[], to: number): void {
  if (to - list.length > LONGEST_PADDING)
    throw new StoreError(2, `can't backfill more than ${LONGEST_PADDING} elements`);
  while (list.length < to) list.push(null);
}

const notViable = (name: string, parent: string, value: unknown): StoreError =>
  new StoreError(28, `Cannot create field '${name}' in element {${parent}: (${kindOf(value)})}`);
