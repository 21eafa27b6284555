import { z } from 'zod';
import type { RegistryPlace } from '../../core/evidence/registry.ts';
import { isStateCode } from '../../core/data/state-codes.ts';
import { loose, textOf } from './registry-fields.ts';
import { stateOfName } from './state-of-name.ts';

/** Places of one registration that are kept. The largest sellers name a few hundred. */
const MOST_PLACES = 500;
const PIN = /(?<!\d)([1-9]\d{2}) ?(\d{3})(?!\d)/g;

/** One address by the service's own names: as parts, as one line, or both. Streets are read by nobody and not kept. */
export interface AddressNames {
  readonly pin: string;
  readonly state: string;
}

const Fields = z.record(z.string(), loose);

/** PIN and State of an address in parts; a missing part is looked for in the line. Null when neither is told. */
export function placeOf(parts: unknown, line: unknown, names: AddressNames): RegistryPlace | null {
  const fields = Fields.safeParse(parts).data ?? {};
  const text = typeof line === 'string' ? line.slice(0, 1_000) : '';
  const pin = pinOf(fields[names.pin]) ?? pinIn(text);
  const stateCode = codeOf(fields[names.state]) ?? codeIn(text);
  return pin === null && stateCode === null ? null : { pin, stateCode };
}

/** Null: the service does not tell of further places; those without PIN and State say nothing and are left out. */
export function placesOf(list: unknown, place: (one: unknown) => RegistryPlace | null): RegistryPlace[] | null {
  if (!Array.isArray(list)) return null;
  return list.slice(0, MOST_PLACES).flatMap((one: unknown) => place(one) ?? []);
}

function pinOf(value: unknown): string | null {
  return pinIn(typeof value === 'number' ? String(value) : (textOf(value) ?? ''));
}

/** The last one: streets and plots have numbers too, and a PIN ends the address. */
function pinIn(text: string): string | null {
  const last = [...text.matchAll(PIN)].at(-1);
  return last ? `${last[1]}${last[2]}` : null;
}

function codeOf(value: unknown): string | null {
  const text = textOf(value);
  if (text === null) return null;
  return isStateCode(text) ? text : stateOfName(text);
}

/** From the end: a street may be called after another State. */
function codeIn(text: string): string | null {
  for (const part of text.split(',').reverse()) {
    const code = stateOfName(part);
    if (code !== null) return code;
  }
  return null;
}
