import type { Frame, Page } from 'playwright-core';
import type { AlertSummary } from '../../core/api/alerts.ts';
import type { ScriptBoard } from '../../core/api/scripts.ts';
import type { VendorRegister } from '../../core/api/vendors.ts';
import type { Language } from '../../core/text.ts';
import type { MerchantDriver } from './merchant.ts';
import { wordsIn, type Words } from './words.ts';

interface Said {
  readonly owner: string;
  readonly reason: string;
}

/** What an owner does on the pages of vendors and scripts, by the words of one language. */
export class VendorsWalk {
  readonly #page: Page;
  readonly #merchant: MerchantDriver;
  readonly #locale: Language;
  readonly words: Words;

  constructor(page: Page, merchant: MerchantDriver, language: Language) {
    this.#page = page;
    this.#merchant = merchant;
    this.#locale = language;
    this.words = wordsIn(language);
  }

  open(path: string): Promise<Frame> {
    return this.#merchant.open(this.#page, path, { locale: this.#locale });
  }

  /** The page of vendors, once it shows how they are found. */
  async openVendors(): Promise<Frame> {
    const app = await this.open('/vendors');
    await app.getByRole('heading', { name: this.words('vendors:sources.title') }).waitFor();
    return app;
  }

  async register(): Promise<VendorRegister> {
    return (await (await this.#merchant.api('GET', '/api/vendors')).json()) as VendorRegister;
  }

  async board(): Promise<ScriptBoard> {
    return (await (await this.#merchant.api('GET', '/api/scripts')).json()) as ScriptBoard;
  }

  async openAlertsOf(checkId: string): Promise<readonly AlertSummary[]> {
    return (await this.#merchant.alerts()).filter((alert) => alert.checkId === checkId);
  }

  /** Says of a vendor that was found that it is the shop's, what for, and who answers for it. */
  async takeOver(vendor: string, { owner, reason, purpose }: Said & { readonly purpose: string }): Promise<void> {
    const { words } = this;
    const app = await this.open('/vendors');
    await app.getByRole('link', { name: vendor }).first().click();
    await app.getByRole('heading', { name: words('vendors:claim.title') }).waitFor();
    await app.getByLabel(words('vendors:field.purpose')).fill(purpose);
    await app.getByLabel(words('vendors:field.owner')).fill(owner);
    await app.getByLabel(words('vendors:data.business')).check();
    await app.getByLabel(words('vendors:approve.reason')).fill(reason);
    await app.getByRole('button', { name: words('vendors:claim.save') }).click();
    await this.#page.getByText(words('vendors:claim.done')).waitFor();
  }

  /** Chooses all that waits for a decision, and approves it at once. */
  async approveAllScripts(said: Said): Promise<void> {
    const app = await this.#openQueue();
    await app.getByRole('button', { name: this.words('scripts:queue.pickAll') }).click();
    await app.getByRole('button', { name: this.words('scripts:queue.approveMany') }).click();
    await this.#decide(app, said);
  }

  /** Looks at both texts of the only script that changed, then approves it as it is now. */
  async approveChangedScript(said: Said): Promise<void> {
    const { words } = this;
    const app = await this.#openQueue();
    await app.getByRole('button', { name: words('scripts:queue.compareOf') }).click();
    await app.getByRole('heading', { name: words('scripts:diff.title') }).waitFor();
    await app.getByText(words('scripts:diff.added')).first().waitFor();
    await app
      .getByRole('button', { name: words('scripts:diff.close') })
      .first()
      .click();
    await app.getByRole('button', { name: words('scripts:queue.approveOf') }).click();
    await this.#decide(app, said);
    await this.#merchant.settled();
  }

  async #openQueue(): Promise<Frame> {
    const app = await this.open('/vendors/scripts');
    await app.getByRole('heading', { name: this.words('scripts:queue.title') }).waitFor();
    return app;
  }

  async #decide(app: Frame, { owner, reason }: Said): Promise<void> {
    const { words } = this;
    const dialog = app.locator('ui-modal').first();
    await dialog.getByLabel(words('scripts:decide.owner')).fill(owner);
    await dialog.getByLabel(words('scripts:decide.reason')).fill(reason);
    await dialog.getByRole('button', { name: words('scripts:decide.approve') }).click();
    await this.#page.getByText(words('scripts:done.approved')).waitFor();
  }
}
