import type { LookUpService } from '../core/evidence/registry.ts';
import { LOOK_UP_SERVICE_FACTS } from '../core/api/look-up-services.ts';
import { answerLookUp } from '../sandbox/look-ups/answer.ts';
import { cleanRegistry, type RegistryState } from '../sandbox/look-ups/registry-state.ts';
import type { GuardedFetch } from '../server/http/guarded-fetch.ts';
import { OutboundFailedError } from '../server/http/outbound-errors.ts';

/** The sandbox's four look-up services without its port: what the product calls, and what was called. */
export interface LookUpServices {
  readonly fetch: GuardedFetch;
  /** By the shop's handle; made clean when first asked for. */
  registryOf(handle: string): RegistryState;
  /** Host and path of each call, oldest first. */
  readonly calls: string[];
}

const MAX_BYTES = 3 * 1024 * 1024;

export function lookUpServices(now: () => Date): LookUpServices {
  const registries = new Map<string, RegistryState>();
  const calls: string[] = [];
  const registryOf = (handle: string): RegistryState => {
    const registry = registries.get(handle) ?? cleanRegistry(`${handle} (invented)`);
    registries.set(handle, registry);
    return registry;
  };

  const fetch: GuardedFetch = async (address, init = {}) => {
    const url = new URL(address);
    calls.push(`${url.hostname}${url.pathname}`);
    const call = {
      method: init.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: init.headers ?? {},
      body: JSON.parse(init.body ?? '{}') as Record<string, unknown>,
    };
    const reply = answerLookUp(url.hostname, call, registryOf, now().toISOString());
    if (reply === null) throw new OutboundFailedError('unreachable');
    if (reply.kind === 'silence') throw new OutboundFailedError('timed-out');
    const bytes = Buffer.from(reply.text);
    if (bytes.length > (init.maxBytes ?? MAX_BYTES)) throw new OutboundFailedError('too-large');
    const headers = new Headers({ 'content-type': reply.type, ...reply.headers });
    return { status: reply.status, headers, bytes, url: address, text: () => reply.text };
  };
  return { fetch, registryOf, calls };
}

/** A key as the sandbox knows it for a shop. */
export function sandboxKey(service: LookUpService, handle: string): Record<string, string> {
  const [first = '', ...others] = LOOK_UP_SERVICE_FACTS[service].credentials;
  return { [first]: `key-${handle}`, ...Object.fromEntries(others.map((name) => [name, `secret-${handle}`])) };
}
