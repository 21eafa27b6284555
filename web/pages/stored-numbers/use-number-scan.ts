import { useCallback, useEffect, useRef, useState } from 'react';
import type { NumberAnswer, NumberQuestion, NumberResult } from './number-messages.ts';

export type NumberTrouble = (NumberAnswer & { kind: 'failed' })['problem'] | 'stopped';

export type NumberState =
  | { readonly kind: 'idle'; readonly trouble: NumberTrouble | null }
  | { readonly kind: 'running'; readonly names: readonly string[]; readonly rows: number; readonly share: number }
  | { readonly kind: 'done'; readonly names: readonly string[]; readonly result: NumberResult };

const IDLE: NumberState = { kind: 'idle', trouble: null };

/** Scans in a worker of its own, so that the page stays awake; other files, or leaving, end the scan before. */
export function useNumberScan() {
  const [state, setState] = useState<NumberState>(IDLE);
  const worker = useRef<Worker | null>(null);

  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => end, [end]);

  const start = useCallback(
    (files: readonly File[]) => {
      end();
      const names = files.map(({ name }) => name);
      setState({ kind: 'running', names, rows: 0, share: 0 });
      const own = new Worker(new URL('./numbers.worker.ts', import.meta.url), { type: 'module' });
      worker.current = own;
      const settle = (settled: NumberState) => {
        if (worker.current !== own) return;
        end();
        setState(settled);
      };
      own.addEventListener('message', ({ data }: MessageEvent<NumberAnswer>) => {
        if (worker.current !== own) return;
        if (data.kind === 'progress') setState({ kind: 'running', names, rows: data.rows, share: data.share });
        else if (data.kind === 'done') settle({ kind: 'done', names, result: data.result });
        else settle({ kind: 'idle', trouble: data.problem });
      });
      own.addEventListener('error', () => settle({ kind: 'idle', trouble: 'unreadable' }));
      own.postMessage({ files } satisfies NumberQuestion);
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
