import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aBoard } from '../../test/factories.ts';
import { openApp } from '../../test/open-app.tsx';
import { sumOf } from './board.ts';

describe('the checks page', () => {
  it('shows the sum, and every check in the group of its outcome', async () => {
    const board = aBoard((_, index) =>
      index === 0 ? 'fail' : index === 1 ? 'notAssessed' : index === 2 ? 'notApplicable' : 'pass',
    );
    await openApp('/checks', { board });
    const { points, weight, score } = sumOf(board.parts);
    expect(await screen.findByRole('heading', { name: `Score ${score} of 100` })).toBeTruthy();
    expect(screen.getByText(`${points} of ${weight} points, as a share of 100, rounded down.`)).toBeTruthy();
    for (const name of ['Something to mend', 'Not assessed', 'Passed', 'Not applicable']) {
      expect(screen.getByRole('heading', { level: 2, name })).toBeTruthy();
    }
  });

  it('says why a check could not be assessed, and what to do', async () => {
    await openApp('/checks', { board: aBoard((_, index) => (index === 0 ? 'notAssessed' : 'pass')) });
    expect(
      await screen.findByText('Shopify did not let us read this: Theme files. We need your permission.'),
    ).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Allow in Settings: Theme files' }).getAttribute('href')).toBe('/settings');
  });

  it.each([
    ['people', 'not-stated', 'Open People', '/people'],
    ['attestations', 'expired', 'See what your shop stated', '/security/evidence'],
    ['storefront', 'blocked', 'Open Storefront', '/storefront'],
    ['taxProfile', 'not-stated', 'Open the GST page', '/gst'],
  ] as const)('leads to where the merchant brings %s when it is %s', async (kind, reason, name, url) => {
    const board = aBoard((_, index) => (index === 0 ? 'notAssessed' : 'pass'));
    const results = board.results.map((result, index) =>
      index === 0 ? { ...result, notAssessed: [{ kind, reason, missingScopes: [] }] } : result,
    );
    await openApp('/checks', { board: { ...board, results } });
    expect((await screen.findByRole('link', { name })).getAttribute('href')).toBe(url);
  });

  it('says that nothing was checked yet', async () => {
    await openApp('/checks', { board: { standing: null, results: [], parts: [] } });
    expect(await screen.findByRole('heading', { name: 'Nothing checked yet' })).toBeTruthy();
  });
});
