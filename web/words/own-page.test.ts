import { describe, expect, it } from '@jest/globals';
import { ownPageFor } from './own-page.ts';

describe('our own page for what a check reads', () => {
  it.each([
    [['registrations', 'taxProfile'], 'gst'],
    [['registrations', 'orders'], 'settings'],
    [['shop', 'people'], 'people'],
    [['selfChecks'], 'people'],
    [['attestations', 'people'], 'people'],
    [['attestations'], 'statements'],
    [['fileScans'], 'numbers'],
    [['theme', 'themeBaseline'], 'theme'],
    [['theme', 'storefront'], 'storefront'],
    [['shop'], null],
    [[], null],
  ] as const)('%j: %s', (kinds, page) => {
    expect(ownPageFor(kinds)).toBe(page);
  });
});
