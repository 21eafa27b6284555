import type { RegistryState } from './registry-state.ts';

/** One call to a look-up service. */
export interface LookUpCall {
  readonly isTestHost: boolean;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** In lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface LookUpReply {
  readonly status: number;
  readonly json: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One service as it is documented. */
export interface LookUpFake {
  readonly hosts: { readonly live: string; readonly test: string };
  /** How it says that it is asked too much, unpaid, or cannot reach the GST system. */
  readonly troubles: Readonly<Record<'limited' | 'payment' | 'key-refused' | 'source-down', LookUpReply>>;
  /** Handle of the shop whose key it is; null: it does not know the key. */
  shopOf(call: LookUpCall): string | null;
  answer(call: LookUpCall, registry: RegistryState, nowIso: string): LookUpReply;
}

/**
 * Keys of the sandbox say whose they are: "key-saaf-dukaan" and "secret-saaf-dukaan". The first part of a key, as
 * core/api/look-up-services.ts lists them, is the "key-…", every other the "secret-…".
 */
export function shopOfKey(headers: LookUpCall['headers'], key: string, ...secrets: readonly string[]): string | null {
  const handle = /^key-([a-z0-9-]+)$/.exec(headers[key] ?? '')?.[1];
  const isWhole = secrets.every((name) => headers[name] === `secret-${handle}`);
  return handle !== undefined && isWhole ? handle : null;
}

export const numberIn = (value: unknown): string => (typeof value === 'string' ? value : '');
