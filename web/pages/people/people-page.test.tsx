import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { axeFindings } from '../../test/axe.ts';
import { aHome, NOW } from '../../test/factories.ts';
import { openApp } from '../../test/open-app.tsx';
import { aPersonRow, aProviderState, aRegister, anAccountRow, noPeople } from '../../test/people-factories.ts';
import type { Held } from '../../test/fake-api.ts';

const MATRIX = 'Two-step verification by person and service';

/** Statements end: the pages are opened in the week in which every test plays. */
beforeEach(() => {
  jest.restoreAllMocks();
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse(NOW));
});

async function open(parts: Partial<Held> = {}, address = '/people') {
  const app = await openApp(address, parts);
  await screen.findByRole('heading', { level: 1, name: 'People and accounts' });
  return app;
}

describe('people', () => {
  it('shows each account in words, and who says so, to those who cannot see or point', async () => {
    const { container } = await open();
    const row = within(await screen.findByRole('row', { name: /Ravi Invented/ }));
    expect(row.getByText('Sources differ')).toBeTruthy();
    expect(row.getByText(/Off: Users list of the Shopify admin .* App: A manager of your shop/)).toBeTruthy();
    expect(row.getByText('Off')).toBeTruthy();
    expect(row.getByText(/Google Workspace \(Read from your identity provider\)/)).toBeTruthy();
    expect(row.getByText('1 account to confirm')).toBeTruthy();
    expect(within(screen.getByRole('row', { name: /Asha Invented/ })).getByText('No account')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('says honestly what Shopify does not tell, when nobody is known', async () => {
    await open({ people: noPeople() });
    expect(await screen.findByText(/Shopify tells no app who uses two-step verification/)).toBeTruthy();
    expect(screen.getByText(/Import the users list of your Shopify admin/)).toBeTruthy();
  });

  it('shows one view, and keeps it in the address', async () => {
    const { user } = await open({}, '/people?show=no-second-factor');
    const table = within(await screen.findByRole('table', { name: MATRIX }));
    expect(table.getAllByRole('rowheader')).toHaveLength(1);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'collaborators');
    expect(await screen.findByText('Nobody is in this view.')).toBeTruthy();
    expect(globalThis.location.search).toBe('?show=collaborators');
  });

  it('confirms the access of the people who were chosen', async () => {
    const { held, told, user } = await open();
    await user.click(await screen.findByRole('checkbox', { name: 'Choose Ravi Invented' }));
    await user.click(screen.getByRole('button', { name: 'Confirm access of 1 person' }));
    await waitFor(() => expect(told.toasts.map(({ words }) => words)).toEqual(['Access confirmed']));
    const confirmed = held.people.people.map(({ accounts }) => accounts.map(({ confirmedOn }) => confirmedOn));
    expect(confirmed).toEqual([['2026-11-01'], ['2026-11-22', '2026-11-22']]);
  });

  it('gives an account of nobody to a person', async () => {
    const { held, user } = await open({
      people: aRegister({ unmatched: [anAccountRow({}, { id: 'lost', login: 'info@invented-shop.example' })] }),
    });
    const whose = await screen.findByRole('combobox', { name: 'Whose is info@invented-shop.example?' });
    await user.selectOptions(whose, 'Asha Invented');
    await waitFor(() => expect(held.people.unmatched).toEqual([]));
    expect(held.people.people[0]?.accounts.map(({ id }) => id)).toEqual(['account-1', 'lost']);
  });

  it('asks which services are used', async () => {
    const { held, user } = await open();
    await user.selectOptions(await screen.findByRole('combobox', { name: 'GST portal' }), 'Used');
    await waitFor(() => expect(held.people.services['gst-portal']).toBe(true));
  });

  it('adds a person, and not without a name or with half an address', async () => {
    const { held, user } = await open({ people: noPeople() });
    await user.click(await screen.findByRole('button', { name: 'Add person' }));
    const save = () => screen.getAllByRole('button', { name: 'Add person' }).at(-1) as HTMLElement;
    await user.type(screen.getByLabelText('Address'), 'meera@');
    await user.click(save());
    expect(screen.getByText('Write a name.')).toBeTruthy();
    expect(screen.getByText(/one @ and a dot/)).toBeTruthy();
    expect(held.people.people).toEqual([]);
    await user.type(screen.getByLabelText('Name'), ' Meera Invented ');
    await user.type(screen.getByLabelText('Address'), 'invented-shop.example');
    await user.click(save());
    await waitFor(() =>
      expect(held.people.people).toMatchObject([
        { name: 'Meera Invented', email: 'meera@invented-shop.example', role: null },
      ]),
    );
  });

  it('shows names to no viewer, and asks the server for none', async () => {
    await open({
      home: aHome({ me: { userId: '7', role: 'viewer', language: null } }),
      instead: { 'GET /people': { type: 'forbidden', title: 'no', status: 403 } },
    });
    expect(await screen.findByText(/shown to managers and owners only/)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says what a provider needs that could not be read', async () => {
    const providers = [aProviderState({ isConnected: true, problem: 'key-refused' })];
    await open({ people: aRegister({ providers }) });
    expect(await screen.findByText(/Google Workspace: The key was refused/)).toBeTruthy();
  });

  it('stays of use when the server has a problem', async () => {
    const { held, user } = await open({ instead: { 'GET /people': { type: 'x', title: 'x', status: 500 } } });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    held.instead = {};
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table', { name: MATRIX })).toBeTruthy();
  });
});

describe('a person', () => {
  const openPerson = async (parts: Partial<Held> = {}, id = 'person-2') => {
    const app = await openApp(`/people/${id}`, parts);
    await screen.findByRole('heading', { level: 1, name: 'Ravi Invented' });
    return app;
  };

  it('lists every statement with its source, its day and its end', async () => {
    const { container } = await openPerson();
    const [table] = screen.getAllByRole('table');
    const rows = within(table as HTMLElement)
      .getAllByRole('row')
      .slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/Two-step verification: Off.*Users list.*20 Nov 2026.*18 Feb 2027/),
      expect.stringMatching(/Two-step verification: App.*A manager of your shop.*20 Nov 2026.*1 Jan 2027/),
    ]);
    expect(screen.getByText(/Sources differ on this: Two-step verification/)).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('takes a statement on a second step, and sends only what is new', async () => {
    const { held, user } = await openPerson();
    await user.click(screen.getByRole('button', { name: 'Say what you know: Mail' }));
    expect(screen.getByRole('button', { name: 'Save statement' }).getAttribute('aria-disabled')).toBe('true');
    await user.click(screen.getByRole('radio', { name: 'SMS' }));
    await user.click(screen.getByRole('button', { name: 'Save statement' }));
    const said = () =>
      held.people.people[1]?.accounts[1]?.facts.secondFactor?.map(({ source, value }) => `${source} ${value}`);
    await waitFor(() => expect(said()).toEqual(['google none', 'attestation sms']));
    expect(held.people.people[1]?.accounts[1]?.facts.isShared).toBeUndefined();
  });

  it('marks as left, with a way back', async () => {
    const { held, told, user } = await openPerson();
    await user.click(screen.getByRole('button', { name: 'Mark as left' }));
    await waitFor(() => expect(held.people.people[1]?.leftAt).toBeTruthy());
    told.toasts[0]?.undo?.();
    await waitFor(() => expect(held.people.people[1]?.leftAt).toBeNull());
  });

  it('merges two that are one', async () => {
    const { held, user } = await openPerson();
    await user.click(screen.getByRole('button', { name: 'Merge with another' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'The same person as' }), 'person-1');
    await user.click(screen.getByRole('button', { name: 'Merge' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Asha Invented' })).toBeTruthy();
    expect(held.people.people.map(({ id, accounts }) => [id, accounts.length])).toEqual([['person-1', 3]]);
  });

  it('deletes after a question', async () => {
    const { held, user } = await openPerson();
    await user.click(screen.getByRole('button', { name: 'Delete person' }));
    expect(held.people.people).toHaveLength(2);
    await user.click(screen.getAllByRole('button', { name: 'Delete person' }).at(-1) as HTMLElement);
    await waitFor(() => expect(held.people.people).toHaveLength(1));
    expect(await screen.findByRole('heading', { level: 1, name: 'People and accounts' })).toBeTruthy();
  });

  it('adds an account that no list names', async () => {
    const { held, user } = await openPerson();
    await user.click(screen.getByRole('button', { name: 'Add account' }));
    expect(screen.getByText('Write the address or user name.')).toBeTruthy();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Service' }), 'payment-gateway');
    await user.type(screen.getByLabelText('Log-in'), 'ravi-pay');
    await user.click(screen.getByRole('button', { name: 'Add account' }));
    await waitFor(() =>
      expect(held.people.people[1]?.accounts[2]).toMatchObject({ service: 'payment-gateway', login: 'ravi-pay' }),
    );
  });

  it('shows an invitation once, says to send it oneself, and keeps it out of the address', async () => {
    const { user } = await openPerson();
    await user.click(screen.getByRole('button', { name: 'Make a link for the password' }));
    const link = await screen.findByLabelText<HTMLInputElement>('Link, shown this once');
    expect(link.value).toBe('https://prahari.example/check#once-person-2');
    expect(screen.getByText(/send it yourself, to this person alone/)).toBeTruthy();
    expect(globalThis.location.href).not.toContain('once-');
  });

  it('knows a person who is gone', async () => {
    await openApp('/people/nobody', { people: aRegister({ people: [aPersonRow()] }) });
    expect(await screen.findByRole('heading', { name: 'This person is no longer here' })).toBeTruthy();
  });
});
