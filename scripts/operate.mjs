/**
 * Runs one of the operator's commands: `node scripts/operate.mjs server/cli/judge.ts WORDS`. The store is the one that
 * MONGODB_URI and KEY_RING name; where they are not set, the one that `npm start` runs in this folder.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { secretsOf, socketFolder } from './steps/data-folder.mjs';
import { NODE, ROOT } from './steps/paths.mjs';
import { runAloud } from './steps/run.mjs';
import { main } from './steps/step.mjs';

await main(async () => {
  const [command, ...words] = process.argv.slice(2);
  process.exitCode = await runAloud(NODE, [join(ROOT, command), ...words], { env: storeOfThisFolder() });
});

/** Nothing where the person named a store, or where none runs here: the command then says what is missing. */
function storeOfThisFolder() {
  const data = join(ROOT, '.data');
  const socket = join(socketFolder(data), 'store.sock');
  if (process.env.MONGODB_URI || !existsSync(socket)) return {};
  const uri = `mongodb://${encodeURIComponent(socket)}/prahari?directConnection=true`;
  return { MONGODB_URI: uri, KEY_RING: process.env.KEY_RING ?? secretsOf(data).secrets.keyRing };
}
