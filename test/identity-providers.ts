import { answerIdentity, IDENTITY_FAKES } from '../sandbox/identity/answer.ts';
import { cleanDirectory, type DirectoryState } from '../sandbox/identity/directory-state.ts';
import { googleKeyFile } from '../sandbox/identity/google-key.ts';
import type { IdentityProvider } from '../core/api/people.ts';
import type { GuardedFetch } from '../server/http/guarded-fetch.ts';
import { OutboundFailedError } from '../server/http/outbound-errors.ts';

/** The sandbox's three identity providers without its port: what the product calls, and where it went. */
export interface IdentityProviders {
  readonly fetch: GuardedFetch;
  /** Whether an address is one of theirs. */
  has(address: string): boolean;
  /** By the shop's handle; made clean when first asked for. */
  directoryOf(handle: string): DirectoryState;
  /** A key that the provider knows for a shop. */
  keyOf(provider: IdentityProvider, handle: string): Record<string, string>;
  /** Host of each call, oldest first. */
  readonly hosts: string[];
}

export function identityProviders(now: () => Date): IdentityProviders {
  const directories = new Map<string, DirectoryState>();
  const hosts: string[] = [];
  const directoryOf = (handle: string): DirectoryState => {
    const directory = directories.get(handle) ?? cleanDirectory(handle);
    directories.set(handle, directory);
    return directory;
  };

  const fetch: GuardedFetch = async (address, init = {}) => {
    const url = new URL(address);
    hosts.push(url.host);
    const answer = answerIdentity(
      {
        host: url.host,
        method: init.method ?? 'GET',
        path: url.pathname,
        query: url.searchParams,
        headers: init.headers ?? {},
        form: new URLSearchParams(init.body ?? ''),
      },
      directoryOf,
      now(),
    );
    if (answer === null) throw new OutboundFailedError('unreachable');
    if (answer.kind === 'silence') throw new OutboundFailedError('timed-out');
    const headers = new Headers({ 'content-type': answer.type, ...answer.headers });
    return { status: answer.status, headers, bytes: Buffer.from(answer.text), url: address, text: () => answer.text };
  };

  return {
    fetch,
    has: (address) => IDENTITY_FAKES.some((fake) => fake.isHost(new URL(address).host)),
    directoryOf,
    hosts,
    keyOf(provider, handle) {
      const keys = {
        google: () => ({
          serviceAccountKey: googleKeyFile(handle, directoryOf(handle)),
          adminEmail: `meera@${handle}.example`,
        }),
        microsoft: () => ({
          tenantId: `${handle}.onmicrosoft.com`,
          clientId: '00000000-0000-4000-8000-00000000c0de',
          clientSecret: `secret-${handle}`,
        }),
        okta: () => ({ orgUrl: `https://${handle}.okta.com`, apiToken: `okta-token-${handle}` }),
      };
      return keys[provider]();
    },
  };
}
