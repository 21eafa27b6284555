/** Loaded before a program: at its end it says on standard error what it used. Memory in kilobytes, time in microseconds. */
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write(`used ${JSON.stringify({ maxRSS, cpu: userCPUTime + systemCPUTime })}\n`);
});
