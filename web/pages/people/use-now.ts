import { useState } from 'react';
import type { Instant } from '../../../core/time.ts';

/** The moment at which the page was opened: what counts then counts for the whole visit. */
export function useNow(): Instant {
  const [now] = useState(() => new Date(Date.now()).toISOString());
  return now;
}
