/**
 * The command `prahari`, see its --help. It needs core/ and its own folder alone: no server, no store, no network.
 * Started by scripts/prahari.mjs.
 */
import process from 'node:process';
import { audit } from './audit.ts';
import { gstin } from './gstin.ts';
import { output, ReaderGoneError } from './output.ts';
import { programVersion } from './program-version.ts';
import { split } from './split.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { HELP, requestOf, type Request } from './words.ts';

const ASKED_WRONGLY = 2;

const { stdout, stderr } = process;
const terminal: Terminal = {
  out: output(stdout),
  complain: (line) => void stderr.write(`prahari: ${line}\n`),
  hasColours: stdout.isTTY && stdout.hasColors(),
};

try {
  const exitCode = await answer(requestOf(process.argv.slice(2)));
  await terminal.out.flush();
  process.exitCode = exitCode;
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

async function answer(request: Request): Promise<number> {
  switch (request.command) {
    case 'help':
      await terminal.out.write(HELP);
      return 0;
    case 'version':
      await terminal.out.write(`${programVersion()}\n`);
      return 0;
    case 'gstin':
      return gstin(request, terminal);
    case 'split':
      return split(request, terminal);
    case 'audit':
      return audit(request, terminal);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof ReaderGoneError) return 0;
  // Anything else is ours: one line of it is enough to report, and nobody is helped by a stack.
  const message = error instanceof Error ? error.message : String(error);
  terminal.complain(error instanceof UsageError ? message : `this should not have happened: ${message}`);
  return ASKED_WRONGLY;
}
