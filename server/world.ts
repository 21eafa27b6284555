import type { Clock } from './clock.ts';
import { createCodeScanner } from './code/create-code-scanner.ts';
import { keepLibrariesFresh } from './code/fresh-libraries.ts';
import type { World } from './collect/collector.ts';
import { dnsOverHttps } from './dns/doh-client.ts';
import type { ConnectorOptions } from './http/guarded-connector.ts';
import type { GuardedFetch } from './http/guarded-fetch.ts';
import { hostBudget } from './http/host-budget.ts';
import { createProbe } from './http/probe.ts';
import type { Log } from './log.ts';

/** The ways out that collectors use, for one process. */
export interface OwnWorld extends Omit<World, 'guardedFetch'> {
  close(): Promise<void>;
}

export function createWorld({
  guardedFetch,
  clock,
  connector,
  libraryListUrl = null,
  log,
}: {
  guardedFetch: GuardedFetch;
  clock: Clock;
  connector: ConnectorOptions;
  /** Where the list of library flaws is read anew each day; null: the shipped one is used. */
  libraryListUrl?: string | null;
  log: Log;
}): OwnWorld {
  const probe = createProbe({ ...connector, budget: hostBudget({ clock }) });
  const code = createCodeScanner();
  const libraries =
    libraryListUrl === null
      ? null
      : keepLibrariesFresh({ scanner: code, guardedFetch, clock, url: libraryListUrl, log });
  return {
    probe,
    dns: dnsOverHttps({ guardedFetch }),
    code,
    async close() {
      libraries?.stop();
      await probe.close();
      await code.close();
    },
  };
}
