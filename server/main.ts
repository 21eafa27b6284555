import { ConfigError, readConfig } from './config.ts';
import type { Config } from './config.ts';
import { LawFileError } from './law/law-file-error.ts';
import { createLog } from './log.ts';
import { start } from './start.ts';

/** Said before there is a log: one line for each thing that is wrong, and no values. */
function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.lines.join('\n')}\n`);
    process.exit(2);
  }
}

const config = configOrExit();
const log = createLog({ level: config.LOG_LEVEL });

/** A defect that nobody caught leaves the process in an unknown state: say it, and let it be started anew. */
const die = (error: unknown): void => {
  log.fatal({ err: error }, 'stopped by an error');
  log.flush(() => process.exit(1));
};
process.on('uncaughtException', die);
process.on('unhandledRejection', die);

const running = await start({ config, log }).catch((error: unknown) => {
  if (error instanceof LawFileError) {
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
  log.fatal({ err: error }, 'did not start');
  log.flush(() => process.exit(1));
  return null;
});

let isStopping = false;
const stop = async (signal: string): Promise<void> => {
  if (isStopping || !running) return;
  isStopping = true;
  log.info({ signal }, 'stopping');
  await running.close();
  log.info('stopped');
  log.flush(() => process.exit(0));
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal));
