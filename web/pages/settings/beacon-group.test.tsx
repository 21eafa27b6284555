import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { aHome } from '../../test/factories.ts';
import { openApp } from '../../test/open-app.tsx';
import { aBeaconState } from '../../test/storefront-factories.ts';

const NOT_TAKEN = {
  type: 'not-published',
  title: 'Shopify did not take this setting over.',
  status: 502,
  detail: 'Nothing was changed on your shop’s pages. Try again in a few minutes.',
};

describe('what real browsers see', () => {
  it('is off, and says what is sent and what never', async () => {
    await openApp('/settings');
    expect(await screen.findByRole('button', { name: 'Let browsers report' })).toBeTruthy();
    expect(screen.getByText(/^Sent, from one session in fifty/)).toBeTruthy();
    expect(screen.getByText(/^Never sent: who visits/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Open the theme editor/ })).toBeNull();
  });

  it('switched on, leads to the theme editor until a report came', async () => {
    const { held, told, user } = await openApp('/settings');
    await user.click(await screen.findByRole('button', { name: 'Let browsers report' }));
    const link = await screen.findByRole('link', { name: /Open the theme editor/ });
    expect(link.getAttribute('href')).toBe(
      `shopify://admin/themes/current/editor${new URL(held.beacon.editorUrl).search}`,
    );
    expect(link.getAttribute('target')).toBe('_top');
    expect(held.beacon.isOn).toBe(true);
    expect(told.toasts.map(({ words }) => words)).toEqual(['Reports switched on']);
    await user.click(screen.getByRole('button', { name: 'Stop the reports' }));
    await waitFor(() => expect(held.beacon.isOn).toBe(false));
  });

  it('says when the last report came', async () => {
    const lastReportAt = '2026-11-22T13:10:00.000Z';
    await openApp('/settings', { beacon: aBeaconState({ isOn: true, lastReportAt }) });
    expect(await screen.findByText('Last report: 22 Nov 2026, 6:40 pm IST.')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Open the theme editor/ })).toBeNull();
  });

  it.each(['manager', 'viewer'] as const)('is not for a %s to switch', async (role) => {
    await openApp('/settings', { home: aHome({ me: { userId: '7', role, language: null } }) });
    expect(await screen.findByRole('button', { name: 'Let browsers report' })).toHaveProperty('ariaDisabled', 'true');
    expect(screen.getAllByText('Only the owner of the shop switches this.').length).toBeGreaterThan(0);
  });

  it('stays as it is when Shopify does not take it over, and says so', async () => {
    const { held, told, user } = await openApp('/settings', { instead: { 'PUT /beacon': NOT_TAKEN } });
    await user.click(await screen.findByRole('button', { name: 'Let browsers report' }));
    expect(await screen.findByText(/Nothing of yours is lost. Try again in a minute/)).toBeTruthy();
    expect([held.beacon.isOn, told.toasts]).toEqual([false, []]);
  });

  it('speaks Hindi', async () => {
    await openApp('/settings', {}, 'hi-IN');
    expect(await screen.findByRole('button', { name: 'ब्राउज़र को बताने दें' })).toBeTruthy();
  });
});
