import { AppError } from './errors.ts';

const LONGEST_CHARS = 1_024;
const DEEPEST = 8;
const MOST_ENTRIES = 50;

/** A key that says "secret" hides its value whatever it is. */
const SECRET_KEY =
  /token|secret|passw|authori[sz]ation|cookie|credential|signature|hmac|apikey|api_key|keyring|key_ring|jwt/i;

/** What secrets and personal data look like, wherever they stand in a text. */
const MASKS: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g, '[jwt]'],
  [/\bshp[a-z]{2,4}_\w+/gi, '[token]'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [token]'],
  [/\b((?:id|access|refresh|subject)_token|hmac|client_secret|code|signature)=[^&\s"']+/gi, '$1=[hidden]'],
  [/:\/\/[^/\s:@"]*:[^/\s@"]*@/g, '://[hidden]@'],
  [/[\w.+%-]+@[\w-]+(\.[\w-]+)+/g, '[e-mail]'],
  [/(?<![A-Za-z0-9])\d{2}[A-Za-z]{5}\d{4}[A-Za-z][A-Za-z0-9]{3}(?![A-Za-z0-9])/g, '[gstin]'],
  [/(?<![A-Za-z0-9])[A-Za-z]{5}\d{4}[A-Za-z](?![A-Za-z0-9])/g, '[pan]'],
];

/** Line breaks, terminal escapes and characters that turn a line round: written out, never acted on. */
// eslint and reviewers see the ranges better as numbers than as invisible characters.
const CONTROL = new RegExp('[\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]', 'g');

/** Hides what looks like a secret or like a person. Leaves JSON well formed. */
export function maskSecrets(text: string): string {
  return MASKS.reduce((clean, [pattern, mask]) => clean.replace(pattern, mask), text);
}

/** Masks, escapes and cuts one text. */
export function scrubText(text: string): string {
  // Masks see a little more than is kept, so that a secret on the edge is still whole.
  const clean = maskSecrets(text.slice(0, LONGEST_CHARS * 2)).replace(
    CONTROL,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return clean.length > LONGEST_CHARS ? `${clean.slice(0, LONGEST_CHARS)}…` : clean;
}

/**
 * What may be written of a value: plain data only, each text scrubbed, each secret's name honoured, at any depth. Of an
 * error its name, text, code and cause; of anything else that is not plain, its class's name.
 */
export function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || value === undefined) return value;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'symbol' || typeof value === 'function') return `[${typeof value}]`;
  if (depth >= DEEPEST) return '[deeper]';
  if (value instanceof Error) return scrubError(value, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '[no date]' : value.toISOString();
  if (value instanceof Uint8Array) return `[${value.length} bytes]`;
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES).map((item) => scrub(item, depth + 1));
  return scrubObject(value, depth);
}

function scrubObject(value: object, depth: number): unknown {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return `[${value.constructor?.name ?? 'object'}]`;
  const entries = Object.entries(value).slice(0, MOST_ENTRIES);
  return Object.fromEntries(
    entries.map(([key, inner]) => [
      scrubText(key),
      SECRET_KEY.test(key) && typeof inner !== 'boolean' ? '[hidden]' : scrub(inner, depth + 1),
    ]),
  );
}

function scrubError(error: Error, depth: number): unknown {
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: scrubText(error.name),
    message: scrubText(error.message),
    ...(error instanceof AppError && { type: error.type, status: error.status }),
    ...((typeof code === 'string' || typeof code === 'number') && { code: scrub(code) }),
    stack: frames.slice(0, 8).map((line) => scrubText(line.trim())),
    ...(error.cause !== undefined && { cause: scrub(error.cause, depth + 1) }),
    ...(error instanceof AggregateError && { errors: scrub(error.errors, depth + 1) }),
  };
}
