/** What the embedded page and the admin around it say to each other, by postMessage. Our own words, not Shopify's. */
export interface Envelope<M> {
  readonly prahariSandbox: M;
}

export type FromApp =
  /** A page of the app has begun; what it says waits until the admin is `ready`. */
  | { readonly kind: 'hello' }
  | { readonly kind: 'navigated'; readonly path: string }
  | { readonly kind: 'menu'; readonly links: readonly MenuLink[] }
  | { readonly kind: 'open'; readonly address: string; readonly inNewTab: boolean }
  | { readonly kind: 'toast'; readonly toast: Toast }
  | { readonly kind: 'hideToast'; readonly id: string }
  | { readonly kind: 'saveBar'; readonly bar: SaveBar | null }
  | { readonly kind: 'titleBar'; readonly title: string | null; readonly buttons: readonly BarButton[] }
  | { readonly kind: 'loading'; readonly isLoading: boolean }
  | { readonly kind: 'modal'; readonly isOpen: boolean }
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question };

export type FromAdmin =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly id: number; readonly reason: string }
  | { readonly kind: 'navigate'; readonly path: string }
  | { readonly kind: 'saveBarPressed'; readonly button: 'save' | 'discard' }
  | { readonly kind: 'titleBarPressed'; readonly index: number }
  | { readonly kind: 'toastPressed' | 'toastGone'; readonly id: string };

export type Question =
  | { readonly what: 'idToken' }
  | { readonly what: 'user' }
  /** Answered once it is fine to leave: nothing unsaved, or the person gave it up. */
  | { readonly what: 'mayLeave' }
  | { readonly what: 'scopes' }
  | { readonly what: 'requestScopes' | 'revokeScopes'; readonly scopes: readonly string[] };

export interface MenuLink {
  readonly label: string;
  readonly path: string;
}

export interface Toast {
  readonly id: string;
  readonly message: string;
  readonly durationMs: number;
  readonly isError: boolean;
  readonly action: string | null;
}

export interface BarButton {
  readonly label: string;
  readonly isPrimary: boolean;
  readonly isDisabled: boolean;
}

export interface SaveBar {
  readonly id: string;
  readonly save: BarButton;
  readonly discard: BarButton;
  /** Ask before what was typed is thrown away. */
  readonly confirmsDiscard: boolean;
}

export interface ScopesDetail {
  readonly granted: readonly string[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
}
