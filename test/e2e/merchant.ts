import type { Frame, Page } from 'playwright-core';
import type { AlertPage, AlertSummary } from '../../core/api/alerts.ts';
import type { GstHome } from '../../core/api/gst.ts';
import type { CheckBoard, ScanProgress } from '../../core/api/home.ts';
import type { ScriptBoard } from '../../core/api/scripts.ts';
import type { VendorRegister } from '../../core/api/vendors.ts';
import type { ShopDescription } from '../../sandbox/core.ts';
import type { System } from '../system.ts';
import { aGstin } from '../factories.ts';
import { appFrame } from './chromium.ts';

export const PLANTED_SHOP = 'vastra-niketan.myshopify.com';
export const CLEAN_SHOP = 'saaf-dukaan.myshopify.com';
/** The registration that the sandbox's GST registry knows. */
export const REGISTERED_GSTIN = '27AAPFU0939F1ZV';
/** An invented registration of Maharashtra that could exist. */
export const OWN_GSTIN = aGstin();

/** What a merchant of one shop does and sees: through the admin where a person would, through /api to count. */
export class MerchantDriver {
  readonly #system: System;
  readonly shop: string;

  constructor(system: System, shop: string) {
    this.#system = system;
    this.shop = shop;
  }

  get handle(): string {
    return this.shop.replace('.myshopify.com', '');
  }

  /** Opens the app in the admin, installing it first where that was not done. */
  async open(page: Page, path = '', { locale = 'en' } = {}): Promise<Frame> {
    const language = { name: 'sandbox-locale', value: `${locale}-IN`, url: this.#system.adminUrl };
    await page.context().addCookies([language]);
    await page.goto(`${this.#system.adminUrl}/store/${this.handle}/apps/prahari${path}`);
    const install = page.getByRole('button', { name: /^(Install|इंस्टॉल करें)$/ });
    const frame = page.locator('iframe');
    await install.or(frame).first().waitFor();
    if (await install.isVisible()) await install.click();
    return appFrame(page, this.#system.appUrl);
  }

  async describe(): Promise<ShopDescription> {
    return (await this.#system.control('GET', `/sandbox/shops/${this.shop}`)) as ShopDescription;
  }

  async mend(defect: string): Promise<void> {
    await this.#system.control('POST', `/sandbox/shops/${this.shop}/mend`, { defect });
  }

  /** Allows in the admin what a button of the GST page asks for. */
  async allow(page: Page, button: string): Promise<Frame> {
    const app = await this.open(page, '/gst');
    await app.getByRole('button', { name: button }).click();
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await app.getByText('Allowed. A check starts by itself').waitFor();
    return app;
  }

  /** One call to the app as its page makes it, with a fresh session token. */
  async api(method: string, path: string, body?: unknown, userId?: string): Promise<Response> {
    const user = userId === undefined ? '' : `&user=${userId}`;
    const { token } = (await this.#system.control('GET', `/sandbox/session-token?shop=${this.shop}${user}`)) as {
      token: string;
    };
    return fetch(`${this.#system.appUrl}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  /** Waits until the registry was asked about every registration. */
  async untilLookedUp(): Promise<void> {
    for (let attempt = 0; attempt < 600; attempt += 1) {
      const { registry } = (await (await this.api('GET', '/api/gst')).json()) as GstHome;
      if (registry.length > 0 && registry.every(({ asked }) => asked !== null)) return;
      await new Promise((later) => setTimeout(later, 100));
    }
    throw new Error('The look-up service was not asked.');
  }

  async alerts(status = 'open'): Promise<readonly AlertSummary[]> {
    const found: AlertSummary[] = [];
    for (let number = 1; ; number += 1) {
      const answer = await this.api('GET', `/api/alerts?status=${status}&page=${number}`);
      if (!answer.ok) throw new Error(`GET /api/alerts answered ${answer.status}: ${await answer.text()}`);
      const page = (await answer.json()) as AlertPage;
      found.push(...page.alerts);
      if (page.alerts.length === 0 || found.length >= page.total) return found;
    }
  }

  /** Checks that had what they read in the newest scan: some wait for a permission, or for a look-up service. */
  async assessed(): Promise<ReadonlySet<string>> {
    const { results } = (await (await this.api('GET', '/api/checks')).json()) as CheckBoard;
    return new Set(results.filter(({ outcome }) => outcome !== 'notAssessed').map(({ checkId }) => checkId));
  }

  /** Asks for a check and waits until one that began after the asking has ended. */
  async checkNow(): Promise<ScanProgress> {
    const asked = await this.api('POST', '/api/scans', {});
    if (asked.status === 409) {
      await this.settled();
      return this.checkNow();
    }
    if (!asked.ok) throw new Error(`POST /api/scans answered ${asked.status}: ${await asked.text()}`);
    return this.settled();
  }

  /** As a careful owner would: every vendor approved with its papers, every script with an owner and a reason. */
  async vouchForEveryone(): Promise<void> {
    const { vendors } = (await (await this.api('GET', '/api/vendors')).json()) as VendorRegister;
    const known = { purpose: 'Known to us', owner: 'Meera (invented)', contact: 'help@vendor.example' };
    for (const { id: found, kind } of vendors.filter(({ isOurs, isPlatform }) => !isOurs && !isPlatform)) {
      const { id } = await this.#done('PATCH', `/api/vendors/${found}`, { ...known, dataClasses: ['business'] });
      await this.#done('POST', `/api/vendors/${id}/approve`, { reason: 'Looked through with the agency' });
      const report = kind === 'payment-gateway' ? 'pci-aoc' : 'soc2-type2';
      for (const paper of [report, 'contract']) {
        await this.#done('POST', `/api/vendors/${id}/papers`, { kind: paper, validUntil: null });
      }
    }
    const { changes } = (await (await this.api('GET', '/api/scripts')).json()) as ScriptBoard;
    const identities = changes.map(({ identity }) => identity);
    const words = { owner: known.owner, reason: 'Looked through with the agency', coversNewTexts: false };
    if (identities.length > 0) {
      await this.#done('POST', '/api/scripts/decisions', { identities, verdict: 'approved', ...words });
    }
    await this.settled();
  }

  async #done(method: string, path: string, body: unknown): Promise<{ readonly id: string }> {
    const answer = await this.api(method, path, body);
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.status === 204 ? { id: '' } : ((await answer.json()) as { readonly id: string });
  }

  /** Waits until no check goes on. */
  async settled(): Promise<ScanProgress> {
    for (let attempt = 0; attempt < 600; attempt += 1) {
      const answer = await this.api('GET', '/api/scans/current');
      const scan = answer.status === 204 ? null : ((await answer.json()) as ScanProgress);
      if (scan?.state === 'done' || scan?.state === 'failed') return scan;
      await new Promise((later) => setTimeout(later, 100));
    }
    throw new Error('The check did not end.');
  }
}

/** What one defect brings along: a domain without TLS shows no certificate either. */
const FOLLOWS: Readonly<Record<string, string>> = { 'security/domain-tls': 'security/certificate' };

/** Found against what somebody decided on before: in a shop where nobody did, the same script is one of nobody's. */
const ONLY_AFTER_DECIDING: ReadonlySet<string> = new Set(['security/near-payment-scripts', 'security/script-changes']);

/** Checks that must find something, by what is planted; `assessed`: of these checks alone. */
export function expectedChecks(description: ShopDescription, assessed?: ReadonlySet<string>): string[] {
  const planted = description.defects.flatMap(({ checkId, isPresent }) => (isPresent ? [checkId] : []));
  const all = new Set(planted.flatMap((id) => [id, FOLLOWS[id] ?? id]));
  return [...all].filter((id) => !ONLY_AFTER_DECIDING.has(id) && (assessed?.has(id) ?? true)).toSorted();
}

/** Checks that opened alerts, each once. */
export function alertedChecks(alerts: readonly AlertSummary[]): string[] {
  return Object.keys(checksOf(alerts)).toSorted();
}

export function checksOf(alerts: readonly AlertSummary[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { checkId } of alerts) counts[checkId] = (counts[checkId] ?? 0) + 1;
  return counts;
}
