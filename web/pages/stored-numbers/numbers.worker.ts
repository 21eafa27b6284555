import type { NumberQuestion } from './number-messages.ts';
import { runNumbers } from './run-numbers.ts';

/** One question, then its answers. The page ends the worker to stop it. */
addEventListener('message', (event: MessageEvent<NumberQuestion>) => {
  void runNumbers(event.data, (answer) => postMessage(answer));
});
