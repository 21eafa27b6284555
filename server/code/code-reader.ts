import { Worker } from 'node:worker_threads';
import type { ThreadAnswer, ThreadTask } from './code-thread.ts';
import type { ListText } from './library-list.ts';

const THREAD = import.meta.filename.endsWith('.ts')
  ? new URL('./code-thread.ts', import.meta.url)
  : new URL('./code-thread.js', import.meta.url);
/** A syntax tree of 1 MB of code takes about 300 MB. */
const MAX_HEAP_MB = 512;

/** One thread, one task at a time. A task that takes too long ends the thread; the next task starts another. */
export class CodeReader {
  readonly #list: ListText;
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(list: ListText) {
    this.#list = list;
  }

  /** Null: the task did not end within `limitMs`, or ended the thread. Tasks wait for those before them. */
  run(task: ThreadTask, limitMs: number): Promise<ThreadAnswer> {
    const next = this.#last.then(() => this.#run(task, limitMs));
    this.#last = next.catch(() => undefined);
    return next;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#end();
  }

  async #run(task: ThreadTask, limitMs: number): Promise<ThreadAnswer> {
    const worker = this.#worker ?? (await this.#start());
    worker.ref();
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<ThreadAnswer>((resolve) => {
        timer = setTimeout(() => resolve(null), limitMs);
        worker.once('message', resolve);
        // The thread's end without an answer: out of memory.
        worker.once('exit', () => resolve(null));
        worker.postMessage(task);
      }).then(async (answer) => {
        if (answer === null) await this.#end();
        return answer;
      });
    } finally {
      clearTimeout(timer);
      worker.removeAllListeners('message');
      worker.removeAllListeners('exit');
      worker.unref();
    }
  }

  /** @throws the error that keeps the thread from starting: our defect */
  async #start(): Promise<Worker> {
    const worker = new Worker(THREAD, {
      workerData: this.#list,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    await new Promise((resolve, reject) => {
      worker.once('online', resolve);
      worker.once('error', reject);
    });
    worker.removeAllListeners('error');
    // Out of memory is told as an error first; the end that follows is what counts.
    worker.on('error', () => undefined);
    this.#worker = worker;
    return worker;
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}
