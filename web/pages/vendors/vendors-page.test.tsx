import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { axeFindings } from '../../test/axe.ts';
import { aHome } from '../../test/factories.ts';
import type { Held } from '../../test/fake-api.ts';
import { openApp } from '../../test/open-app.tsx';
import { savedFiles, textOf } from '../../test/saved-files.ts';
import { aVendorRegister, someDetails } from '../../test/vendor-factories.ts';
import { aChangeRow, aScriptBoard } from '../../../test/script-board.ts';
import { vendorRisk } from '../../../core/vendors/risk.ts';

const VIEWER = aHome({ me: { userId: '7', role: 'viewer', language: null } });

async function open(parts: Partial<Held> = {}, address = '/vendors', locale = 'en-IN') {
  const app = await openApp(address, parts, locale);
  await screen.findByRole('heading', { level: 1 });
  return app;
}

const table = async () => within(await screen.findByRole('table', { name: 'Register' }));
const namesOf = async () =>
  (await table()).getAllByRole('rowheader').map((head) => within(head).getByRole('link').textContent);

describe('the register of vendors', () => {
  it('tells of each vendor the risk in a word and a number, the step, the person and when it was seen', async () => {
    const { container } = await open();
    const row = within((await table()).getByRole('row', { name: /Invented Reviews/ }));
    expect(row.getAllByRole('cell').map((cell) => cell.textContent)).toEqual([
      'RiskCritical100 of 100',
      'Get a security report',
      'Asha Invented',
      'Strong',
      'First 1 Oct 2026, last 20 Nov 2026',
    ]);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('says whom nobody knows, who stands near payment, and that we are in it ourselves', async () => {
    await open();
    const unknown = within((await table()).getByRole('row', { name: /cdn\.nobody\.example/ }));
    expect(unknown.getByText('Not recognised')).toBeTruthy();
    expect(unknown.getByText('Near payment or account')).toBeTruthy();
    expect(unknown.getByText('Nobody yet')).toBeTruthy();
    expect(within((await table()).getByRole('row', { name: /Prahari/ })).getByText('This is us: Prahari')).toBeTruthy();
  });

  it('sorts by the heads, says so to those who cannot see, and keeps the order in the address', async () => {
    const { user } = await open();
    const head = async (name: string) => (await table()).getByRole('columnheader', { name: new RegExp(name) });
    expect((await head('Risk')).getAttribute('aria-sort')).toBe('descending');
    await user.click(within(await head('Vendor')).getByRole('button'));
    expect(await namesOf()).toEqual(['cdn.nobody.example', 'Invented Reviews', 'Prahari']);
    expect((await head('Vendor')).getAttribute('aria-sort')).toBe('ascending');
    await user.click(within(await head('Vendor')).getByRole('button'));
    expect(await namesOf()).toEqual(['Prahari', 'Invented Reviews', 'cdn.nobody.example']);
    expect(globalThis.location.search).toBe('?sort=name&turned=1');
    expect((await head('Risk')).getAttribute('aria-sort')).toBe('none');
  });

  it('shows those with one step to take, by a link too', async () => {
    const { user } = await open({}, '/vendors?step=identify');
    expect(await namesOf()).toEqual(['cdn.nobody.example']);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Next step' }), 'Get a security report (1)');
    expect(await namesOf()).toEqual(['Invented Reviews']);
  });

  it('says what to do when nobody fits', async () => {
    const { user } = await open();
    await user.type(await screen.findByRole('textbox', { name: 'Search by name or person' }), 'zzz');
    expect(await screen.findByText(/No vendor of 3 fits/)).toBeTruthy();
    expect(screen.queryByRole('table', { name: 'Register' })).toBeNull();
  });

  it('shows fifty of five hundred, and the rest when asked', async () => {
    const many = Array.from({ length: 500 }, (_, index) => someDetails({ id: `v${index}`, name: `Invented ${index}` }));
    const { user } = await open({ vendors: many });
    expect(await namesOf()).toHaveLength(50);
    await user.click(screen.getByRole('button', { name: 'Show all 500 vendors' }));
    expect(await namesOf()).toHaveLength(500);
  });

  it('says how many changes of scripts wait for a person', async () => {
    await open({ scripts: aScriptBoard({ changes: [aChangeRow(), aChangeRow({ kind: 'changed' })] }) });
    const link = await screen.findByRole('link', { name: 'Scripts (2 wait)' });
    expect(link.getAttribute('href')).toBe('/vendors/scripts');
  });

  it('saves the register as a file', async () => {
    const files = savedFiles();
    const { user } = await open();
    await table();
    await user.click(screen.getAllByRole('button', { name: 'Save as CSV' })[0] as HTMLElement);
    await waitFor(() => expect(files).toHaveLength(1));
    expect(await textOf(files[0])).toBe('Vendor\r\n');
  });
});

describe('the plot', () => {
  const cells = async (name: string) => {
    const plot = within(await screen.findByRole('table', { name: 'Exposure against assurance' }));
    return within(plot.getByRole('row', { name: new RegExp(name) }))
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
  };

  it('gives whom nobody knows a column of their own, and says the finding', async () => {
    await open();
    expect(await screen.findByText(/^2 vendors could do much harm with little or nothing/)).toBeTruthy();
    expect(await cells('Could do much')).toEqual(['cdn.nobody.example', 'Invented Reviews', '–Nobody', '–Nobody']);
  });

  it('shows the same as a table, with figures', async () => {
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Show as table' }));
    const [, figures] = screen.getAllByRole('table', { name: 'Exposure against assurance' });
    const rows = within(figures as HTMLElement).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toContain('Invented Reviews84%0%100RiskCritical');
    expect(rows.map((row) => row.textContent)).toContain('cdn.nobody.example90%Not known100RiskCritical');
  });

  it('leads from a full cell to its vendors', async () => {
    const many = Array.from({ length: 8 }, (_, index) => someDetails({ id: `v${index}`, name: `Invented ${index}` }));
    const { user } = await open({ vendors: many });
    await user.click(await screen.findByRole('link', { name: 'and 3 more' }));
    expect(globalThis.location.search).toBe('?exposure=high&assurance=little');
    expect(await namesOf()).toHaveLength(8);
    await user.click(screen.getByRole('button', { name: /Remove Could do much/ }));
    expect(globalThis.location.search).toBe('?assurance=little');
  });
});

describe('what could not be asked', () => {
  it('is named, and can be allowed in place', async () => {
    const { sources } = aVendorRegister([]);
    const gaps = sources.map((one) =>
      one.source === 'carrier-services'
        ? { ...one, state: 'not-permitted' as const, missingScopes: ['read_shipping'] }
        : one.source === 'orders'
          ? { ...one, isPartial: true }
          : one.source === 'discounts'
            ? { ...one, state: 'failed' as const }
            : one,
    );
    const { told, user } = await open({ vendorRegister: { sources: gaps } });
    const hint = await screen.findByRole('link', { name: 'See what is missing' });
    expect(hint.getAttribute('href')).toBe('#sources');
    expect(await screen.findByText(/We may not ask for these: Carrier services\. There could be more/)).toBeTruthy();
    expect(screen.getByText(/could not be read this time: Discounts\./)).toBeTruthy();
    expect(screen.getByText(/there is more than we read: Orders\./)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Allow: Carrier services' }));
    expect(told.askedScopes).toEqual([['read_shipping']]);
  });

  it('is allowed one by one; sources of one permission stand together', async () => {
    const missing: Readonly<Record<string, readonly string[]>> = {
      orders: ['read_orders'],
      gateways: ['read_orders'],
      metafields: ['read_products', 'read_orders'],
      discounts: ['read_discounts'],
    };
    const sources = aVendorRegister([]).sources.map((one) =>
      missing[one.source] ? { ...one, state: 'not-permitted' as const, missingScopes: missing[one.source] ?? [] } : one,
    );
    const { told, user } = await open({ vendorRegister: { sources } });
    const buttons = await screen.findAllByRole('button', { name: /^Allow: / });
    expect(buttons.map(({ textContent }) => textContent)).toEqual([
      'Allow: Orders and Payment gateways of orders',
      'Allow: Discounts',
      'Allow: Custom fields',
    ]);
    await user.click(buttons[0] as HTMLElement);
    await user.click(buttons[2] as HTMLElement);
    expect(told.askedScopes).toEqual([['read_orders'], ['read_orders', 'read_products']]);
  });

  it('names theme and storefront with their reasons', async () => {
    const { told, user } = await open({
      vendorRegister: { themeReason: 'not-permitted', storefrontReason: 'blocked' },
    });
    expect(await screen.findByText(/did not let us read this: Theme files/)).toBeTruthy();
    expect(screen.getByText(/refused our visit, so we could not see this: Storefront/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Allow reading' }));
    expect(told.askedScopes).toEqual([['read_themes']]);
  });

  it('always says that apps on their own servers leave no trace', async () => {
    await open();
    expect(await screen.findByText(/Apps that work only on their own servers leave no trace/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'See what is missing' })).toBeNull();
  });
});

describe('states', () => {
  it('says on the first day that the check has not ended, and takes vendors all the same', async () => {
    const { user } = await open({ vendors: [], vendorRegister: { takenAt: null, sources: [] } });
    expect(await screen.findByText(/The first check has not ended/)).toBeTruthy();
    await user.click(screen.getAllByRole('button', { name: 'Add vendor' })[0] as HTMLElement);
    expect(await screen.findByLabelText('Name')).toBeTruthy();
  });

  it('stays of use when the server has a problem', async () => {
    const { held, user } = await open({ instead: { 'GET /vendors': { type: 'x', title: 'x', status: 500 } } });
    await screen.findByRole('heading', { name: 'The server has a problem.' });
    held.instead = {};
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await namesOf()).toHaveLength(3);
  });

  it('lets a viewer see all and change nothing, and says why', async () => {
    await open({ home: VIEWER });
    expect(await namesOf()).toHaveLength(3);
    expect(await screen.findByText(/You can see everything here, but not change it/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Add vendor' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('shows foreign names as text: nothing turns, nothing runs', async () => {
    const name = '\u202e<img src=x onerror=alert(1)>\u0000 Invented';
    const { container } = await open({ vendors: [someDetails({ name, owner: '\u202eevil' })] });
    expect(await namesOf()).toEqual(['<img src=x onerror=alert(1)>  Invented']);
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).not.toContain('\u202e');
  });

  it('speaks Hindi', async () => {
    const { container } = await open({}, '/vendors', 'hi-IN');
    expect(await screen.findByRole('heading', { level: 1, name: 'वेंडर' })).toBeTruthy();
    expect(await screen.findByRole('table', { name: 'रजिस्टर' })).toBeTruthy();
    expect(screen.getAllByText('सुरक्षा रिपोर्ट लें').length).toBeGreaterThan(0);
    expect(await axeFindings(container)).toEqual([]);
  });

  it.each(['low', 'medium', 'high', 'critical'] as const)('says %s in words', async (riskClass) => {
    const risk = { ...vendorRisk(someDetails().facts), riskClass };
    await open({ vendors: [someDetails({ risk })] });
    const word = { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' }[riskClass];
    const row = (await table()).getByRole('row', { name: /Invented Reviews/ });
    expect(within(row).getByText(word)).toBeTruthy();
  });
});

describe('adding a vendor', () => {
  it('asks for a name and for hosts that are hosts, then opens its page', async () => {
    const { held, told, user } = await open();
    await table();
    await user.click(screen.getByRole('button', { name: 'Add vendor' }));
    const save = () => screen.getAllByRole('button', { name: 'Add vendor' }).at(-1) as HTMLElement;
    await user.type(screen.getByLabelText('Its hosts'), 'nothost');
    await user.click(save());
    expect(screen.getByText('Write a name.')).toBeTruthy();
    expect(screen.getByText(/A host has dots and no blanks/)).toBeTruthy();
    expect(held.vendors).toHaveLength(3);
    await user.type(screen.getByLabelText('Name'), ' Invented Chat ');
    await user.clear(screen.getByLabelText('Its hosts'));
    await user.type(screen.getByLabelText('Its hosts'), 'https://chat.example/widget.js');
    await user.click(screen.getByRole('checkbox', { name: 'Orders' }));
    await user.click(save());
    expect(await screen.findByRole('heading', { level: 1, name: 'Invented Chat' })).toBeTruthy();
    expect(held.vendors.at(-1)).toMatchObject({
      name: 'Invented Chat',
      hosts: ['chat.example'],
      dataClasses: ['orders'],
    });
    expect(told.toasts.map(({ words }) => words)).toEqual(['Vendor added']);
  });
});
