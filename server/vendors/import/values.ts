import type { DataClass, VendorKind } from '../../../core/data/vendor-papers.ts';
import { vendorHost } from '../vendor-host.ts';

/** Several things in one cell. */
const APART = /[;|/\n]|,\s*/;
const MOST_PARTS = 200;

const KINDS: readonly (readonly [RegExp, VendorKind])[] = [
  [/custom|private|कस्टम|निजी/, 'custom-app'],
  [/payment|gateway|भुगतान|पेमेंट|गेटवे/, 'payment-gateway'],
  [/agency|freelance|developer|एजेंसी|फ़्रीलांस/, 'agency'],
  [/script|pixel|tag|widget|स्क्रिप्ट|पिक्सल/, 'script'],
  [/service|courier|shipping|hosting|saas|सेवा|कूरियर/, 'service'],
  [/app|ऐप/, 'app'],
];

/** Undefined: words that we do not understand. */
export function kindOf(cell: string): VendorKind | undefined {
  const words = cell.toLowerCase();
  return KINDS.find(([known]) => known.test(words))?.[1];
}

const CLASSES: readonly (readonly [RegExp, DataClass])[] = [
  [/^(?:none|no data|no|nothing|-|कुछ नहीं|कोई नहीं|नहीं)$/, 'none'],
  [/customer|shopper|personal|pii|e-?mail|phone|ग्राहक|निजी/, 'customers'],
  [/order|ऑर्डर|आर्डर/, 'orders'],
  [/payment|card|bank|भुगतान|कार्ड|बैंक/, 'payments'],
  [/staff|employee|team|कर्मचारी/, 'staff'],
  [/storefront|theme|code|script|थीम|कोड/, 'storefront-code'],
  [/business|product|stock|inventory|sales|analytics|price|कारोबार|व्यवसाय|उत्पाद|स्टॉक/, 'business'],
];

/** Several values of one cell, and whether each was understood. */
export interface ReadValues<T> {
  readonly values: readonly T[];
  readonly isPartial: boolean;
}

export function dataClassesOf(cell: string): ReadValues<DataClass> {
  return each(cell, (part) => CLASSES.find(([known]) => known.test(part.toLowerCase()))?.[1]);
}

const SCOPE = /^(?:(?:unauthenticated|customer)_)?(?:read|write)_[a-z_]{2,60}$/;

export function scopesOf(cell: string): ReadValues<string> {
  return each(cell.replace(/\s+/g, ','), (part) => (SCOPE.test(part.toLowerCase()) ? part.toLowerCase() : undefined));
}

/** Addresses count by their hosts. */
export function hostsOf(cell: string): ReadValues<string> {
  const withoutPaths = cell.replace(/(https?:\/\/)?([^\s,;|/]+)(\/[^\s,;|]*)?/gi, '$2').replace(/\s+/g, ',');
  return each(withoutPaths, (part) => vendorHost(part) ?? undefined);
}

const HANDLE = /^[a-z0-9][a-z0-9_-]{0,99}$/;

/** "judgeme" or its address in the app store. Undefined: it is none. */
export function handleOf(cell: string): string | undefined {
  const last = cell
    .trim()
    .toLowerCase()
    .replace(/^https:\/\/apps\.shopify\.com\//, '')
    .replace(/[?#].*$/s, '');
  return HANDLE.test(last) ? last : undefined;
}

function each<T>(cell: string, read: (part: string) => T | undefined): ReadValues<T> {
  const parts = cell
    .split(APART)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const values = parts.slice(0, MOST_PARTS).map(read);
  const known = values.filter((value) => value !== undefined);
  return { values: [...new Set(known)], isPartial: known.length < parts.length };
}
