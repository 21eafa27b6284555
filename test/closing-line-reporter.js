import { writeFileSync } from 'node:fs';

/**
 * Jest's last word in one line, "N passed, N failed"; a file that could not be loaded counts as one failure. Where
 * several runs make one `npm test`, each leaves its counts in a file and scripts/test.mjs says the sum.
 */
export default class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const passed = results.numPassedTests;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const file = process.env.TEST_COUNTS_FILE;
    if (file) writeFileSync(file, JSON.stringify({ passed, failed }));
    else process.stderr.write('', () => process.stdout.write(`\n${passed} passed, ${failed} failed\n`));
  }
}
