import type { Clock } from '../clock.ts';
import type { QueryCost } from './admin-answer.ts';

const SHOPS_AT_MOST = 5_000;
const DOCUMENTS_AT_MOST = 500;

/** What we know of each shop's cost bucket from its last answer, and what each document asked for. In this process only. */
export class QueryBudget {
  readonly #clock: Clock;
  readonly #shops = new Map<string, { available: number; maximum: number; perSecond: number; atMs: number }>();
  readonly #documents = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  learn(shop: string, document: string, { requestedQueryCost, throttleStatus }: QueryCost): void {
    if (this.#shops.size >= SHOPS_AT_MOST) this.#shops.clear();
    if (this.#documents.size >= DOCUMENTS_AT_MOST) this.#documents.clear();
    this.#documents.set(document, requestedQueryCost);
    this.#shops.set(shop, {
      available: throttleStatus.currentlyAvailable,
      maximum: throttleStatus.maximumAvailable,
      perSecond: throttleStatus.restoreRate,
      atMs: this.#clock.now().getTime(),
    });
  }

  /** How long until the bucket holds what the document asks for; 0 when it does, or when nothing is known. */
  waitMs(shop: string, document: string): number {
    const bucket = this.#shops.get(shop);
    const asked = this.#documents.get(document);
    if (!bucket || asked === undefined) return 0;
    const restored = (Math.max(0, this.#clock.now().getTime() - bucket.atMs) / 1_000) * bucket.perSecond;
    const lacking = Math.min(asked, bucket.maximum) - Math.min(bucket.maximum, bucket.available + restored);
    return lacking <= 0 ? 0 : Math.ceil((lacking / bucket.perSecond) * 1_000);
  }
}
