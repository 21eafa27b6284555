/** What people call these fields, written together in small letters: "GST No.", "buyer_gstin", "Invoice number". */
const GSTIN_KEY =
  /^(?:your|my|buyers?|customers?|company|business|billing|b2b)?gst(?:in)?(?:no|num|number|id|code)?$|^gstregistration(?:no|num|number)?$/;
const INVOICE_KEY = /^(?:gst|tax)?(?:invoice|inv|bill)(?:no|num|number)$/;
const MAX_TEXTS = 5;

export interface OrderAttribute {
  readonly key: string;
  readonly value: string | null;
}

/**
 * Of everything that a theme, an app or a buyer wrote on an order, only what its key calls a GSTIN or an invoice number.
 * The rest may be anything, such as a gift message, and is dropped here.
 */
export function taxAttributes(attributes: readonly OrderAttribute[]): {
  readonly gstins: readonly string[];
  readonly invoiceNumber: string | null;
} {
  const told = attributes.flatMap(({ key, value }) => {
    const text = value?.trim() ?? '';
    return text === '' ? [] : [{ key: key.toLowerCase().replace(/[^a-z0-9]/g, ''), text }];
  });
  return {
    gstins: told
      .filter(({ key }) => GSTIN_KEY.test(key))
      .map(({ text }) => text)
      .slice(0, MAX_TEXTS),
    invoiceNumber: told.find(({ key }) => INVOICE_KEY.test(key))?.text ?? null,
  };
}
