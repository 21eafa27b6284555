import { Journal } from './journal.ts';

/** Reads the whole file given and ends with 0, or with 2 and one sentence. Never writes. */
try {
  await Journal.verify(process.argv[2] ?? '');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
