import { useCallback } from 'react';
import { useWorkerTask } from '../../components/use-worker-task.ts';
import type { NumberProblem, NumberQuestion, NumberResult } from './number-messages.ts';

const begin = () => new Worker(new URL('./numbers.worker.ts', import.meta.url), { type: 'module' });

/** Scans files in a worker of its own; the page calls them by their names. */
export function useNumberScan() {
  const { start, ...task } = useWorkerTask<readonly string[], NumberQuestion, NumberResult, NumberProblem>(begin);
  return {
    ...task,
    start: useCallback(
      (files: readonly File[]) =>
        start(
          files.map(({ name }) => name),
          { files },
        ),
      [start],
    ),
  };
}
