import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { aHome, anAlertOf, aScan, aStanding } from '../../test/factories.ts';
import { openApp } from '../../test/open-app.tsx';
import { EVIDENCE_KINDS } from '../../../core/evidence/kinds.ts';

const HIDDEN_GUIDE = { ...aHome().guide, isHidden: true };

describe('Home', () => {
  it('shows a skeleton while its answer is on the way', async () => {
    await openApp('/', { instead: { 'GET /home': 'never' } });
    expect(screen.getByRole('heading', { level: 1, name: 'Your shop today' })).toBeTruthy();
    expect(screen.queryByText('Score')).toBeNull();
  });

  it.each([
    ['offline', 'You are offline.'],
    [{ type: 'internal', title: 'x', status: 500 }, 'The server has a problem.'],
  ] as const)('says what is wrong and tries again: %j', async (instead, words) => {
    const { held, user } = await openApp('/', { instead: { 'GET /home': instead } });
    expect(await screen.findByRole('heading', { name: words })).toBeTruthy();
    held.instead = {};
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Score 62 of 100')).toBeTruthy();
  });

  it('shows score and coverage together, what is open, and what to do first', async () => {
    const alert = anAlertOf('security/domain-tls', { atStakePaise: 632_000 });
    await openApp('/', { home: aHome({ guide: HIDDEN_GUIDE, doNext: [alert] }) });
    expect(await screen.findByText('Score 62 of 100')).toBeTruthy();
    expect(screen.getByText('Coverage 87%: 13 of 15 checks could run')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'See all 6 alerts' }).getAttribute('href')).toBe('/alerts');
    expect(screen.getByRole('link', { name: '2 alerts' }).getAttribute('href')).toBe('/alerts?severity=high');
    expect(screen.getByText('₹6,320 at stake')).toBeTruthy();
    expect(screen.getByText('Last check: 22 Nov 2026, 6:40 pm IST')).toBeTruthy();
    expect(screen.getByText('Next check: 29 Nov 2026, 6:40 pm IST')).toBeTruthy();
  });

  it('calls a score early below 60% coverage', async () => {
    await openApp('/', { home: aHome({ standing: aStanding({ assessed: 4, isEarly: true }) }) });
    expect(await screen.findByText('Early')).toBeTruthy();
  });

  it('shows no zeros before the first check', async () => {
    await openApp('/', { home: aHome({ standing: null, trend: [], nextCheckAt: null }) });
    expect(await screen.findByText('Your score and alerts appear here')).toBeTruthy();
    expect(screen.queryByText('Open alerts')).toBeNull();
    expect(screen.getByText('No check is planned')).toBeTruthy();
  });

  it('says what an empty list rests on', async () => {
    await openApp('/', { home: aHome({ guide: HIDDEN_GUIDE }) });
    expect(await screen.findByText('Nothing to mend in the 13 checks that ran. 2 checks could not run.')).toBeTruthy();
  });

  it('draws the trend with its finding as label, and as a table', async () => {
    const { user } = await openApp('/', { home: aHome({ guide: HIDDEN_GUIDE }) });
    expect(await screen.findByRole('img', { name: 'Score rose from 61 to 62 in 3 checks.' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show as table' }));
    const table = await screen.findByRole('table', { name: 'Is it getting better?' });
    expect(
      within(table)
        .getAllByRole('row')
        .map((row) => row.textContent),
    ).toEqual([
      'Time of checkScoreCoverage in %',
      '8 Nov 2026, 6:40 pm IST6187%',
      '15 Nov 2026, 6:40 pm IST5887%',
      '22 Nov 2026, 6:40 pm IST6287%',
    ]);
  });

  it('says that the last check stopped', async () => {
    await openApp('/', { home: aHome({ scan: aScan({ state: 'failed' }) }) });
    expect(await screen.findByRole('heading', { name: 'The check stopped' })).toBeTruthy();
  });

  it('says that Shopify has closed the shop to apps, and what to do', async () => {
    await openApp('/', { home: aHome({ isFrozen: true, nextCheckAt: null }) });
    expect(await screen.findByText('Shopify has closed this shop to apps')).toBeTruthy();
    expect(screen.queryByText('Checks had stopped and now go on')).toBeNull();
  });

  it('says that checks had stopped', async () => {
    await openApp('/', { home: aHome({ needsVisit: true }) });
    expect(await screen.findByText('Checks had stopped and now go on')).toBeTruthy();
  });
});

describe('Check now', () => {
  it('follows the scan to its end and then asks every figure again', async () => {
    const { held, told, user } = await openApp('/', { home: aHome({ guide: HIDDEN_GUIDE }) });
    await user.click(await screen.findByRole('button', { name: 'Check now' }));
    expect(await screen.findByText('Checking your shop')).toBeTruthy();

    held.scan = aScan();
    expect(
      await screen.findByText(
        `Reading your shop: 3 of ${EVIDENCE_KINDS.length} sources answered.`,
        {},
        { timeout: 5_000 },
      ),
    ).toBeTruthy();

    held.scan = aScan({ state: 'done', changes: { opened: 0, stayed: 1, resolved: 5 } });
    held.home = aHome({ guide: HIDDEN_GUIDE, standing: aStanding({ score: 90 }), scan: held.scan });
    expect(await screen.findByText('Score 90 of 100', {}, { timeout: 5_000 })).toBeTruthy();
    expect(told.toasts.map(({ words }) => words)).toEqual(['Check finished']);
  });

  it('says when the budget comes back', async () => {
    const spent = { type: 'too-many-requests', title: 'Spent.', status: 429 };
    const { user } = await openApp('/', { instead: { 'POST /scans': spent } });
    await user.click(await screen.findByRole('button', { name: 'Check now' }));
    expect((await screen.findByRole('alert')).textContent).toContain('You can check again in 2 minutes.');
  });

  it('is grey for a viewer, with the reason in words', async () => {
    await openApp('/', { home: aHome({ me: { userId: '7', role: 'viewer', language: null } }) });
    const button = await screen.findByRole('button', { name: 'Check now' });
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'));
    expect(screen.getByText(/Ask the owner of the shop to change your role/)).toBeTruthy();
  });
});
