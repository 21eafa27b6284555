const TOKEN = String.raw`[A-Za-z*][\w!#$%&'*+\-.^\x60|~:/]*`;
const STRING = String.raw`"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*"`;
const NUMBER = String.raw`@?-?\d{1,15}(?:\.\d{1,3})?`;
const BYTES = String.raw`:[A-Za-z0-9+/=]*:`;
const KEY = String.raw`[a-z*][a-z0-9_\-.*]*`;
const PARAMETER = String.raw`; *${KEY}(?:=(?:${TOKEN}|${STRING}|${NUMBER}|${BYTES}|\?[01]))?`;
const ITEM = new RegExp(String.raw`^ *(${TOKEN})(?:${PARAMETER})* *$`);

const LONGEST_VALUE = 1_024;

/** The token of a structured field by RFC 8941, without its parameters; null where the value is no such item. */
export function tokenOf(value: string): string | null {
  return ITEM.exec(value.slice(0, LONGEST_VALUE).trim())?.[1] ?? null;
}
