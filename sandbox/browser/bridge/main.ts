import { defineBars } from './bars.ts';
import { ask, IS_EMBEDDED, listen, tell } from './channel.ts';
import { config, enterAdmin } from './config.ts';
import { defineMenus } from './menu.ts';
import { defineModal } from './modal.ts';
import { followNavigation, watchLinks } from './navigation.ts';
import { bounceBack, idToken, patchFetch } from './signed-fetch.ts';
import { measure, onReport } from './web-vitals.ts';

interface ToastOptions {
  readonly duration?: number;
  readonly isError?: boolean;
  readonly action?: string;
  readonly onAction?: () => void;
  readonly onDismiss?: () => void;
}
interface Shown extends HTMLElement {
  show(): Promise<void>;
  hide(): Promise<void>;
  toggle(): Promise<void>;
}

const toasts = new Map<string, ToastOptions>();
let toastCount = 0;

function showToast(message: string, options: ToastOptions = {}): string {
  const id = `toast-${(toastCount += 1)}`;
  toasts.set(id, options);
  const { duration = 5_000, isError = false, action = null } = options;
  tell({ kind: 'toast', toast: { id, message, durationMs: duration, isError, action } });
  return id;
}

listen((message) => {
  if (message.kind === 'toastPressed') toasts.get(message.id)?.onAction?.();
  if (message.kind === 'toastGone') {
    toasts.get(message.id)?.onDismiss?.();
    toasts.delete(message.id);
  }
});

/** An element of the page by its id; a wrong id is the app's mistake, and said so. */
function shown(tag: 'ui-modal' | 'ui-save-bar', id: string): Shown {
  const element = document.getElementById(id);
  if (element?.localName !== tag) throw new Error(`There is no <${tag}> with the id "${id}" on this page.`);
  return element as Shown;
}

function byId(tag: 'ui-modal' | 'ui-save-bar') {
  return {
    show: async (id: string) => shown(tag, id).show(),
    hide: async (id: string) => shown(tag, id).hide(),
    toggle: async (id: string) => shown(tag, id).toggle(),
  };
}

const absent = (what: string) => (): Promise<never> => Promise.reject(new Error(`The sandbox has no ${what}.`));
const tools = new Map<string, unknown>();

/** The part of App Bridge that a laptop can play. What it cannot is refused aloud, never answered with an invention. */
const shopify = {
  config,
  origin: location.origin,
  ready: Promise.resolve(),
  environment: { mobile: false, embedded: IS_EMBEDDED, pos: false, intent: false },
  loading: (isLoading = true) => tell({ kind: 'loading', isLoading }),
  idToken,
  user: () => ask({ what: 'user' }),
  toast: { show: showToast, hide: (id: string) => tell({ kind: 'hideToast', id }) },
  saveBar: { ...byId('ui-save-bar'), leaveConfirmation: () => ask({ what: 'mayLeave' }).then(() => undefined) },
  modal: byId('ui-modal'),
  scopes: {
    query: () => ask({ what: 'scopes' }),
    request: (scopes: readonly string[]) => ask({ what: 'requestScopes', scopes: [...scopes] }),
    revoke: (scopes: readonly string[]) => ask({ what: 'revokeScopes', scopes: [...scopes] }),
  },
  // The app has no extension yet, so a shop can have activated none.
  app: { extensions: () => Promise.resolve([]) },
  webVitals: { onReport },
  intents: { request: { value: null, subscribe: () => () => undefined }, register: () => () => undefined },
  reviews: {
    request: () =>
      Promise.resolve({ success: false, code: 'merchant-ineligible', message: 'A sandbox shop writes no reviews.' }),
  },
  support: { registerHandler: () => Promise.resolve() },
  shopifyQL: { available: () => Promise.resolve(false) },
  tools: {
    register: (name: string, handler: unknown) => {
      tools.set(name, handler);
      return () => tools.delete(name);
    },
    unregister: (name: string) => tools.delete(name),
    clear: () => tools.clear(),
  },
  resourcePicker: absent('resource picker'),
  picker: absent('picker'),
  scanner: { capture: absent('camera') },
  pos: { close: absent('point of sale'), device: absent('point of sale'), location: absent('point of sale') },
};

Object.assign(window, { shopify });
enterAdmin();
defineMenus();
defineBars();
defineModal();
patchFetch();
watchLinks();
measure();
if (IS_EMBEDDED) void bounceBack();
followNavigation();
