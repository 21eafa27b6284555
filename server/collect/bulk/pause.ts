import { setTimeout as sleep } from 'node:timers/promises';

export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

/** Waits for real; tests hand in a pause that ends at once. */
export const pauseFor: Pause = async (ms, signal) => void (await sleep(ms, undefined, { signal }));
