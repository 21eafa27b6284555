/** `npm run bench`: the same set-up as `npm start`, then test/bench, which prints ratios. Words after `--` are its own. */
import { join } from 'node:path';
import { checkNodeVersion } from './steps/node-version.mjs';
import { npmPackages } from './steps/npm-packages.mjs';
import { NODE, ROOT } from './steps/paths.mjs';
import { runAloud } from './steps/run.mjs';
import { main } from './steps/step.mjs';
import { redisServer } from './steps/system-packages.mjs';
import { webBuild } from './steps/web-build.mjs';

await main(async () => {
  checkNodeVersion();
  await npmPackages();
  await redisServer();
  await webBuild();
  process.exitCode = await runAloud(NODE, [join(ROOT, 'test/bench/main.ts'), ...process.argv.slice(2)]);
});
