import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { aHome } from '../../test/factories.ts';
import { aGstHome, noLookUps, someLookUps } from '../../test/gst-factories.ts';
import { openApp } from '../../test/open-app.tsx';
import { LOOK_UP_SERVICE_FACTS } from '../../../core/api/look-up-services.ts';
import { LOOK_UP_SERVICES } from '../../../core/evidence/registry.ts';

const UNCONNECTED = { gst: aGstHome({ lookUps: noLookUps() }) };
const KEY = 'key_live_a1b2c3x7Qa';

describe('the look-up service', () => {
  it.each(LOOK_UP_SERVICES)('asks for the parts of the key of %s, hidden', async (service) => {
    const { user } = await openApp('/settings', UNCONNECTED);
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Service' }), service);
    for (const name of LOOK_UP_SERVICE_FACTS[service].credentials) {
      const field = screen.getByLabelText(name);
      expect([field.getAttribute('type'), field.getAttribute('autocomplete')]).toEqual(['password', 'off']);
    }
  });

  it('is connected by the owner, and the key is never shown again', async () => {
    const { container, held, told, user } = await openApp('/settings', UNCONNECTED);
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Service' }), 'cleartax');
    await user.type(screen.getByLabelText('x-cleartax-auth-token'), ` ${KEY} `);
    await user.click(screen.getByRole('button', { name: 'Connect service' }));
    expect(await screen.findByText('ends in x7Qa')).toBeTruthy();
    expect(held.sentKeys).toEqual([KEY]);
    expect(container.innerHTML).not.toContain(KEY);
    expect(told.toasts.map(({ words }) => words)).toEqual(['Service connected']);
  });

  it.each([
    ['nothing', '', 'Paste this part of the key.'],
    ['seven characters', 'abcdefg', /at least 8 letters/],
    ['a blank inside', 'abcd efgh', /no blanks/],
  ])('does not send %s', async (_, typed, words) => {
    const { held, user } = await openApp('/settings', UNCONNECTED);
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Service' }), 'cleartax');
    if (typed) await user.type(screen.getByLabelText('x-cleartax-auth-token'), typed);
    await user.click(screen.getByRole('button', { name: 'Connect service' }));
    expect(await screen.findByText(words)).toBeTruthy();
    expect(held.sentKeys).toEqual([]);
  });

  it('is disconnected after a question', async () => {
    const { held, user } = await openApp('/settings', { gst: aGstHome() });
    await user.click(await screen.findByRole('button', { name: 'Disconnect' }));
    expect(await screen.findByText(/We delete your key/)).toBeTruthy();
    expect(held.gst.lookUps.service).toBe('setu');
    const confirm = screen.getAllByRole('button', { name: 'Disconnect' }).at(-1);
    if (confirm) await user.click(confirm);
    await waitFor(() => expect(held.gst.lookUps.service).toBeNull());
    expect(await screen.findByRole('button', { name: 'Connect service' })).toBeTruthy();
  });

  it('shows a manager how it stands, and no field for a key', async () => {
    const { container } = await openApp('/settings', {
      gst: aGstHome({ lookUps: someLookUps({ keyEnding: null, isTestMode: true }) }),
      home: aHome({ me: { userId: '7', role: 'manager', language: null } }),
    });
    expect(await screen.findByText('3 of 50')).toBeTruthy();
    expect(screen.getByText('Only the owner of the shop connects or disconnects a service.')).toBeTruthy();
    expect(container.querySelector('input[type="password"]')).toBeNull();
  });
});
