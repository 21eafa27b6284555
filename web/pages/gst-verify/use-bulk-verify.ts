import { useCallback } from 'react';
import { useWorkerTask } from '../../components/use-worker-task.ts';
import type { BulkProblem, BulkQuestion, BulkResult } from './bulk-messages.ts';

/** What is judged: a file or a pasted text, and the name that the page gives it. */
export interface BulkSource {
  readonly content: Blob | string;
  readonly name: string;
}

const begin = () => new Worker(new URL('./bulk.worker.ts', import.meta.url), { type: 'module' });

/** Judges the GSTINs of a source in a worker of its own. */
export function useBulkVerify() {
  const { start, ...task } = useWorkerTask<BulkSource, BulkQuestion, BulkResult, BulkProblem>(begin);
  return {
    ...task,
    start: useCallback(
      (source: BulkSource, column: number | null = null) => start(source, { source: source.content, column }),
      [start],
    ),
  };
}
