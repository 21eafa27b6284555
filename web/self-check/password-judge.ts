import type { Judged, WorkerAnswer, WorkerQuestion } from './messages.ts';

/** Longer than any answer of the range service takes on a slow line. */
const RANGE_PATIENCE_MS = 8_000;

export interface PasswordJudge {
  /** Judges while one types: of what comes in while it works, the newest alone. Null: it was ended. */
  judge(password: string): Promise<Judged>;
  /** Whether the password is known from a breach; null: the list could not be asked. */
  isBreached(password: string): Promise<boolean | null>;
  end(): void;
}

/** The worker behind plain calls. `rangeUrl` is told five characters of a hash, and nobody else is told anything. */
export function passwordJudge({
  worker,
  words,
  rangeUrl,
}: {
  worker: Worker;
  words: readonly string[];
  rangeUrl: string;
}): PasswordJudge {
  const send = (question: WorkerQuestion) => worker.postMessage(question);
  const next = <K extends WorkerAnswer['kind']>(kind: K) =>
    new Promise<Extract<WorkerAnswer, { kind: K }>>((resolve, reject) => {
      const over = new AbortController();
      const { signal } = over;
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<WorkerAnswer>) => {
          if (data.kind !== kind) return;
          over.abort();
          resolve(data as Extract<WorkerAnswer, { kind: K }>);
        },
        { signal },
      );
      worker.addEventListener('error', () => (over.abort(), reject(new Error('the worker stopped'))), { signal });
    });
  send({ kind: 'words', words });

  let queue: Promise<unknown> = Promise.resolve();
  /** One question after the other, so that each answer belongs to its question. */
  const inTurn = <T>(ask: () => Promise<T>): Promise<T> => {
    const turn = queue.then(ask, ask);
    queue = turn.catch(() => undefined);
    return turn;
  };

  let waiting: { password: string; judged: Promise<Judged> } | null = null;

  return {
    judge(password) {
      if (waiting) {
        waiting.password = password;
        return waiting.judged;
      }
      const own = { password, judged: Promise.resolve() as unknown as Promise<Judged> };
      own.judged = inTurn(async () => {
        waiting = null;
        const judged = next('judged');
        send({ kind: 'judge', password: own.password });
        return judged;
      });
      waiting = own;
      return own.judged;
    },

    isBreached: (password) =>
      inTurn(async () => {
        const told = next('prefix');
        send({ kind: 'prefix', password });
        const range = await rangeOf(rangeUrl, (await told).prefix);
        if (range === null) return null;
        const compared = next('compared');
        send({ kind: 'compare', range });
        return (await compared).isBreached;
      }),

    end: () => worker.terminate(),
  };
}

/** Null: no answer, or not a good one. */
async function rangeOf(rangeUrl: string, prefix: string): Promise<string | null> {
  try {
    const answer = await fetch(rangeUrl + prefix, {
      headers: { 'Add-Padding': 'true' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(RANGE_PATIENCE_MS),
    });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}
