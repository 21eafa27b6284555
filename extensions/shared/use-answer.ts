import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Answer } from './admin-api.ts';
import { GONE } from './answer-block.tsx';

/**
 * What our server says of the thing whose page is open. `id` null: it is nothing that could be asked about. `read` stays
 * the same function.
 */
export function useAnswer<T>(id: string | null, read: (id: string) => Promise<Answer<T>>) {
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const load = useCallback(async () => {
    setAnswer(null);
    setAnswer(id === null ? GONE : await read(id));
  }, [id, read]);
  useEffect(() => {
    void load();
  }, [load]);
  return {
    /** Null: on its way. */
    answer,
    load: () => void load(),
    /** Takes the place of the answer: what a deed brought back. */
    show: (value: T) => setAnswer({ kind: 'ok', value }),
  };
}
