import { checkById } from './checks/index.ts';
import { SERVICE_NAMES, type SensitiveService } from './data/sensitive-services.ts';
import { stateByCode } from './data/states.ts';
import { PAPERS } from './data/vendor-papers.ts';
import { dayText, periodText } from './day-text.ts';
import { BUYER_GSTIN_PLACE_NAMES } from './evidence/buyer-gstin-places.ts';
import type { BuyerGstinPlace } from './evidence/orders.ts';
import type { PolicyType } from './evidence/kinds.ts';
import { POLICY_NAMES } from './evidence/policy-names.ts';
import { fill } from './text.ts';
import type { Language, Text, TextData } from './text.ts';
import { visibleText } from './visible-text.ts';

/** A key `state`, `states`, or one that ends in State or States, holds GST codes, several parted by commas. */
const STATE_KEY = /(^s|S)tates?$/;
/** A key `day`, or one that ends in Day, holds one day. */
const DAY_KEY = /(^d|D)ay$/;
/** A key `period` or `periods` holds months or financial years, several parted by commas. */
const PERIOD_KEY = /^periods?$/;
/** A key `place`, or one that ends in Place, holds where a buyer's number stands. */
const PLACE_KEY = /(^p|P)lace$/;
const POLICY_KEY = 'policy';
/** A key `service` holds one of the sensitive services. */
const SERVICE_KEY = 'service';
/** A key `paper` holds a kind of paper that speaks for a vendor. */
const PAPER_KEY = 'paper';
/** A key `check` holds the id of a check. */
const CHECK_KEY = 'check';

/**
 * A finding's sentence in the reader's language. Findings are stored without words of any language: GST codes,
 * Shopify's policy types, services, papers, checks, places of a number and days become words here, and only here; names
 * that others wrote lose what would hide or turn them.
 */
export function findingText(message: Text, data: TextData, language: Language): string {
  const named: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(data)) named[key] = nameOf(key, value, language);
  return fill(message[language], named);
}

function nameOf(key: string, value: string | number, language: Language): string | number {
  if (typeof value === 'number') return value;
  if (key === POLICY_KEY) return POLICY_NAMES[value as PolicyType]?.[language] ?? visibleText(value);
  if (key === SERVICE_KEY) return SERVICE_NAMES[value as SensitiveService]?.[language] ?? visibleText(value);
  if (key === PAPER_KEY) return PAPERS.find(({ kind }) => kind === value)?.name[language] ?? visibleText(value);
  if (key === CHECK_KEY) return checkById(value)?.title[language] ?? visibleText(value);
  if (PLACE_KEY.test(key)) return BUYER_GSTIN_PLACE_NAMES[value as BuyerGstinPlace]?.[language] ?? visibleText(value);
  if (DAY_KEY.test(key)) return dayText(visibleText(value), language);
  if (PERIOD_KEY.test(key)) return each(value, (period) => periodText(period, language));
  if (STATE_KEY.test(key)) return each(value, (code) => stateByCode(code)?.name[language] ?? code);
  return visibleText(value);
}

function each(list: string, write: (one: string) => string): string {
  return visibleText(list)
    .split(',')
    .map((one) => write(one.trim()))
    .join(', ');
}
