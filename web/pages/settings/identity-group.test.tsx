import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { aHome } from '../../test/factories.ts';
import { openApp } from '../../test/open-app.tsx';
import { aProviderState, aRegister } from '../../test/people-factories.ts';
import { CREDENTIAL_FORMS } from './provider-credentials.ts';

const TOKEN = '00a-invented-token-x7Qa';
const CONNECTED = aRegister({
  providers: [
    aProviderState({
      provider: 'okta',
      isConnected: true,
      keyEnding: '…x7Qa',
      lastReadAt: '2026-11-20T13:10:00.000Z',
      accounts: 9,
      problem: 'not-permitted',
    }),
  ],
});

describe('identity providers', () => {
  it('says what to create with the least rights, and sends the parts once', async () => {
    const { container, held, told, user } = await openApp('/settings');
    await user.click(await screen.findByRole('button', { name: 'Connect Okta' }));
    for (const scope of ['okta.users.read', 'okta.policies.read']) expect(screen.getByText(scope)).toBeTruthy();
    expect(screen.getByLabelText('API token').getAttribute('type')).toBe('password');
    await user.type(screen.getByLabelText('Address of your Okta organisation'), 'https://invented.okta.com');
    await user.type(screen.getByLabelText('API token'), TOKEN);
    await user.click(screen.getAllByRole('button', { name: 'Connect Okta' }).at(-1) as HTMLElement);
    expect(await screen.findByText('ends in x7Qa')).toBeTruthy();
    expect(held.sentKeys).toEqual(['https://invented.okta.com', TOKEN]);
    expect(container.innerHTML).not.toContain(TOKEN);
    expect(told.toasts.map(({ words }) => words)).toEqual(['Provider connected']);
  });

  it('sends nothing that cannot be a key', async () => {
    const { held, user } = await openApp('/settings');
    await user.click(await screen.findByRole('button', { name: 'Connect Okta' }));
    await user.type(screen.getByLabelText('Address of your Okta organisation'), 'https://okta.com.evil.example');
    await user.click(screen.getAllByRole('button', { name: 'Connect Okta' }).at(-1) as HTMLElement);
    expect(screen.getByText(/The address of your organisation at Okta/)).toBeTruthy();
    expect(screen.getByText('This is needed.')).toBeTruthy();
    expect(held.sentKeys).toEqual([]);
  });

  it('says what is wrong and what to do, and is disconnected after a question', async () => {
    const { held, user } = await openApp('/settings', { people: CONNECTED });
    expect(await screen.findByText(/The key lacks a right/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Disconnect Okta' }));
    expect(held.people.providers[0]?.isConnected).toBe(true);
    await user.click(screen.getAllByRole('button', { name: 'Disconnect Okta' }).at(-1) as HTMLElement);
    await waitFor(() => expect(held.people.providers[0]?.isConnected).toBe(false));
  });

  it.each([
    ['manager', ['Read Okta now'], 'Only the owner of the shop connects or disconnects a provider.'],
    ['viewer', [], 'Managers and owners see this.'],
  ] as const)('lets a %s do no more than %j', async (role, buttons, words) => {
    await openApp('/settings', { people: CONNECTED, home: aHome({ me: { userId: '7', role, language: null } }) });
    expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
    const shown = screen.queryAllByRole('button', { name: /Okta/ }).map((button) => button.textContent);
    expect(shown).toEqual(buttons);
  });
});

describe('what can be a part of a key', () => {
  const GUID = '01234567-89ab-cdef-0123-456789abcdef';
  it.each([
    ['tenantId', GUID, true],
    ['tenantId', `${GUID}0`, false],
    ['tenantId', 'invented.onmicrosoft.com', true],
    ['clientId', 'invented.onmicrosoft.com', false],
    ['orgUrl', 'shop.okta.com', true],
    ['orgUrl', 'https://shop.oktapreview.com/', true],
    ['orgUrl', 'http://shop.okta.com', false],
    ['orgUrl', 'https://shop.okta.com.evil.example', false],
    ['orgUrl', 'https://evil.example/?.okta.com', false],
    ['apiToken', 'short', false],
    ['apiToken', 'line\nend-line-end', false],
    ['serviceAccountKey', '{"type":"service_account","private_key":"x"}', true],
    ['serviceAccountKey', '-----BEGIN PRIVATE KEY-----', false],
    ['adminEmail', 'asha@shop.example', true],
    ['adminEmail', 'asha', false],
  ] as const)('%s %j: %s', (name, value, fits) => {
    expect(CREDENTIAL_FORMS[name].pattern.test(value)).toBe(fits);
  });
});
