import axe from 'axe-core';

/**
 * What axe finds in the open page, as "rule: element". Colours, and tabs, which Polaris lays out by their width, are
 * judged in a real browser, not here.
 */
export async function axeFindings(page: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(
    { include: [page], exclude: ['.Polaris-Tabs__Wrapper', '[class*="TabMeasurer"]', '[id$="Measurer"]'] },
    {
      rules: { 'color-contrast': { enabled: false } },
    },
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
