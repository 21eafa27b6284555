/**
 * `npm test`: the same set-up as `npm start`, with a Chromium and a font for Hindi, then every test. The last line of
 * the output is "N passed, N failed". Words after `--` go to jest; `--setup-only` ends before the tests.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTestArguments } from './steps/arguments.mjs';
import { checkNodeVersion } from './steps/node-version.mjs';
import { npmPackages } from './steps/npm-packages.mjs';
import { JEST, NODE } from './steps/paths.mjs';
import { runAloud } from './steps/run.mjs';
import { main } from './steps/step.mjs';
import { chromium, chromiumPath, devanagariFont, redisServer } from './steps/system-packages.mjs';
import { closingLine, countsOf, planRuns } from './steps/test-runs.mjs';
import { webBuild } from './steps/web-build.mjs';

await main(async () => {
  const options = parseTestArguments(process.argv.slice(2));
  checkNodeVersion();
  await npmPackages();
  await redisServer({ ofOurOwn: true });
  await chromium();
  await devanagariFont();
  await webBuild();
  if (options.setupOnly) return;

  const folder = mkdtempSync(join(tmpdir(), 'prahari-test-'));
  const goOn = () => {}; // Jest gets the signal too, ends, and then we tidy up.
  process.on('SIGINT', goOn);
  process.on('SIGTERM', goOn);
  try {
    const counts = [];
    for (const { name, args } of planRuns(options)) {
      const file = join(folder, `${name}.json`);
      const exitCode = await runAloud(
        NODE,
        ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', JEST, ...args],
        {
          env: {
            NODE_ENV: 'test',
            CHROMIUM_PATH: chromiumPath() ?? '',
            TEST_COUNTS_FILE: file,
          },
        },
      );
      counts.push(countsOf(file, exitCode));
    }
    console.log(`\n${closingLine(counts)}`);
    process.exitCode = counts.some(({ failed }) => failed > 0) ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
