import type { ExtensionFault } from '../../extensions/faults.ts';
import type { FrameBoot } from './protocol.ts';

const plainFetch = window.fetch.bind(window);
/** Longer than a patient extension waits. */
const SLOW_MS = 12_000;

/**
 * `fetch` as extensions meet it. In the admin an address without a host is one of the app, and the app's own requests
 * carry the person's token. Elsewhere addresses are whole, and the extension must have asked for the network.
 */
export function extensionFetch(boot: FrameBoot, token: () => Promise<string | null>) {
  const isAdmin = boot.target.startsWith('admin.');

  return async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(isAdmin ? resolved(input, boot.appUrl) : whole(input), init);
    if (!isAdmin && !boot.capabilities.includes('network_access')) {
      throw new TypeError('This extension has no network_access in its shopify.extension.toml.');
    }
    if (new URL(request.url).origin !== new URL(boot.appUrl).origin) return plainFetch(request);
    if (isAdmin && !request.headers.has('Authorization')) {
      const bearer = await token();
      if (bearer !== null) request.headers.set('Authorization', `Bearer ${bearer}`);
    }
    return misbehaving(request, await faultNow());
  };
}

/** The switch of the sandbox. Asked at each call, so that a person may try again once it is off. */
export async function faultNow(): Promise<ExtensionFault> {
  const answer = await plainFetch('/sandbox-extension-host/fault');
  return ((await answer.json()) as { kind: ExtensionFault }).kind;
}

async function misbehaving(request: Request, fault: ExtensionFault): Promise<Response> {
  switch (fault) {
    case 'app-down':
      throw new TypeError('Failed to fetch');
    case 'denied':
      return problem(403, 'forbidden');
    case 'broken-json':
      return new Response('{"asOf":"2026-', { headers: { 'Content-Type': 'application/json' } });
    case 'slow':
      await patience(request.signal);
      return plainFetch(request);
    default:
      return plainFetch(request);
  }
}

function problem(status: number, type: string): Response {
  return new Response(JSON.stringify({ type, title: 'Not for this person', status }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

function patience(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, SLOW_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}

/** "/api/x" and "app:api/x" are of the app. */
function resolved(input: RequestInfo | URL, appUrl: string): RequestInfo | URL {
  if (input instanceof Request) return input;
  const address = String(input);
  if (address.startsWith('shopify:')) throw new TypeError('The sandbox answers no Admin queries of extensions.');
  return new URL(address.replace(/^app:\/*/, '/'), appUrl);
}

function whole(input: RequestInfo | URL): RequestInfo | URL {
  return typeof input === 'string' ? new URL(input) : input; // an address without a host is an error there
}
