import { useCallback, useEffect, useRef, useState } from 'react';

/** What a worker tells: progress some times, then one of the others. `P` names why it could not. */
export type WorkerAnswer<R, P extends string> =
  | { readonly kind: 'progress'; readonly rows: number; readonly share: number }
  | { readonly kind: 'done'; readonly result: R }
  | { readonly kind: 'failed'; readonly problem: P };

/** `source` is what the page calls the work by. `unreadable` is also a worker that broke. */
export type WorkerTask<S, R, P extends string> =
  | { readonly kind: 'idle'; readonly trouble: P | 'unreadable' | 'stopped' | null }
  | { readonly kind: 'running'; readonly source: S; readonly rows: number; readonly share: number }
  | { readonly kind: 'done'; readonly source: S; readonly result: R };

/**
 * Long work in a worker of its own, so that the page stays awake; a new start, or leaving, ends the one before. `begin`
 * makes the worker and stays the same function.
 */
export function useWorkerTask<S, Q, R, P extends string>(begin: () => Worker) {
  const [state, setState] = useState<WorkerTask<S, R, P>>({ kind: 'idle', trouble: null });
  const worker = useRef<Worker | null>(null);

  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => end, [end]);

  const start = useCallback(
    (source: S, question: Q) => {
      end();
      setState({ kind: 'running', source, rows: 0, share: 0 });
      const own = begin();
      worker.current = own;
      const settle = (settled: WorkerTask<S, R, P>) => {
        if (worker.current !== own) return;
        end();
        setState(settled);
      };
      own.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer<R, P>>) => {
        if (worker.current !== own) return;
        if (data.kind === 'progress') setState({ kind: 'running', source, rows: data.rows, share: data.share });
        else if (data.kind === 'done') settle({ kind: 'done', source, result: data.result });
        else settle({ kind: 'idle', trouble: data.problem });
      });
      own.addEventListener('error', () => settle({ kind: 'idle', trouble: 'unreadable' }));
      own.postMessage(question);
    },
    [begin, end],
  );

  const stop = useCallback(() => {
    end();
    setState({ kind: 'idle', trouble: 'stopped' });
  }, [end]);

  const startOver = useCallback(() => {
    end();
    setState({ kind: 'idle', trouble: null });
  }, [end]);

  return { state, start, stop, startOver };
}
