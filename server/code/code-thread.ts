/** The thread in which code is read: what a hostile text does to a pattern, it does here, and the thread is ended. */
import { parentPort, workerData } from 'node:worker_threads';
import type { CodeSeen, LibrarySeen } from '../../core/evidence/code.ts';
import type { CodeText } from './code-scanner.ts';
import { readList, type ListText } from './library-list.ts';
import { libraryRules } from './library-rules.ts';
import { readCode } from './read-code.ts';

export type ThreadTask =
  | { readonly step: 'read'; readonly text: CodeText; readonly hasLibraries: boolean }
  | { readonly step: 'deep'; readonly text: string };

export type ThreadAnswer = CodeSeen | readonly LibrarySeen[] | null;

const rules = libraryRules(readList(workerData as ListText));
const port = parentPort;

/** Null: the reading broke off, and the text is the reason. */
function answer(task: ThreadTask): ThreadAnswer {
  try {
    return task.step === 'read' ? readCode(task.text, task.hasLibraries ? rules : null) : rules.deepIn(task.text);
  } catch {
    return null;
  }
}

port?.on('message', (task: ThreadTask) => port.postMessage(answer(task)));
