import { within } from './within.ts';

/** The two cart attributes, as typed. */
export interface CartWords {
  readonly gstin: string;
  readonly business: string;
}

export interface CartKeeper {
  /** Once typing rests. */
  readonly soon: (words: CartWords) => void;
  readonly now: (words: CartWords) => void;
}

const REST_MS = 600;
const TIMEOUT_MS = 5_000;

/**
 * Keeps the words with the cart, for themes that never send their form. One request at a time, so that the last words
 * win; a failure is silent, since the form carries them too.
 */
export function cartKeeper(url: () => string): CartKeeper {
  let rest: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  let waiting: CartWords | null = null;
  let kept = '';

  const send = async (words: CartWords): Promise<void> => {
    const body = JSON.stringify({ attributes: { 'Buyer GSTIN': words.gstin, 'Buyer business': words.business } });
    if (body === kept) return;
    isSending = true;
    try {
      const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
      // The buyer may be leaving for the checkout: the request outlives the page.
      const answer = await within(TIMEOUT_MS, url(), { method: 'POST', headers, body, keepalive: true });
      if (answer.ok) kept = body;
    } catch {
      // The form has the words still.
    }
    isSending = false;
    const next = waiting;
    waiting = null;
    if (next) await send(next);
  };

  const now = (words: CartWords): void => {
    clearTimeout(rest);
    if (isSending) waiting = words;
    else void send(words);
  };
  return {
    now,
    soon(words) {
      clearTimeout(rest);
      rest = setTimeout(() => now(words), REST_MS);
    },
  };
}
