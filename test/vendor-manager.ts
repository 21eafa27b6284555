import { randomUUID } from 'node:crypto';
import type { VendorDetails, VendorFields, VendorRow } from '../core/api/vendors.ts';
import type { FoundVendor } from '../core/vendors/vendor.ts';
import type { Merchant } from '../server/shopify/lifecycle.ts';
import { someVendorFields, type VendorApi } from './vendor-api.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const INDIA_MS = 5.5 * 60 * 60 * 1000;

interface Problem {
  readonly status: number;
  readonly type: string;
  readonly fields?: Record<string, string>;
}

/** Somebody who keeps the register of one shop. */
export interface VendorManager {
  readonly shop: string;
  readonly who: Merchant;
  ask(method: string, path: string, body?: unknown): Promise<Response>;
  /** The body of an answer. @throws one that is no success */
  answer<T = VendorDetails>(method: string, path: string, body?: unknown): Promise<T>;
  /** Status and problem of a refusal. */
  problem(method: string, path: string, body?: unknown): Promise<Problem>;
  send(path: string, bytes: Uint8Array, name: string): Promise<Response>;
  enter(over?: Partial<VendorFields>): Promise<VendorDetails>;
  register(): Promise<readonly VendorRow[]>;
  details(id: string): Promise<VendorDetails>;
  /** What the newest check of the shop found. */
  found(vendors: readonly FoundVendor[]): Promise<void>;
  /** The day in India, by the system's clock. */
  dayFromNow(days: number): string;
}

/** The manager of a shop that nobody else knows: tests leave each other's alone. */
export function aVendorManager(api: VendorApi): VendorManager {
  const shop = `s${randomUUID()}.myshopify.com`;
  const who: Merchant = { shop, userId: '1001', role: 'manager' };
  const ask = (method: string, path: string, body?: unknown) => api.ask(who, method, path, body);

  async function answer<T = VendorDetails>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await ask(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  return {
    ...{ shop, who, ask, answer },
    async problem(method, path, body) {
      const response = await ask(method, path, body);
      return { status: response.status, ...((await response.json()) as Omit<Problem, 'status'>) };
    },
    send: (path, bytes, name) => api.send(who, path, bytes, name),
    enter: (over = {}) => answer('POST', '/vendors', someVendorFields(over)),
    register: () => api.register(who),
    details: (id) => api.details(who, id),
    found: (vendors) => api.found(shop, vendors),
    dayFromNow: (days) =>
      new Date(api.system.clock.now().getTime() + INDIA_MS + days * DAY_MS).toISOString().slice(0, 10),
  };
}
