/** Characters of the SHA-1 that the range service is told: 20 bits, shared by some hundreds of known passwords. */
const PREFIX_LENGTH = 5;
const SHA1 = /^[0-9A-F]{40}$/;
const ROW = /^([0-9A-F]{35}):(\d{1,12})$/;
/** A padded answer has some thousand rows; more is no answer of that service. */
const MOST_ROWS = 20_000;

/** A SHA-1 as the range service cuts it. Only the prefix leaves the browser. Null: that is no SHA-1. */
export function splitSha1(hex: string): { readonly prefix: string; readonly suffix: string } | null {
  const upper = hex.toUpperCase();
  if (!SHA1.test(upper)) return null;
  return { prefix: upper.slice(0, PREFIX_LENGTH), suffix: upper.slice(PREFIX_LENGTH) };
}

/**
 * The suffixes of passwords seen in breaches, of an answer of `GET /range/PREFIX`: lines "SUFFIX:COUNT". Rows with count
 * 0 are padding, which hides how many real ones there are. Null: this is no such answer, so nothing follows from it.
 */
export function readRange(text: string): ReadonlySet<string> | null {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  if (lines.length === 0 || lines.length > MOST_ROWS) return null;
  const seen = new Set<string>();
  for (const line of lines) {
    const [, suffix, count] = ROW.exec(line.toUpperCase()) ?? [];
    if (suffix === undefined) return null;
    if (Number(count) > 0) seen.add(suffix);
  }
  return seen;
}
