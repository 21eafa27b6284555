import type { Api } from '@shopify/ui-extensions/purchase.checkout.block.render';

/** The same keys as the fields in the theme write; the server reads them on the order. */
export const GSTIN_KEY = 'Buyer GSTIN';
export const BUSINESS_KEY = 'Buyer business';

/** What an attribute of ours may hold: a number with a mistake in it, or the name of a firm. */
const LONGEST_VALUE = 100;

export type Writer = (key: string, text: string) => Promise<boolean>;

/**
 * Writes attributes of the cart one after another, so that the last word of the buyer stands. An empty text takes the
 * attribute away. Answers whether it stands; never throws: accelerated checkouts may refuse.
 */
export function attributeWriter(apply: Api['applyAttributeChange']): Writer {
  let last: Promise<unknown> = Promise.resolve();
  return (key, text) => {
    const value = text.trim().slice(0, LONGEST_VALUE);
    const done = last.then(() => write(apply, key, value));
    last = done;
    return done;
  };
}

async function write(apply: Api['applyAttributeChange'], key: string, value: string): Promise<boolean> {
  try {
    const result = await apply(
      value === '' ? { type: 'removeAttribute', key } : { type: 'updateAttribute', key, value },
    );
    return result.type === 'success';
  } catch {
    return false;
  }
}

/** The value of an attribute as the cart or this field wrote it; empty where there is none. */
export function attributeIn(
  attributes: readonly { readonly key: string; readonly value: string }[],
  key: string,
): string {
  return attributes.find((attribute) => attribute.key === key)?.value ?? '';
}
