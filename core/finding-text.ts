import { stateByCode } from './data/states.ts';
import type { PolicyType } from './evidence/kinds.ts';
import { POLICY_NAMES } from './evidence/policy-names.ts';
import { fill } from './text.ts';
import type { Language, Text, TextData } from './text.ts';
import { visibleText } from './visible-text.ts';

/** A key `state`, `states`, or one that ends in State or States, holds GST codes, several parted by commas. */
const STATE_KEY = /(^s|S)tates?$/;
const POLICY_KEY = 'policy';

/**
 * A finding's sentence in the reader's language. Findings are stored without words of any language: GST codes and
 * Shopify's policy types become names here, and only here; names that others wrote lose what would hide or turn them.
 */
export function findingText(message: Text, data: TextData, language: Language): string {
  const named: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(data)) named[key] = nameOf(key, value, language);
  return fill(message[language], named);
}

function nameOf(key: string, value: string | number, language: Language): string | number {
  if (typeof value === 'number') return value;
  if (key === POLICY_KEY) return POLICY_NAMES[value as PolicyType]?.[language] ?? visibleText(value);
  if (!STATE_KEY.test(key)) return visibleText(value);
  return value
    .split(',')
    .map((code) => stateByCode(code.trim())?.name[language] ?? code.trim())
    .join(', ');
}
