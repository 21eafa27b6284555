/** Shopify takes fewer bytes than this in one run. */
export const MAX_PAYLOAD_BYTES = 50_000;
/** Of one delivery; whatever is more is told as a number, in one run. */
export const MOST_RUNS = 20;
