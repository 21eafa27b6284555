import { isWellKnownHost, WELL_KNOWN_DOMAINS } from '../data/well-known-hosts.ts';

/** Characters that the eye takes for others; Cyrillic and Greek ones arrive as they are or as "xn--". */
const SEEN_AS: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/0/g, 'o'],
  [/[1il|]/g, 'l'],
  [/5/g, 's'],
  [/а/g, 'a'],
  [/е/g, 'e'],
  [/о/g, 'o'],
  [/р/g, 'p'],
  [/с/g, 'c'],
  [/у/g, 'y'],
  [/х/g, 'x'],
  [/[іı]/g, 'l'],
  [/ѕ/g, 's'],
  [/ο/g, 'o'],
];
const SHORTEST_NAME = 6;
interface Known {
  readonly domain: string;
  readonly name: string;
  readonly ending: string;
  /** The name as the eye takes it. */
  readonly shape: string;
}
const KNOWN: readonly Known[] = WELL_KNOWN_DOMAINS.map((domain) => {
  const dot = domain.indexOf('.');
  const name = domain.slice(0, dot);
  return { domain, name, ending: domain.slice(dot), shape: skeleton(name) };
}).filter(({ name }) => name.length >= SHORTEST_NAME);

/**
 * The well-known domain that a host imitates by one letter or by letters that look the same: "googie-analytics.com"
 * for google-analytics.com. Null: it is well known itself, or like none. The same name under another ending
 * ("shopify.in") is no imitation, since firms own many endings.
 */
export function imitatedHost(host: string): string | null {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (isWellKnownHost(name)) return null;
  const labels = name.split('.');
  if (labels.length < 2) return null;
  const names = labels.slice(0, -1).filter((label) => label.length >= SHORTEST_NAME);
  const shaped = names.map((label) => ({ label, shape: skeleton(label) }));
  for (const known of KNOWN) {
    for (const { label, shape } of shaped) {
      if (label !== known.name && (shape === known.shape || isOneApart(label, known.name))) return known.domain;
    }
    // The whole name with its ending in front of another domain: "google-analytics.com.evil.example".
    if (name.includes(`${known.domain}.`) || name.includes(`${known.name}${known.ending.replace('.', '-')}.`)) {
      return known.domain;
    }
  }
  return null;
}

function skeleton(name: string): string {
  return SEEN_AS.reduce((text, [pattern, shown]) => text.replace(pattern, shown), name);
}

/** One letter too many, one missing, one other, or two neighbours exchanged. */
function isOneApart(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}
