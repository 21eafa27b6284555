import { useCallback, useEffect, useRef, useState } from 'react';
import type { BulkAnswer, BulkQuestion, BulkResult } from './bulk-messages.ts';

/** What is judged: a file or a pasted text, and the name that the page gives it. */
export interface BulkSource {
  readonly content: Blob | string;
  readonly name: string;
}

export type BulkState =
  | { readonly kind: 'idle'; readonly trouble: (BulkAnswer & { kind: 'failed' })['problem'] | 'stopped' | null }
  | { readonly kind: 'running'; readonly source: BulkSource; readonly rows: number; readonly share: number }
  | { readonly kind: 'done'; readonly source: BulkSource; readonly result: BulkResult };

const IDLE: BulkState = { kind: 'idle', trouble: null };

/** Judges in a worker of its own, so that the page stays awake; a new question, or leaving, ends the one before. */
export function useBulkVerify() {
  const [state, setState] = useState<BulkState>(IDLE);
  const worker = useRef<Worker | null>(null);

  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => end, [end]);

  const start = useCallback(
    (source: BulkSource, column: number | null = null) => {
      end();
      setState({ kind: 'running', source, rows: 0, share: 0 });
      const own = new Worker(new URL('./bulk.worker.ts', import.meta.url), { type: 'module' });
      worker.current = own;
      const settle = (settled: BulkState) => {
        if (worker.current !== own) return;
        end();
        setState(settled);
      };
      own.addEventListener('message', ({ data }: MessageEvent<BulkAnswer>) => {
        if (worker.current !== own) return;
        if (data.kind === 'progress') setState({ kind: 'running', source, rows: data.rows, share: data.share });
        else if (data.kind === 'done') settle({ kind: 'done', source, result: data.result });
        else settle({ kind: 'idle', trouble: data.problem });
      });
      own.addEventListener('error', () => settle({ kind: 'idle', trouble: 'unreadable' }));
      own.postMessage({ source: source.content, column } satisfies BulkQuestion);
    },
    [end],
  );

  const stop = useCallback(() => {
    end();
    setState({ kind: 'idle', trouble: 'stopped' });
  }, [end]);

  const startOver = useCallback(() => {
    end();
    setState(IDLE);
  }, [end]);

  return { state, start, stop, startOver };
}
