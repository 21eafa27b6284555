import { Binary, BSONRegExp, deserialize, Long, ObjectId, serialize } from 'bson';
import { StoreError } from './errors.ts';

export type Doc = Record<string, unknown>;
const READ = { bsonRegExp: true, promoteBuffers: false, promoteLongs: true, promoteValues: true } as const;

/** Bytes to plain values. A Long beyond 2^53 stays a Long; everything else that counts is a number. */
export const parse = (raw: Uint8Array): Doc => deserialize(raw, READ);
export const parseWithRaw = (raw: Uint8Array, field: string): Doc =>
  deserialize(raw, { ...READ, fieldsAsRaw: { [field]: true } });
/** Bytes to values that keep their number types (Int32, Double, Long), for fields that an update leaves alone. */
export const parseTyped = (raw: Uint8Array): Doc => deserialize(raw, { ...READ, promoteValues: false });
export const toBytes = (doc: Doc): Buffer => Buffer.from(serialize(doc, { ignoreUndefined: true }));

export function isDoc(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** A document's own field: never something that Object.prototype lends. */
export const field = (doc: Doc, name: string): unknown => (Object.hasOwn(doc, name) ? doc[name] : undefined);

export function setField(doc: Doc, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(doc, name, { value, enumerable: true, writable: true, configurable: true });
  else doc[name] = value;
}

export function clone<T>(value: T): T {
  if (Array.isArray(value)) return value.map(clone) as T;
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const name of Object.keys(value)) setField(copy, name, clone(value[name]));
  return copy as T;
}

/** The place of a value's type in BSON's order; missing (undefined) stands before null. */
export function rank(value: unknown): number {
  if (value === undefined) return 0;
  if (value === null) return 1;
  if (typeof value === 'number' || value instanceof Long) return 2;
  if (typeof value === 'string') return 3;
  if (Array.isArray(value)) return 5;
  if (value instanceof Binary) return 6;
  if (value instanceof ObjectId) return 7;
  if (typeof value === 'boolean') return 8;
  if (value instanceof Date) return 9;
  if (value instanceof BSONRegExp) return 11;
  if (isDoc(value)) return 4;
  throw new StoreError(2, `The embedded store cannot hold or compare ${kindOf(value)} values`);
}

export function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) <= 0x7fffffff ? 'int' : 'double';
  if (typeof value === 'boolean') return 'bool';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (typeof value !== 'object') return typeof value;
  const tag: unknown = '_bsontype' in value ? value._bsontype : undefined;
  const names: Record<string, string> = { ObjectId: 'objectId', Binary: 'binData', Long: 'long', BSONRegExp: 'regex' };
  return typeof tag === 'string' ? (names[tag] ?? tag) : 'object';
}

/** MongoDB's order over every type that the store holds. */
export function compare(a: unknown, b: unknown): number {
  const kind = rank(a);
  const other = rank(b);
  if (kind !== other) return kind - other;
  if (kind === 2) return compareNumbers(wide(a), wide(b));
  if (kind === 3) return compareStrings(a as string, b as string);
  if (kind === 9) return (a as Date).getTime() - (b as Date).getTime();
  if (kind === 8) return Number(a) - Number(b);
  if (kind === 7) return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
  if (kind === 6) return compareBinary(a as Binary, b as Binary);
  if (kind === 5) return compareLists(a as unknown[], b as unknown[]);
  if (kind === 4) return compareDocs(a as Doc, b as Doc);
  return 0;
}

export const equal = (a: unknown, b: unknown): boolean => compare(a, b) === 0;
const wide = (value: unknown): number | bigint => (value instanceof Long ? value.toBigInt() : (value as number));

function compareNumbers(a: number | bigint, b: number | bigint): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** As their UTF-8 bytes compare: a surrogate pair stands above U+E000–U+FFFF, which UTF-16 order gets wrong. */
function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const shared = Math.min(a.length, b.length);
  let at = 0;
  while (at < shared && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  if (at === shared) return a.length - b.length;
  const weight = (unit: number): number => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);
  return weight(a.charCodeAt(at)) - weight(b.charCodeAt(at));
}

function compareBinary(a: Binary, b: Binary): number {
  return a.length() - b.length() || a.sub_type - b.sub_type || Buffer.compare(a.value(), b.value());
}

function compareLists(a: readonly unknown[], b: readonly unknown[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = compare(a[i] ?? null, b[i] ?? null);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareDocs(a: Doc, b: Doc): number {
  const [left, right] = [Object.keys(a), Object.keys(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [mine, theirs] = [left[i] ?? '', right[i] ?? ''];
    const difference = rank(a[mine]) - rank(b[theirs]) || compareStrings(mine, theirs) || compare(a[mine], b[theirs]);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** One string a value: two values have the same string exactly when they are equal. */
export function identity(value: unknown): string {
  switch (rank(value)) {
    case 2:
      return `n${wide(value)}`;
    case 3:
      return JSON.stringify(value);
    case 4:
      return `{${Object.entries(value as Doc)
        .map(([name, part]) => `${JSON.stringify(name)}:${identity(part)}`)
        .join()}}`;
    case 5:
      return `[${(value as unknown[]).map(identity).join()}]`;
    case 6:
      return `b${(value as Binary).sub_type}:${Buffer.from((value as Binary).value()).toString('base64')}`;
    case 7:
      return `o${(value as ObjectId).toHexString()}`;
    case 9:
      return `d${(value as Date).getTime()}`;
    default:
      return String(value);
  }
}

/** Refuses a document that holds a type we could not compare rightly, or a name that reads as an operator. */
export function inspect(value: unknown, depth = 0): void {
  if (depth > 100) throw new StoreError(15, 'Document exceeds maximum nested object depth: 100');
  const kind = rank(value);
  if (kind === 11) throw new StoreError(2, 'The embedded store does not store regular expressions');
  if (kind === 5) for (const part of value as unknown[]) inspect(part, depth + 1);
  if (kind !== 4) return;
  for (const [name, part] of Object.entries(value as Doc)) {
    if (name.startsWith('$')) throw new StoreError(52, `The dollar ($) prefixed field '${name}' is not allowed here`);
    inspect(part, depth + 1);
  }
}
