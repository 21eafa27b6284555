import { readRange, splitSha1 } from '../../core/passwords/breach-range.ts';
import type { WorkerAnswer, WorkerQuestion } from './messages.ts';
import { loadPasswordEngine } from './password-engine.ts';
import { sha1 } from './sha1.ts';

/** All that touches a password. It can reach no network: the policy of its file allows none. */
const loading = loadPasswordEngine();
let words: readonly string[] = [];
/** Of the newest password that was asked about. */
let suffix: string | null = null;

const answer = (message: WorkerAnswer) => postMessage(message);

void loading.then(() => answer({ kind: 'ready' }));

addEventListener('message', ({ data }: MessageEvent<WorkerQuestion>) => {
  void reply(data);
});

async function reply(question: WorkerQuestion): Promise<void> {
  switch (question.kind) {
    case 'words':
      words = question.words;
      return;
    case 'judge':
      return answer({ kind: 'judged', ...(await loading).judge(question.password, words) });
    case 'prefix': {
      const split = splitSha1(await sha1(question.password));
      suffix = split?.suffix ?? null;
      return answer({ kind: 'prefix', prefix: split?.prefix ?? '' });
    }
    case 'compare': {
      const seen = readRange(question.range);
      return answer({ kind: 'compared', isBreached: seen && suffix !== null ? seen.has(suffix) : null });
    }
  }
}
