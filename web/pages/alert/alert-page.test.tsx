import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { checkById } from '../../../core/checks/index.ts';
import { aDetail, aHome, NOW } from '../../test/factories.ts';
import { openApp } from '../../test/open-app.tsx';

const check = checkById('gst/location-states');
const alert = aDetail({ id: 'place', checkId: 'gst/location-states', atStakePaise: 632_000 });

describe('the page of an alert', () => {
  it('answers in order: why, cost, evidence, how to fix, how we will know, history', async () => {
    await openApp('/alerts/place', { alerts: [alert] });
    await screen.findByRole('heading', { level: 1 });
    const headings = screen.getAllByRole('heading').map(({ textContent }) => textContent);
    expect(headings.slice(1)).toEqual([
      'Why it matters',
      'What it can cost',
      'Evidence',
      'How to fix',
      'How we will know',
      'History',
      'At a glance',
      'Why we say this',
    ]);
    for (const text of [check?.why.en, check?.cost.en, check?.proof.en, check?.rule.source]) {
      expect(screen.getByText(text ?? '')).toBeTruthy();
    }
    expect(screen.getByText('Read from Shopify itself')).toBeTruthy();
    expect(screen.getAllByRole('listitem').length).toBeGreaterThanOrEqual(check?.remedy.length ?? 1);
  });

  it('names what the check needs, and what else it looks at', async () => {
    await openApp('/alerts/orders', { alerts: [aDetail({ id: 'orders', checkId: 'gst/order-rates' })] });
    expect(await screen.findByText('Orders · Locations · Your GSTINs · Our tables of the law')).toBeTruthy();
    expect(screen.getByText(/^What you told us of your business · GST registry · /)).toBeTruthy();
  });

  it('leads into the admin, out of our frame', async () => {
    await openApp('/alerts/place', { alerts: [alert] });
    const link = await screen.findByRole('link', { name: 'Open in Shopify admin' });
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual([
      'shopify://admin/settings/locations',
      '_top',
    ]);
  });

  it.each([
    ['/orders/1001', 'Open the order in Shopify'],
    ['/products/7/variants/11', 'Open the product in Shopify'],
    ['/settings/taxes', 'Open in Shopify admin'],
  ])('leads to the very thing, %s', async (adminPath, name) => {
    await openApp('/alerts/place', { alerts: [{ ...alert, adminPath }] });
    const link = await screen.findByRole('link', { name });
    expect(link.getAttribute('href')).toBe(`shopify://admin${adminPath}`);
  });

  it('leads to its control among the ten steps', async () => {
    await openApp('/alerts/tls', { alerts: [aDetail({ id: 'tls', checkId: 'security/domain-tls' })] });
    expect((await screen.findByRole('link', { name: 'TLS on every domain' })).getAttribute('href')).toBe(
      '/security/3#ENC-01',
    );
  });

  it('leads to our own page where the merchant states what is judged', async () => {
    await openApp('/alerts/bank', { alerts: [aDetail({ id: 'bank', checkId: 'gst/bank-account' })] });
    expect((await screen.findByRole('link', { name: 'Open the GST page' })).getAttribute('href')).toBe('/gst');
  });

  it('names the way back', async () => {
    await openApp('/alerts/place', { alerts: [alert] });
    expect((await screen.findByRole('link', { name: 'Alerts', hidden: false })).getAttribute('href')).toBe('/alerts');
  });

  it('checks again', async () => {
    const { held, user } = await openApp('/alerts/place', { alerts: [alert] });
    await user.click(await screen.findByRole('button', { name: 'Check again' }));
    expect(await screen.findByRole('button', { name: 'Checking…' })).toBeTruthy();
    expect(held.scan?.state).toBe('queued');
  });

  it('shows a muted alert with its reason and its end, and opens it again', async () => {
    const muted = aDetail({
      ...alert,
      status: 'suppressed',
      suppressReason: 'The depot closes in December',
      suppressedUntil: '2026-12-31T18:29:59.999Z',
      history: [{ kind: 'suppressed', at: NOW, by: '1002', reason: 'The depot closes in December' }],
    });
    const { held, user } = await openApp('/alerts/place', { alerts: [muted] });
    expect(await screen.findByText('31 Dec 2026')).toBeTruthy();
    expect(screen.getByText('Muted by user 1002')).toBeTruthy();
    expect(screen.getByText('Reason: The depot closes in December')).toBeTruthy();
    const [reopen] = await screen.findAllByRole('button', { name: 'Reopen' });
    if (reopen) await user.click(reopen);
    await waitFor(() => expect(held.alerts[0]?.status).toBe('open'));
  });

  it('says that an alert is not there', async () => {
    await openApp('/alerts/none');
    expect(await screen.findByRole('heading', { name: 'This is no longer here.' })).toBeTruthy();
  });

  it('still tells about an alert whose check is gone', async () => {
    await openApp('/alerts/old', {
      alerts: [aDetail({ id: 'old', checkId: 'gst/long-gone', subject: 'surahi.example' })],
    });
    expect(await screen.findByText(/comes from a check that we no longer run/)).toBeTruthy();
  });

  it('reads in Hindi from top to bottom', async () => {
    await openApp('/alerts/place', {
      alerts: [alert],
      home: aHome({ me: { userId: '1', role: 'owner', language: 'hi' } }),
    });
    expect(await screen.findByRole('heading', { name: 'कैसे ठीक करें' })).toBeTruthy();
    expect(screen.getByText(check?.why.hi ?? '')).toBeTruthy();
    expect(document.documentElement.lang).toBe('hi');
  });
});
