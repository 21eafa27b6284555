import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { maskSecrets, scrub } from './log-scrub.ts';

/** JSON lines on standard output. Nothing reaches a line without passing `scrub`. */
export type Log = Logger;

export function createLog({ level, destination }: { level: string; destination?: DestinationStream }): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (err: unknown) => err }, // already plain
      hooks: {
        // Fields, message and what is put into its places, before they become one text.
        logMethod(args, method) {
          const [first, ...rest] = args as [unknown, ...unknown[]];
          const clean = first instanceof Error ? [{ err: scrub(first) }, first.name] : [scrub(first)];
          method.apply(this, [...clean, ...rest.map((arg) => scrub(arg))] as Parameters<typeof method>);
        },
        // The second wall: what a child logger was given for all its lines comes this way only.
        streamWrite: maskSecrets,
      },
    },
    destination ?? pino.destination({ dest: 1, sync: false }),
  );
}
