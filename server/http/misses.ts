const NETWORKS_AT_MOST = 10_000;

/** Counts wrong guesses of each network. One who guesses is let go on for a while, then made to wait. */
export class Misses {
  readonly #allowed: number;
  readonly #waitMs: number;
  readonly #networks = new Map<string, { count: number; until: number }>();

  constructor({ allowed, waitMs }: { allowed: number; waitMs: number }) {
    this.#allowed = allowed;
    this.#waitMs = waitMs;
  }

  /** Seconds until this network may try again; 0: now. */
  waitS(network: string, nowMs: number): number {
    const known = this.#networks.get(network);
    if (!known || known.until <= nowMs || known.count < this.#allowed) return 0;
    return (known.until - nowMs) / 1_000;
  }

  /** One more wrong guess. Each begins the wait anew. */
  add(network: string, nowMs: number): void {
    const known = this.#networks.get(network);
    const count = known && known.until > nowMs ? known.count + 1 : 1;
    this.#networks.delete(network);
    if (this.#networks.size >= NETWORKS_AT_MOST) this.#networks.delete(this.#networks.keys().next().value ?? '');
    this.#networks.set(network, { count, until: nowMs + this.#waitMs });
  }
}
