import axe from 'axe-core';

/** What axe finds in the open page, as "rule: element". Colours are judged in a real browser, not here. */
export async function axeFindings(page: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(page, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
