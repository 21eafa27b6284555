import { adminApi, idToken } from './admin-api.ts';
import { bench, calls, change, embedded } from './around.ts';
import { applyState, buyerApi, liveValuesOf, type BuyerValues } from './buyer-api.ts';
import { defineElements } from './elements/define.ts';
import { followLinks } from './links.ts';
import { faults, noteFault, noteUnknown, unknown } from './notes.ts';
import type { ExtensionState, FrameBoot } from './protocol.ts';
import { extensionFetch } from './signed-fetch.ts';

type Run = (api: unknown) => unknown;

const boot = JSON.parse(document.getElementById('extension-boot')?.textContent ?? '{}') as FrameBoot;
const root = document.getElementById('extension');
const around = boot.isEmbedded ? embedded() : bench();

// Uncaught errors are Shopify's to log, and ours to see.
window.addEventListener('error', ({ message }) => noteFault(message));
window.addEventListener('unhandledrejection', ({ reason }) => noteFault(String(reason)));
// What an extension takes for its whole document is a part of ours.
Object.defineProperty(document, 'body', { get: () => root });
Object.assign(globalThis, { sandboxExtension: { calls, faults, unknown, change } });
if (boot.isEmbedded) document.documentElement.dataset['embedded'] = '';
document.documentElement.dataset['surface'] = boot.target.startsWith('admin.') ? 'admin' : 'buyer';

void start();

async function start(): Promise<void> {
  const state = await around.state;
  const { api, useSignals } = apiOf(state);
  window.fetch = extensionFetch(boot, () => idToken(around));
  defineElements(boot, root, noteUnknown);
  followLinks(around);
  const extend = (target: string, run: Run): void => {
    if (target === boot.target) void begin(run, api);
  };
  const shopify = Object.defineProperties({ extend }, Object.getOwnPropertyDescriptors(api));
  Object.assign(globalThis, { shopify: useSignals ? Object.assign(shopify, { setSignals: useSignals }) : shopify });
  load();
}

/** Signals are for what a buyer sees change; the admin hands over plain values. */
function apiOf(state: ExtensionState): { api: object; useSignals?: BuyerValues['useSignals'] } {
  if (boot.target.startsWith('admin.')) return { api: adminApi(boot, around, state) };
  const values = liveValuesOf(state, boot);
  around.onState((changed) => applyState(values, changed));
  return { api: buyerApi(boot, around, state, values), useSignals: (maker) => values.useSignals(maker) };
}

async function begin(run: Run, api: object): Promise<void> {
  try {
    await run(api);
  } catch (error) {
    noteFault(String(error));
  }
  document.documentElement.dataset['begun'] = '';
}

function load(): void {
  const script = document.createElement('script');
  script.src = `/sandbox/extension/${encodeURIComponent(boot.folder)}/script.js?target=${encodeURIComponent(boot.target)}`;
  script.addEventListener('error', () => noteFault('The script of this extension did not load.'));
  document.head.append(script);
}
