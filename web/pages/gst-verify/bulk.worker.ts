import type { BulkQuestion } from './bulk-messages.ts';
import { runBulk } from './run-bulk.ts';

/** One question, then its answers. The page ends the worker to stop it. */
addEventListener('message', (event: MessageEvent<BulkQuestion>) => {
  void runBulk(event.data, (answer) => postMessage(answer));
});
