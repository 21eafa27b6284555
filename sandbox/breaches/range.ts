import { createHash } from 'node:crypto';

/** Passwords of every list of breaches, with counts as such lists have them. Nobody's in particular. */
const BREACHED: readonly (readonly [string, number])[] = [
  ['password', 52_256_179],
  ['Password@123', 11_240],
  ['123456', 210_000_000],
  ['12345678', 40_000_000],
  ['qwerty', 22_000_000],
  ['iloveyou1', 1_400_000],
  ['letmein', 1_200_000],
  ['abc12345', 900_000],
  ['Admin@123', 26_000],
  ['Welcome@123', 18_000],
  ['Jaishreeram@1', 312],
  ['Mumbai2026!', 3],
];
const LEAST_ROWS = 800;

const sums = BREACHED.map(([password, count]) => ({ sha1: sha1(password), count }));

/** The answer to GET /range/PREFIX with padding, as it is documented: 800 rows and more, those made up with count 0. */
export function rangeAnswer(prefix: string): string {
  const upper = prefix.toUpperCase();
  const real = sums
    .filter(({ sha1: sum }) => sum.startsWith(upper))
    .map(({ sha1: sum, count }) => `${sum.slice(5)}:${count}`);
  const padding = Array.from({ length: LEAST_ROWS }, (_, at) => `${sha1(`${upper} ${at}`).slice(5)}:0`);
  return [...real, ...padding].sort().join('\r\n');
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex').toUpperCase();
}
