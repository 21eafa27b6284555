import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { aHome, aMember, someSettings } from '../../test/factories.ts';
import { openApp } from '../../test/open-app.tsx';

describe('Settings', () => {
  it('changes the language by the save bar, and speaks it at once', async () => {
    const { held, told, user } = await openApp('/settings');
    await user.click(await screen.findByRole('radio', { name: 'हिंदी' }));
    expect(told.saveBars).toEqual(new Set(['language-bar']));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'सेटिंग' })).toBeTruthy();
    expect(held.settings.language).toBe('hi');
    expect(document.documentElement.lang).toBe('hi');
    await waitFor(() => expect(told.saveBars).toEqual(new Set()));
  });

  it('discards an unsaved language', async () => {
    const { told, user } = await openApp('/settings');
    await user.click(await screen.findByRole('radio', { name: 'English' }));
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(screen.getByRole('radio', { name: 'Same as the Shopify admin' })).toHaveProperty('checked', true);
    expect(told.saveBars).toEqual(new Set());
  });

  it('lets the owner give roles, but never remove the last owner', async () => {
    const { held, user } = await openApp('/settings', {
      members: [aMember(), aMember({ userId: '1002', role: 'viewer', isMe: false })],
    });
    const mine = await screen.findByRole('combobox', { name: 'Role of You (user 1001)' });
    expect(mine).toHaveProperty('disabled', true);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Role of User 1002' }), 'manager');
    await waitFor(() => expect(held.members[1]?.role).toBe('manager'));
  });

  it('shows roles to nobody but the owner', async () => {
    await openApp('/settings', { home: aHome({ me: { userId: '7', role: 'manager', language: null } }) });
    expect(await screen.findByText('Only the owner of the shop sees and changes roles.')).toBeTruthy();
  });

  it.each([
    [true, 'Access allowed', []],
    [false, undefined, ['Nothing was changed. You can allow it at any time.']],
  ])('asks Shopify for what is missing; granted %s', async (grants, toast, notes) => {
    const { told, user } = await openApp('/settings');
    told.grants = grants;
    await user.click(await screen.findByRole('button', { name: 'Allow what is needed' }));
    expect(told.askedScopes).toEqual([['read_privacy_settings']]);
    for (const note of notes) expect(await screen.findByText(note)).toBeTruthy();
    await waitFor(() => expect(told.toasts[0]?.words).toBe(toast));
  });

  it('brings the guide back', async () => {
    const { held, user } = await openApp('/settings', { settings: someSettings({ guideHidden: true }) });
    await user.click(await screen.findByRole('button', { name: 'Show the guide again' }));
    await waitFor(() => expect(held.settings.guideHidden).toBe(false));
    expect(await screen.findByText('The guide is shown on home.')).toBeTruthy();
  });

  it('says how long each thing is kept', async () => {
    await openApp('/settings');
    expect(await screen.findByText('What we read from your shop, one reading a week')).toBeTruthy();
    expect(screen.getAllByText('90 days')).toHaveLength(2);
  });
});
