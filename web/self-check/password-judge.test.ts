import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WorkerAnswer, WorkerQuestion } from './messages.ts';
import { passwordJudge } from './password-judge.ts';

/** A worker that answers when the test says so. */
class SlowWorker extends EventTarget {
  readonly asked: WorkerQuestion[] = [];
  postMessage(question: WorkerQuestion): void {
    this.asked.push(question);
  }
  answer(data: WorkerAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  terminate(): void {
    // nothing runs
  }
}

const judged = (score: 0 | 1 | 2 | 3 | 4): WorkerAnswer => ({
  ...{ kind: 'judged', score, lengthClass: 'under-8', meetsLeastRule: false, weaknesses: [] },
});
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
const realFetch = globalThis.fetch;
let worker: SlowWorker;
let fetched: { url: string; headers: unknown }[];

beforeEach(() => {
  worker = new SlowWorker();
  fetched = [];
});
afterEach(() => {
  globalThis.fetch = realFetch;
});
const judge = () =>
  passwordJudge({ worker: worker as unknown as Worker, words: ['marigold'], rangeUrl: 'https://range.example/range/' });
function rangeAnswers(answer: () => Promise<Partial<Response>>): void {
  globalThis.fetch = (async (url: string, init: RequestInit) => {
    fetched.push({ url, headers: init.headers });
    return answer();
  }) as typeof fetch;
}

describe('judging while one types', () => {
  it('asks for the newest password alone once the one before is judged', async () => {
    const own = judge();
    const first = own.judge('d');
    await turn();
    const others = ['di', 'diw', 'diwa', 'diwal', 'diwali'].map((password) => own.judge(password));
    worker.answer(judged(0));
    expect((await first).score).toBe(0);
    await turn();
    worker.answer(judged(1));
    expect((await Promise.all(others)).map(({ score }) => score)).toEqual([1, 1, 1, 1, 1]);
    const passwords = worker.asked.flatMap((question) => (question.kind === 'judge' ? [question.password] : []));
    expect(passwords).toEqual(['d', 'diwali']);
  });

  it('rejects when the worker stops', async () => {
    const own = judge().judge('d');
    await turn();
    worker.dispatchEvent(new Event('error'));
    await expect(own).rejects.toThrow('stopped');
  });
});

describe('asking the list of breached passwords', () => {
  it('tells five characters, asks for padding, and compares in the worker', async () => {
    rangeAnswers(async () => ({ ok: true, text: async () => 'rows' }));
    const answer = judge().isBreached('diwali');
    await turn();
    worker.answer({ kind: 'prefix', prefix: 'ABCDE' });
    await turn();
    worker.answer({ kind: 'compared', isBreached: true });
    expect(await answer).toBe(true);
    expect(fetched).toEqual([{ url: 'https://range.example/range/ABCDE', headers: { 'Add-Padding': 'true' } }]);
    expect(worker.asked.at(-1)).toEqual({ kind: 'compare', range: 'rows' });
  });

  it.each<[string, () => Promise<Partial<Response>>]>([
    ['does not answer', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['is limited', async () => ({ ok: false, status: 429 })],
    ['breaks off', async () => ({ ok: true, text: () => Promise.reject(new TypeError('network')) })],
  ])('says that it could not be asked when it %s', async (_name, answer) => {
    rangeAnswers(answer);
    const told = judge().isBreached('diwali');
    await turn();
    worker.answer({ kind: 'prefix', prefix: 'ABCDE' });
    expect(await told).toBeNull();
  });
});
