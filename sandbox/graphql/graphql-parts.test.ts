import { describe, expect, it } from '@jest/globals';

import { accessRules, isAllowed } from './access.ts';
import { connection, type Connection } from './connection.ts';
import { costBucket } from './cost-bucket.ts';
import { fitsGlob } from './glob.ts';

describe('connection', () => {
  const letters = ['a', 'b', 'c', 'd', 'e'];

  it.each([
    [{ first: 2 }, 'ab', true, false],
    [{ first: 5 }, 'abcde', false, false],
    [{ first: 9 }, 'abcde', false, false],
    [{ first: 0 }, '', true, false],
    [{ last: 2 }, 'de', false, true],
    [{ first: 2, reverse: true }, 'ed', true, false],
  ])('%j is the page %s', (page, nodes, hasNextPage, hasPreviousPage) => {
    const answer = connection(letters, page);
    expect(answer.nodes.join('')).toBe(nodes);
    expect(answer.edges.map(({ node }) => node).join('')).toBe(nodes);
    expect(answer.pageInfo).toMatchObject({ hasNextPage, hasPreviousPage });
  });

  it('walks to the end by cursors, each item once, though a page may end early', () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Connection<string> = connection(letters, { first: 4, after }, { fits: (taken) => taken.length < 2 });
      seen.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(letters);
  });

  it('goes on behind the item where a page ended, whatever came or went before it', () => {
    const orders = [5, 4, 3, 2, 1].map((id) => ({ id }));
    const { pageInfo } = connection(orders, { first: 2 });
    const idsAfter = (now: readonly { id: number }[]) =>
      connection(now, { first: 9, after: pageInfo.endCursor }).nodes.map(({ id }) => id);
    expect(idsAfter([{ id: 7 }, { id: 6 }, ...orders])).toEqual([3, 2, 1]);
    expect(idsAfter(orders.slice(1))).toEqual([3, 2, 1]);
    expect(idsAfter(orders.filter(({ id }) => id !== 4))).toEqual([3, 2, 1]);
  });

  it.each([[{}], [{ first: 251 }], [{ first: -1 }], [{ first: 1, after: 'nonsense' }]])('refuses %j', (page) => {
    expect(() => connection(letters, page)).toThrow();
  });
});

describe('fitsGlob', () => {
  it.each([
    ['templates/index.json', 'templates/*.json', true],
    ['templates/customers/login.json', 'templates/*.json', true],
    ['templates/index.liquid', 'templates/*.json', false],
    ['layout/theme.liquid', '*', true],
    ['layout/theme.liquid', 'layout/theme.liquid', true],
    ['layout/themeXliquid', 'layout/theme.liquid', false],
    ['sections/a(b).liquid', 'sections/a(b).liquid', true],
  ])('%s against %s: %s', (name, pattern, fits) => {
    expect(fitsGlob(name, pattern)).toBe(fits);
  });
});

describe('access rules', () => {
  const rules = accessRules({
    __schema: {
      types: [
        {
          name: 'Location',
          requiredAccess: '`read_locations` access scope or `read_inventory` access scope.',
          fields: [{ name: 'note', requiredAccess: 'The user must have a permission.' }],
        },
        { name: 'StaffMember', requiredAccess: '`read_users` access scope. Also: a bigger plan.', fields: [] },
        {
          name: 'Carrier',
          requiredAccess: 'Any of `orders` or `shipping` access scopes, `read_markets` access scope.',
        },
        {
          name: 'Depot',
          requiredAccess: 'Apps need one of the following: `products`, `fulfillments` or `stock` (sometimes).',
        },
        { name: 'Branding', requiredAccess: '`read_branding` access scope. Also: `read_users` is not it.', fields: [] },
      ],
    },
  });

  it.each([
    ['Location', ['read_locations'], true],
    ['Location', ['read_inventory'], true],
    ['Location', ['write_locations'], true], // writing brings reading
    ['Location', ['read_themes'], false],
    ['Carrier', ['read_shipping'], true], // named without "read_"
    ['Carrier', ['read_markets'], true],
    ['Carrier', ['read_products'], false],
    ['Depot', ['read_products'], true],
    ['Depot', ['write_stock'], true],
    ['Depot', ['read_orders'], false],
    ['StaffMember', ['read_users'], false], // Support and a bigger plan as well
    ['Branding', ['read_users'], false], // what stands after "Also:" is not an alternative
  ])('%s with %j: %s', (type, granted, allowed) => {
    const rule = rules.ofType(type);
    expect(rule && isAllowed(rule, granted)).toBe(allowed);
  });

  it('asks nothing where no scope is named', () => {
    expect(rules.ofField('Location', 'note')).toBeUndefined();
  });

  it('never lists other apps to a public app', () => {
    expect(rules.ofField('QueryRoot', 'appInstallations')?.anyOf).toEqual([]);
  });
});

describe('the cost bucket', () => {
  it('holds 2,000 points, and 100 come back each second', () => {
    let nowMs = 0;
    const bucket = costBucket({ nowMs: () => nowMs, now: () => new Date(nowMs), advance: (ms) => void (nowMs += ms) });
    expect(bucket.take(1_999)).toBe(true);
    expect(bucket.take(2)).toBe(false);
    expect(bucket.status()).toEqual({ maximumAvailable: 2_000, currentlyAvailable: 1, restoreRate: 100 });
    nowMs = 1_500;
    expect(bucket.status().currentlyAvailable).toBe(151);
    nowMs = 60_000;
    expect(bucket.status().currentlyAvailable).toBe(2_000);
  });
});
