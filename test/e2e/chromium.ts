import axe, { type AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

export { launchChromium } from '../launch-chromium.ts';

/** The app's own frame inside the admin page. */
export async function appFrame(page: Page, appUrl: string): Promise<Frame> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const frame = page.frames().find((candidate) => candidate.url().startsWith(appUrl));
    if (frame) return frame;
    await page.waitForTimeout(50);
  }
  throw new Error(
    `No frame of ${appUrl} in ${page.url()}; there are ${page
      .frames()
      .map((frame) => frame.url())
      .join(', ')}`,
  );
}

/** What axe finds wrong in one frame, as "rule: elements", worst first. An accessible page gives an empty list. */
export async function axeViolations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  const results = await frame.evaluate(() =>
    (globalThis as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
    }),
  );
  return results.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 5)
        .map((node) => `${node.target.join(' ')} (${node.failureSummary ?? ''})`)
        .join('; ')}`,
  );
}

/** How far a frame scrolls sideways, in pixels: 0 is right. */
export function sidewaysOverflowPx(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    const root = document.documentElement;
    return Math.max(0, root.scrollWidth - root.clientWidth);
  });
}
