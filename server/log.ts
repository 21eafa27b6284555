import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { scrub } from './log-scrub.ts';

/** JSON lines on standard output. Nothing reaches a line without passing `scrub`. */
export type Log = Logger;

export function createLog({ level, destination }: { level: string; destination?: DestinationStream }): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        bindings: (bindings) => scrub(bindings) as Record<string, unknown>,
        log: (fields) => scrub(fields) as Record<string, unknown>,
      },
      hooks: {
        // The message and what is put into its "%s" places, before they become one text.
        logMethod(args, method) {
          const [first, ...rest] = args as [unknown, ...unknown[]];
          const fields = first instanceof Error ? { err: first } : first;
          const clean = [typeof fields === 'string' ? scrub(fields) : fields, ...rest.map((arg) => scrub(arg))];
          method.apply(this, clean as Parameters<typeof method>);
        },
      },
    },
    destination ?? pino.destination({ dest: 1, sync: false }),
  );
}
