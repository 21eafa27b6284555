import { dayInIndia } from '../../core/gst/days.ts';
import type { Clock } from '../clock.ts';
import type { GuardedFetch } from '../http/guarded-fetch.ts';
import { OutboundFailedError, OutboundRefusedError } from '../http/outbound-errors.ts';
import type { Log } from '../log.ts';
import type { RenewableCodeScanner } from './create-code-scanner.ts';

/** Where the project publishes its list. */
export const LIBRARY_LIST_URL =
  'https://raw.githubusercontent.com/RetireJS/retire.js/master/repository/jsrepository-v5.json';
const DAY_MS = 86_400_000;

export interface FreshLibraries {
  /** Asks now. The list in use stays where no usable one comes; this never rejects. */
  refresh(): Promise<'renewed' | 'kept'>;
  stop(): void;
}

/** Reads the list of known flaws at once and once a day. What is shown carries the day on which the list was read. */
export function keepLibrariesFresh({
  scanner,
  guardedFetch,
  clock,
  url,
  log,
}: {
  scanner: Pick<RenewableCodeScanner, 'renew'>;
  guardedFetch: GuardedFetch;
  clock: Clock;
  url: string;
  log: Pick<Log, 'info' | 'warn'>;
}): FreshLibraries {
  const stopped = new AbortController();

  async function refresh(): Promise<'renewed' | 'kept'> {
    try {
      const answer = await guardedFetch(url, { signal: stopped.signal, timeoutMs: 30_000 });
      if (answer.status !== 200) throw new OutboundFailedError('unreachable');
      scanner.renew({ day: dayInIndia(clock.now().toISOString()), text: answer.text() });
      log.info('the list of library flaws was renewed');
      return 'renewed';
    } catch (error) {
      const reason =
        error instanceof OutboundFailedError || error instanceof OutboundRefusedError ? error.reason : 'no such list';
      if (!stopped.signal.aborted) log.warn({ reason }, 'the list of library flaws stays as it was');
      return 'kept';
    }
  }

  void refresh();
  const daily = setInterval(() => void refresh(), DAY_MS);
  daily.unref();
  return {
    refresh,
    stop() {
      clearInterval(daily);
      stopped.abort();
    },
  };
}
