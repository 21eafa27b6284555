import { deserialize, ObjectId, serialize } from 'bson';
import { refusal, StoreError } from './errors.ts';

export type Doc = Record<string, unknown>;

/** Int32, Double and a Long within 2^53 are one kind of number here, as they are in JavaScript. */
export const parse = (raw: Uint8Array): Doc => deserialize(raw, { bsonRegExp: true, promoteBuffers: false });
export const toBytes = (doc: Doc): Buffer => Buffer.from(serialize(doc, { ignoreUndefined: true }));
/** Of the same types, with the same fields in the same order. */
export const equal = (a: unknown, b: unknown): boolean => toBytes({ v: a }).equals(toBytes({ v: b }));

export const isDoc = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

export function docOf(value: unknown): Doc {
  if (isDoc(value)) return value;
  throw new StoreError(14, `Expected an object, found ${kindOf(value)}`);
}

export const kindOf = (value: unknown): string => value?.constructor.name ?? String(value);

/** What the store compares: null, booleans, strings, numbers, dates and ObjectIds. Missing counts as null. */
export function isScalar(value: unknown): boolean {
  const number = value instanceof Date ? value.getTime() : value;
  if (typeof number === 'number') return !Number.isNaN(number);
  return value === null || value instanceof ObjectId || ['undefined', 'boolean', 'string'].includes(typeof value);
}

const DOUBLE = Buffer.alloc(8);

/** A string a scalar: strings lie as MongoDB orders the scalars, over all types, and none begins another. */
export function encode(value: unknown): string {
  if (value === null || value === undefined) return '1';
  if (typeof value === 'string') return `3${Buffer.from(value).toString('latin1').replaceAll('\0', '\0\xff')}\0\0`;
  if (value instanceof ObjectId) return `7${value.toHexString()}`;
  if (typeof value === 'boolean') return value ? '81' : '80';
  if (!isScalar(value)) throw refusal(`compare values of type ${kindOf(value)}`);
  DOUBLE.writeDoubleBE(Number(value) + 0);
  const isNegative = DOUBLE.readUInt8() >= 0x80;
  for (const [i, byte] of DOUBLE.entries()) DOUBLE[i] = isNegative ? ~byte : i === 0 ? byte | 0x80 : byte;
  return `${value instanceof Date ? 9 : 2}${DOUBLE.toString('latin1')}`;
}

/** The value at a dotted path, undefined when missing. A way through an array or into a scalar is refused. */
export function valueAt(doc: Doc, path: string): unknown {
  let value: unknown = doc;
  for (const name of path.split('.')) {
    if (value === undefined || value === null) return undefined;
    if (!isDoc(value)) throw refusal(`follow a path through type ${kindOf(value)} (path '${path}')`);
    value = Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}

/** Not a name that JavaScript, bson or mingo would take for something of their own. */
const isPlain = (name: string): boolean => !(name in Object.prototype) && name !== '_bsontype';
/** A dotted path of plain names. */
export const isPath = (path: string): boolean => path.split('.').every((name) => /^[^$]/.test(name) && isPlain(name));

/** Lets through what the store can keep and compare; MongoDB keeps more. */
export function inspect(value: unknown, depth = 0): void {
  if (depth > 100) throw new StoreError(15, 'Document exceeds maximum nested object depth: 100');
  if (Array.isArray(value)) return value.forEach((part) => inspect(part, depth + 1));
  if (!isDoc(value) && (value === undefined || !isScalar(value))) throw refusal(`keep values of type ${kindOf(value)}`);
  for (const [name, part] of isDoc(value) ? Object.entries(value) : []) {
    if (name.startsWith('$')) throw new StoreError(52, `The dollar ($) prefixed field '${name}' is not allowed here`);
    if (!isPlain(name)) throw refusal(`keep a field named '${name}'`);
    inspect(part, depth + 1);
  }
}
