import type { Context } from 'koa';

import { readBody } from '../read-body.ts';

/**
 * A body as Rails reads it: JSON, or a form whose names nest ("attributes[Buyer GSTIN]", "updates[]"). Null: it is none
 * of them, or too large.
 */
export async function readForm(ctx: Context): Promise<Record<string, unknown> | null> {
  const text = await readBody(ctx);
  if (text === null) return null;
  if (text === '') return {};
  try {
    if (ctx.is('application/json')) {
      const value: unknown = JSON.parse(text);
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
    }
    const form = await new Response(text, { headers: { 'Content-Type': ctx.get('Content-Type') } }).formData();
    return nested([...form].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]));
  } catch {
    return null;
  }
}

/** ["a[b]", "1"] → { a: { b: "1" } }; ["a[]", "1"] → { a: ["1"] }; of a name that comes twice the last counts. */
export function nested(pairs: readonly (readonly [name: string, value: string])[]): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [name, value] of pairs) {
    const [, holder = '', key] = /^([^[\]]+)\[([^\]]*)\]$/.exec(name) ?? [];
    if (key === undefined) put(read, name, value);
    else if (key === '')
      put(read, holder, [...(Array.isArray(read[holder]) ? (read[holder] as unknown[]) : []), value]);
    else {
      const inside = read[holder];
      const known = typeof inside === 'object' && inside !== null && !Array.isArray(inside) ? inside : {};
      put(read, holder, Object.fromEntries([...Object.entries(known), [key, value]]));
    }
  }
  return read;
}

/** A visitor may name a field "__proto__": it is a field like any other. */
function put(holder: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}
