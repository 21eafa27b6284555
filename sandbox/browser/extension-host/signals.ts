/** A value that changes, as `shopify.attributes` is one. */
export interface LiveValue<T> {
  value: T;
  readonly current: T;
  subscribe(listener: (value: T) => void): () => void;
  destroy(): Promise<void>;
}

type SignalMaker = new <T>(value: T) => { value: T; subscribe(listener: (value: T) => void): () => void };

/**
 * The values that an extension reads. `@shopify/ui-extensions/preact` hands over its own class of signals before the
 * extension begins, so that what it draws follows them; until then a plain one stands in.
 */
export class LiveValues<State extends object> {
  #maker: SignalMaker = PlainSignal;
  readonly #made = new Map<keyof State, LiveValue<unknown>>();
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  useSignals(maker: SignalMaker): void {
    this.#maker = maker;
    this.#made.clear();
  }

  of<K extends keyof State>(key: K): LiveValue<State[K]> {
    const known = this.#made.get(key) as LiveValue<State[K]> | undefined;
    if (known) return known;
    const signal = new this.#maker(this.#state[key]);
    const live = Object.defineProperties(signal, {
      current: { get: () => signal.value },
      destroy: { value: () => Promise.resolve() },
    }) as unknown as LiveValue<State[K]>;
    this.#made.set(key, live);
    return live;
  }

  set(change: Partial<State>): void {
    for (const key of Object.keys(change) as (keyof State)[]) {
      Object.assign(this.#state, { [key]: change[key] });
      const live = this.#made.get(key);
      if (live) live.value = change[key];
    }
  }
}

class PlainSignal<T> {
  #value: T;
  readonly #listeners = new Set<(value: T) => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  set value(value: T) {
    this.#value = value;
    for (const listener of this.#listeners) listener(value);
  }

  subscribe(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#value);
    return () => void this.#listeners.delete(listener);
  }
}
