/** Jest's last word in one line, "N passed, N failed"; a file that could not be loaded counts as one failure. */
export default class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    process.stderr.write('', () => process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed\n`));
  }
}
