/** What the page of an extension is told by the server when it is made. */
export interface FrameBoot {
  readonly folder: string;
  readonly handle: string;
  /** As the merchant sees it. */
  readonly name: string;
  readonly target: string;
  readonly capabilities: readonly string[];
  /** Of the host, "hi-IN". */
  readonly locale: string;
  readonly words: Words;
  /** Of the words, which may be the default ones. */
  readonly wordsLocale: string;
  /** Origin of the app. */
  readonly appUrl: string;
  /** Whether a page of the admin or of a shop stands around it and answers it. */
  readonly isEmbedded: boolean;
}

export interface Words {
  readonly [key: string]: string | Words;
}

/** What the page around extensions knows: those that serve a target, in their order. */
export interface HostBoot {
  readonly targets: Readonly<Record<string, readonly HostedExtension[]>>;
}

export interface HostedExtension {
  readonly folder: string;
  readonly handle: string;
  readonly name: { readonly en: string; readonly hi: string };
}

/** What an extension may know of the place where it stands. Parts that its surface does not have are left out. */
export interface ExtensionState {
  readonly shop?: { readonly id?: string; readonly name?: string; readonly myshopifyDomain?: string };
  /** Gid of the buyer who is signed in. */
  readonly customerId?: string | null;
  /** Admin: what the page shows, or what is ticked in a list. */
  readonly selected?: readonly { readonly id: string }[];
  readonly attributes?: readonly Attribute[];
  /** Null: nothing of it may be seen. */
  readonly shippingAddress?: Readonly<Record<string, string>> | null;
  readonly purchasingCompany?: {
    readonly company: { readonly id: string; readonly name: string };
    readonly location: { readonly id: string; readonly name: string };
  } | null;
  readonly canUpdateAttributes?: boolean;
  /** Shop pages: where changed attributes are posted. */
  readonly attributesUrl?: string;
  readonly lines?: readonly object[];
  readonly orderConfirmation?: { readonly order: { readonly id: string }; readonly number?: string };
  readonly order?: { readonly id: string; readonly name: string; readonly confirmationNumber?: string } | null;
  readonly locationId?: string;
  /** For tests: the session token; null: there is none. */
  readonly token?: string | null;
}

export interface Attribute {
  readonly key: string;
  readonly value: string;
}

/** What an extension did with its `shopify`, for whoever stands around it and for tests. */
export type Call =
  | { readonly name: 'navigate'; readonly url: string; readonly inNewTab: boolean }
  | { readonly name: 'close' }
  | { readonly name: 'toast'; readonly text: string }
  | { readonly name: 'applyAttributeChange'; readonly key: string; readonly value: string | null }
  | { readonly name: 'query' }
  | { readonly name: 'requireLogin' };

export type Question = { readonly what: 'token' } | { readonly what: 'attribute'; readonly change: Attribute };

export interface Envelope<M> {
  readonly prahariExtension: M;
}

export type FromFrame =
  /** It has begun, and waits for its state. */
  | { readonly kind: 'hello' }
  | { readonly kind: 'height'; readonly px: number }
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question };

export type ToFrame =
  | { readonly kind: 'state'; readonly state: ExtensionState }
  | { readonly kind: 'answer'; readonly id: number; readonly value: string | null }
  | { readonly kind: 'refusal'; readonly id: number; readonly reason: string };
