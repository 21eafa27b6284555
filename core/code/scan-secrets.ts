import type { SecretSeen } from '../evidence/code.ts';
import { lineCounter } from './line-counter.ts';
import { entropy, SECRET_RULES } from './secret-rules.ts';
import { wordFinder } from './word-finder.ts';

const MAX_SECRETS = 50;
/** Words of a paper or an example in place of the value. */
const PLACEHOLDER =
  /x{5}|\*{3}|\.{3}|your|example|placeholder|change.?me|dummy|insert|replace|redacted|<|\{\{|\{%|\$\{|%s|(.)\1{7}/i;
const PLACEHOLDER_PASSWORDS = new Set(['pass', 'password', 'passwd', 'pwd', 'secret', 'token', 'user', 'username']);
const AROUND_CHARS = 120;
const HINTS = [...new Set(SECRET_RULES.flatMap((rule) => rule.hints))];
const findHints = wordFinder(HINTS, { ignoreCase: true });

/**
 * Credentials in code, in order, at most 50, each value once. A hint to look: whether a key still works is not asked.
 * Values that are plainly a stand-in are left out.
 */
export function scanSecrets(text: string): SecretSeen[] {
  const hints = findHints(text);
  const seen = new Map<string, SecretSeen & { readonly at: number }>();
  const lineAt = lineCounter(text);
  for (const rule of SECRET_RULES) {
    if (!rule.hints.some((hint) => hints.has(HINTS.indexOf(hint)))) continue;
    for (const match of text.matchAll(rule.pattern)) {
      const value = match[1] ?? match[0];
      const known = `${rule.type === 'jwt' ? 'jwt' : ''} ${value}`;
      if (seen.has(known) || isStandIn(value)) continue;
      const around = text.slice(Math.max(0, match.index - AROUND_CHARS), match.index + match[0].length + AROUND_CHARS);
      if (rule.isOne && !rule.isOne(value, around)) continue;
      const { type, level } = rule;
      seen.set(known, { type, level, line: lineAt(match.index), lastFour: lastFour(value), at: match.index });
    }
  }
  return [...seen.values()]
    .sort((a, b) => a.at - b.at)
    .slice(0, MAX_SECRETS)
    .map(({ type, level, line, lastFour: four }) => ({ type, level, line, lastFour: four }));
}

function isStandIn(value: string): boolean {
  if (PLACEHOLDER_PASSWORDS.has(value.toLowerCase())) return true;
  return PLACEHOLDER.test(value) || (value.length >= 16 && entropy(value) < 2.2);
}

/** Of a short value less, and of the line that opens a private key nothing. */
function lastFour(value: string): string {
  return value.startsWith('-----') || value.length < 8 ? '' : value.slice(-4);
}
