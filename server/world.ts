import type { Clock } from './clock.ts';
import { createCodeScanner } from './code/create-code-scanner.ts';
import type { World } from './collect/collector.ts';
import { dnsOverHttps } from './dns/doh-client.ts';
import type { ConnectorOptions } from './http/guarded-connector.ts';
import type { GuardedFetch } from './http/guarded-fetch.ts';
import { hostBudget } from './http/host-budget.ts';
import { createProbe } from './http/probe.ts';

/** The ways out that collectors use, for one process. */
export interface OwnWorld extends Omit<World, 'guardedFetch'> {
  close(): Promise<void>;
}

export function createWorld({
  guardedFetch,
  clock,
  connector,
}: {
  guardedFetch: GuardedFetch;
  clock: Clock;
  connector: ConnectorOptions;
}): OwnWorld {
  const probe = createProbe({ ...connector, budget: hostBudget({ clock }) });
  const code = createCodeScanner();
  return {
    probe,
    dns: dnsOverHttps({ guardedFetch }),
    code,
    async close() {
      await probe.close();
      await code.close();
    },
  };
}
