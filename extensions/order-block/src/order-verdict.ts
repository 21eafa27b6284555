import type { BuyerNumberShown, OrderGst, OrderTaxShown } from '../../../core/api/order-gst.ts';
import type { Words } from '../../shared/words.ts';

export type BadgeTone = 'success' | 'critical' | 'warning' | 'neutral';

/** Beyond this Shopify cuts the line of a folded card: a cut sum of money is worse than none. */
export const LONGEST_SUMMARY = 30;

const TONES: Readonly<Record<string, BadgeTone>> = {
  right: 'success',
  wrong: 'critical',
  half: 'critical',
  'not-allowed': 'critical',
  rate: 'critical',
  unnamed: 'warning',
  'may-be-sez': 'warning',
};

/** A head that is right at a rate that is not is no "right"; no tax where none is due is. */
function badgeKey(tax: OrderTaxShown): string {
  if (!tax.isJudged) return 'notJudged';
  const { verdict, expected, differencePaise } = tax;
  if (verdict === 'right' && differencePaise > 0) return 'rate';
  return verdict === 'untaxed' && expected === 'none' ? 'right' : verdict;
}

/** The word over an order, and its colour. */
export function verdictBadge(tax: OrderTaxShown): { readonly key: string; readonly tone: BadgeTone } {
  const key = badgeKey(tax);
  return { key: `badge.${key}`, tone: TONES[key] ?? 'neutral' };
}

type RegistryStatus = NonNullable<NonNullable<BuyerNumberShown['registry']>['status']>;

/** With these a number brings the buyer nothing. */
const NO_GOOD: readonly RegistryStatus[] = ['cancelled', 'suspended', 'inactive', 'not-found'];

/**
 * The gravest word about the buyer's numbers: one that cannot exist, or what the registry says of one that is no longer
 * good. Null: nothing is to be said.
 */
export function buyerFault({ buyerNumbers }: Pick<OrderGst, 'buyerNumbers'>): 'cannotExist' | RegistryStatus | null {
  if (buyerNumbers.some(({ couldExist }) => !couldExist)) return 'cannotExist';
  return NO_GOOD.find((bad) => buyerNumbers.some(({ registry }) => registry?.status === bad)) ?? null;
}

/** One line for the folded card, at most 30 characters: what costs money first, then a number that is no good. */
export function summaryOf(order: OrderGst, words: Words): string {
  const { tax } = order;
  if (tax.isJudged && tax.differencePaise > 0) {
    const whole = words.t('summary.wrong', { rupees: words.rupees(tax.differencePaise) });
    return whole.length <= LONGEST_SUMMARY ? whole : words.rupees(tax.differencePaise);
  }
  if (buyerFault(order) !== null) return words.t('summary.gstin');
  return words.t(verdictBadge(tax).key);
}

/** What a merchant would call news: not the moment of reading, and not who may ask. */
export function hasChanged(before: OrderGst, after: OrderGst): boolean {
  const figures = ({ buyerNumbers, tax, alerts, missing, isCancelled }: OrderGst) =>
    JSON.stringify({ buyerNumbers, tax, alerts, missing, isCancelled });
  return figures(before) !== figures(after);
}

/** Without the permission nothing of the order was read: then nothing may be said of its buyer and its tax. */
export function wasRead({ tax }: Pick<OrderGst, 'tax'>): boolean {
  return tax.isJudged || tax.reason !== 'not-permitted';
}

/** Whether an answer has the parts that are drawn: what is not there must not break the card. */
export function isOrderGst(answer: OrderGst): boolean {
  const lists = [answer.buyerNumbers, answer.alerts, answer.missing];
  if (!lists.every(Array.isArray) || typeof answer.tax !== 'object' || answer.tax === null) return false;
  return !answer.tax.isJudged || Array.isArray(answer.tax.heads);
}
