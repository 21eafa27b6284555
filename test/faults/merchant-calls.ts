import type { AlertPage } from '../../core/api/alerts.ts';
import type { Home, ScanProgress } from '../../core/api/home.ts';
import type { FaultSettings } from '../../sandbox/faults/settings.ts';
import type { System } from '../system.ts';
import { until } from '../until.ts';

export const PLANTED_SHOP = 'vastra-niketan.myshopify.com';
export const CLEAN_SHOP = 'saaf-dukaan.myshopify.com';

/** What a shop's owner does with the app, and what happens to the shop, without a browser. */
export class MerchantCalls {
  readonly #system: System;
  readonly shop: string;

  constructor(system: System, shop: string) {
    this.#system = system;
    this.shop = shop;
  }

  /** Installs in the admin and opens the app once. */
  async install(): Promise<void> {
    await this.shopify('install');
    const answer = await this.api('GET', '/api/home');
    if (!answer.ok) throw new Error(`GET /api/home answered ${answer.status}`);
  }

  /** Something that happens to the shop, by the sandbox's control interface. */
  async shopify(what: 'install' | 'uninstall' | 'webhooks' | 'mend' | 'plant', body: object = {}): Promise<void> {
    await this.#system.control('POST', `/sandbox/shops/${this.shop}/${what}`, body);
  }

  async faults(faults: Partial<FaultSettings>): Promise<void> {
    await this.#system.control('POST', `/sandbox/shops/${this.shop}/faults`, faults);
  }

  async sessionToken(): Promise<string> {
    const answer = await this.#system.control('GET', `/sandbox/session-token?shop=${this.shop}`);
    return (answer as { token: string }).token;
  }

  async api(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(`${this.#system.appUrl}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${await this.sessionToken()}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  async home(): Promise<Home> {
    return (await (await this.api('GET', '/api/home')).json()) as Home;
  }

  async alerts(status = 'open'): Promise<AlertPage['alerts']> {
    return ((await (await this.api('GET', `/api/alerts?status=${status}`)).json()) as AlertPage).alerts;
  }

  /** The newest scan, once it has ended. */
  async scanEnded(maxMs?: number): Promise<ScanProgress> {
    return until(
      `the scan of ${this.shop} ended`,
      async () => {
        const { scan } = await this.home();
        return (scan?.state === 'done' || scan?.state === 'failed') && scan;
      },
      maxMs,
    );
  }

  /** Asks for a check, after the one that runs where one does. */
  async checkNow(): Promise<void> {
    await until('a check was taken', async () => (await this.api('POST', '/api/scans', {})).ok);
  }
}
