import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, sidewaysOverflowPx } from './chromium.ts';
import { faultsOf, startExtensionPages, type ExtensionPages } from './extension-page.ts';

export interface ExtensionBench {
  readonly pages: ExtensionPages;
  /** Of one test alone. */
  readonly page: Page;
}

export interface BenchSettings {
  readonly viewport: { readonly width: number; readonly height: number };
  /** A folder of extensions; default: ours. */
  readonly root?: string;
  /** What must be so at the end of every test; default: no fault, and nothing wider than the page. */
  readonly atEnd?: (page: Page) => Promise<void>;
}

/** One Chromium and the pages of extensions for the tests around this call; before each of them `use` gets its page. */
export function extensionBench(
  { viewport, root, atEnd = isSound }: BenchSettings,
  use: (bench: ExtensionBench) => void,
): void {
  let pages: ExtensionPages;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [pages, browser] = await Promise.all([startExtensionPages(root === undefined ? {} : { root }), launchChromium()]);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await pages?.close();
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { ...viewport } });
    page.setDefaultTimeout(20_000);
    use({ pages, page });
  });
  afterEach(async () => {
    try {
      await atEnd(page);
    } finally {
      await page.close();
    }
  });
}

async function isSound(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  expect(await sidewaysOverflowPx(page.mainFrame())).toBe(0);
}
