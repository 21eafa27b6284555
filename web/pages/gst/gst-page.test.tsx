import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { aHome, aRegistration, aScan } from '../../test/factories.ts';
import {
  aGstHome,
  anAudit,
  anEntry,
  aProfile,
  aStated,
  aSummary,
  noLookUps,
  someHsn,
  someLookUps,
} from '../../test/gst-factories.ts';
import { openApp } from '../../test/open-app.tsx';
import { checkById } from '../../../core/checks/index.ts';
import type { Held } from '../../test/fake-api.ts';

const NEEDS_ORDERS = { reason: 'not-permitted', missingScopes: ['read_orders'] } as const;
const AT_STAKE = '14 orders carry the wrong tax.';
const VIEWER = aHome({ me: { userId: '7', role: 'viewer', language: null } });

async function openGst(parts: Partial<Held> = {}, locale?: string) {
  const app = await openApp('/gst', { registrations: [aRegistration()], ...parts }, locale);
  await screen.findByRole('heading', { level: 1 });
  return app;
}

describe('the GST page', () => {
  it('answers in order: registrations, business, places, tax, codes, dates', async () => {
    await openGst();
    await screen.findByText(AT_STAKE);
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings).toEqual([
      'Registrations',
      'Your business',
      'Places by State',
      'Tax on your orders',
      'HSN codes',
      'Due dates',
    ]);
    expect(screen.getByText('As of 22 Nov 2026, 6:40 pm IST')).toBeTruthy();
  });

  it('says before the first check what will stand here', async () => {
    await openGst({ gst: aGstHome({ summary: null }) });
    expect(await screen.findByRole('heading', { name: 'Nothing checked yet' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Registrations' })).toBeTruthy();
  });

  it('says that the server is away, and tries again', async () => {
    const { held, user } = await openGst({ instead: { 'GET /gst': 'offline' } });
    expect(await screen.findByRole('heading', { name: 'You are offline.' })).toBeTruthy();
    held.instead = {};
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(AT_STAKE)).toBeTruthy();
  });

  it('shows new figures when a check ends', async () => {
    const { held } = await openGst({
      home: aHome({ scan: aScan() }),
      scan: aScan(),
      gst: aGstHome({ summary: aSummary({ taxAudit: NEEDS_ORDERS }) }),
    });
    expect(await screen.findByText(/A check is running/)).toBeTruthy();
    held.gst = aGstHome();
    held.scan = aScan({ state: 'done' });
    expect(await screen.findByText(AT_STAKE)).toBeTruthy();
  });
});

describe('registrations', () => {
  it('shows the whole number with its state, its names and who said so', async () => {
    await openGst();
    expect(await screen.findByRole('heading', { name: '27AAPFU0939F1ZV' })).toBeTruthy();
    expect(screen.getByText('Active')).toBeTruthy();
    expect(screen.getByText('Invented Weaves')).toBeTruthy();
    expect(screen.getByText('Told by Setu, 22 Nov 2026, 4:40 pm IST')).toBeTruthy();
    expect(screen.getByText('The service does not tell')).toBeTruthy();
  });

  it('never calls a registration active when nobody was asked', async () => {
    await openGst({ gst: aGstHome({ registry: [], lookUps: noLookUps() }) });
    expect(await screen.findByText('Not asked')).toBeTruthy();
    expect(screen.queryByText('Active')).toBeNull();
    expect(screen.getByRole('link', { name: 'Connect a look-up service' }).getAttribute('href')).toBe('/settings');
  });

  it('says why the newest question went without an answer, and keeps what was known', async () => {
    const entry = anEntry({ asked: { service: 'setu', at: '2026-11-22T12:10:00.000Z', outcome: 'payment-needed' } });
    await openGst({ gst: aGstHome({ registry: [entry] }) });
    expect(
      await screen.findByText(/Setu gave no answer on 22 Nov 2026, 5:40 pm IST: its balance is used up/),
    ).toBeTruthy();
    expect(screen.getByText('Told by Setu, 22 Nov 2026, 4:40 pm IST')).toBeTruthy();
  });

  it('asks again, and shows the answer when it comes', async () => {
    const { told, user } = await openGst();
    await user.click(await screen.findByRole('button', { name: 'Ask again now' }));
    expect(await screen.findByText('Suspended')).toBeTruthy();
    expect(screen.getByText('Setu: 46 of 50 calls left today')).toBeTruthy();
    expect(told.toasts.map(({ words }) => words)).toEqual(['Look-up started']);
  });

  it('shows the first answer after a service was connected, by itself', async () => {
    const { held } = await openGst({ gst: aGstHome({ registry: [] }) });
    expect(await screen.findByText('Not asked')).toBeTruthy();
    held.gst = aGstHome();
    expect(await screen.findByText('Active')).toBeTruthy();
  });

  it('says when it may be asked again', async () => {
    const problem = { type: 'too-many-requests', title: 'Too many.', status: 429 };
    const { user } = await openGst({ instead: { 'POST /look-ups/now': problem } });
    await user.click(await screen.findByRole('button', { name: 'Ask again now' }));
    expect(
      await screen.findByText(/asked a moment ago, or its calls of today are spent. Try again in 2 minutes/),
    ).toBeTruthy();
  });

  it.each([
    ['the budget is spent', someLookUps({ callsToday: 50 })],
    ['the service is left alone', someLookUps({ pausedUntil: '2099-01-01T00:00:00.000Z' })],
  ])('does not ask while %s', async (_, lookUps) => {
    await openGst({ gst: aGstHome({ lookUps }) });
    const ask = await screen.findByRole('button', { name: 'Ask again now' });
    expect(ask.getAttribute('aria-disabled') ?? (ask as HTMLButtonElement).disabled).toBeTruthy();
  });

  it('takes what the merchant states, and shows it', async () => {
    const { held, user } = await openGst();
    await user.click(await screen.findByRole('button', { name: 'Edit details of 27AAPFU0939F1ZV' }));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'How often you file' }), 'quarterly');
    await user.click(screen.getByRole('checkbox', { name: '2026-27' }));
    await user.click(screen.getByRole('button', { name: 'Save details' }));
    expect(await screen.findByText('You stated: Files every quarter (QRMP) · LUT for 2026-27')).toBeTruthy();
    expect(held.gst.profile.registrations).toEqual([aStated({ filing: 'quarterly', lutYears: ['2026-27'] })]);
  });

  it('offers the first GSTIN where there is none', async () => {
    await openGst({ registrations: [], gst: aGstHome({ registry: [], profile: aProfile({ registrations: [] }) }) });
    expect(await screen.findByText(/No GSTIN is entered yet/)).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'GSTIN' })).toBeTruthy();
  });
});

describe('the business', () => {
  it('is saved by the save bar', async () => {
    const { held, told, user } = await openGst();
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'Turnover of the last financial year' }),
      'to-5-crore',
    );
    expect(told.saveBars).toEqual(new Set(['gst-profile-bar']));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(held.gst.profile.turnover).toBe('to-5-crore'));
    await waitFor(() => expect(told.saveBars).toEqual(new Set()));
  });

  it('is only shown to a viewer', async () => {
    await openGst({ home: VIEWER });
    await screen.findByText(/You can see everything here, but not change it/);
    for (const field of await screen.findAllByRole('combobox')) expect(field).toHaveProperty('disabled', true);
  });
});

describe('tax on orders', () => {
  it('says what was due, what was charged and what is to be corrected', async () => {
    await openGst();
    const table = await screen.findByRole('table', { name: 'Tax by State of delivery and dispatch' });
    const [, ...rows] = within(table).getAllByRole('row');
    expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
      'Karnataka',
      'Maharashtra',
      'Outside India',
    ]);
    expect(rows[0]?.textContent).toContain('Due: IGST. Charged: CGST and SGST.');
    expect(rows[0]?.textContent).toContain('14 of 20');
    expect(screen.getByText(AT_STAKE)).toBeTruthy();
    expect(screen.getAllByText('₹6,320')).toHaveLength(2); // the headline and its row
    expect(screen.getByText('1,190 of 1,204 orders read')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open tax settings in Shopify' }).getAttribute('href')).toBe(
      'shopify://admin/settings/taxes',
    );
  });

  it('does not praise orders that it could not judge', async () => {
    await openGst({ gst: aGstHome({ summary: aSummary({ taxAudit: anAudit({ ordersJudged: 0, rows: [] }) }) }) });
    expect(await screen.findByText('No order of this period could be judged yet.')).toBeTruthy();
    expect(screen.queryByText(/No wrong tax found/)).toBeNull();
  });

  it('names a wrong rate under the right heads', async () => {
    const rows = anAudit().rows.filter(({ wrongOrders }) => wrongOrders === 0);
    await openGst({ gst: aGstHome({ summary: aSummary({ taxAudit: anAudit({ rows, wrongHeadPaise: 90_000 }) }) }) });
    expect(await screen.findByText(/The right tax was charged, at a rate that does not fit/)).toBeTruthy();
    expect(screen.queryByText(/No wrong tax found/)).toBeNull();
  });

  it.each([
    [true, ['Access allowed'], /Allowed. A check starts by itself/],
    [false, [], /Nothing was changed/],
  ])('asks for orders in place; granted %s', async (grants, toasts, words) => {
    const { told, user } = await openGst({ gst: aGstHome({ summary: aSummary({ taxAudit: NEEDS_ORDERS }) }) });
    expect(await screen.findByText(/We never read names, phone numbers/)).toBeTruthy();
    told.grants = grants;
    await user.click(screen.getByRole('button', { name: 'Allow reading orders' }));
    expect(told.askedScopes).toEqual([['read_orders']]);
    expect(await screen.findByText(words)).toBeTruthy();
    expect(told.toasts.map((toast) => toast.words)).toEqual(toasts);
  });
});

it('shows what a check found that began and ended unseen after a permission', async () => {
  const { held, user } = await openGst({ gst: aGstHome({ summary: aSummary({ taxAudit: NEEDS_ORDERS }) }) });
  await user.click(await screen.findByRole('button', { name: 'Allow reading orders' }));
  await screen.findByText(/Allowed. A check starts by itself/);
  held.gst = aGstHome();
  held.home = aHome({ scan: aScan({ id: 'scan-2', state: 'done' }) });
  expect(await screen.findByText(AT_STAKE)).toBeTruthy();
});

describe('codes and dates', () => {
  it('names what has no code, with the way to the product', async () => {
    await openGst();
    const link = await screen.findByRole('link', { name: 'Tussar saree' });
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['shopify://admin/products/7', '_top']);
    expect(screen.getByText('Not imported: codes were not compared with it')).toBeTruthy();
  });

  it('never rounds up to all', async () => {
    await openGst({ gst: aGstHome({ summary: aSummary({ hsn: someHsn({ wrong: 0, variants: 1_000 }) }) }) });
    expect(await screen.findByText('99%: 999 of 1,000 variants have a usable code')).toBeTruthy();
  });

  it('puts what is overdue first, and marks what is not confirmed', async () => {
    await openGst();
    const table = await screen.findByRole('table', { name: 'Due dates' });
    const [, first] = within(table).getAllByRole('row');
    expect(first?.textContent).toContain('GSTR-3BOct 2026');
    expect(within(table).getByText('31 Mar 2027 (to be confirmed)')).toBeTruthy();
    expect(within(table).getByText('Filed on 10 Oct 2026')).toBeTruthy();
  });

  it('asks for what the dates wait for, in their place', async () => {
    const { held, user } = await openGst({ gst: aGstHome({ summary: aSummary({ calendar: [] }) }) });
    const button = await screen.findByRole('button', { name: 'State scheme and filing of 27AAPFU0939F1ZV' });
    await user.click(button);
    await user.selectOptions(screen.getByLabelText('Scheme'), 'composition');
    await user.click(screen.getByRole('button', { name: 'Save details' }));
    await waitFor(() => expect(held.gst.profile.registrations[0]?.scheme).toBe('composition'));
    expect(await screen.findByText('No due date is known yet. Dates come with the next check.')).toBeTruthy();
  });

  it('leads to the alerts of tax and no others', async () => {
    await openGst();
    const link = await screen.findByRole('link', { name: 'Open the alerts' });
    const [, ids = ''] = /^\/alerts\?check=(.*)$/.exec(link.getAttribute('href') ?? '') ?? [];
    expect(ids.split(',').filter((id) => checkById(id) === null)).toEqual([]);
    expect(ids).toContain('gst/tax-table');
  });

  describe('files', () => {
    const files: Blob[] = [];
    beforeEach(() => {
      files.length = 0;
      Object.assign(URL, {
        createObjectURL: (file: Blob) => `blob:${files.push(file)}`,
        revokeObjectURL: () => undefined,
      });
    });

    it.each([
      ['Export as CSV: Tax on your orders', 'text/csv;charset=utf-8'],
      ['Export as CSV: HSN codes', 'text/csv;charset=utf-8'],
      ['Save as calendar file: Due dates', 'text/calendar;charset=utf-8'],
    ])('%s', async (name, type) => {
      const { told, user } = await openGst();
      await user.click(await screen.findByRole('button', { name }));
      await waitFor(() => expect(told.toasts.map(({ words }) => words)).toEqual(['File saved']));
      expect(files.map((file) => file.type)).toEqual([type]);
    });
  });
});
