import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { MENU } from './admin/admin-menu.tsx';
import { aDetail, aHome, aRegistration } from './test/factories.ts';
import { axeFindings } from './test/axe.ts';
import { openApp } from './test/open-app.tsx';

const PAGES = [
  '/',
  '/alerts',
  '/alerts/tls',
  '/checks',
  '/gst',
  '/gst/verify',
  '/security',
  '/security/5',
  '/security/evidence',
  '/security/frameworks',
  '/people',
  '/people/person-2',
  '/people/import',
  '/vendors',
  '/vendors/host-vendor',
  '/vendors/import',
  '/storefront',
  '/stored-numbers',
  '/settings',
  '/nowhere',
] as const;
const HELD = { alerts: [aDetail({ id: 'tls' })], registrations: [aRegistration()] };

describe.each(PAGES)('%s', (address) => {
  it.each(['en-IN', 'hi-IN'])('has one heading, and axe finds nothing, in %s', async (locale) => {
    const { container } = await openApp(address, HELD, locale);
    await waitFor(() => expect(container.querySelector('[aria-busy="true"], .Polaris-SkeletonPage-Page')).toBeNull());
    await screen.findAllByRole('heading');
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('the app', () => {
  it('hands its menu to the admin: no item for Home, at most seven', async () => {
    const { container } = await openApp('/');
    const links = [...container.querySelectorAll('s-app-nav a:not([rel="home"])')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(MENU.map((item) => `/${item}`));
    expect(links.length).toBeLessThanOrEqual(7);
  });

  it('follows a click in the admin and puts the focus on the new page', async () => {
    const { container } = await openApp('/', HELD);
    await screen.findByText('Score 62 of 100');
    const link = container.querySelector('s-app-nav a[href="/vendors"]');
    act(() => void link?.dispatchEvent(new CustomEvent('shopify:navigate', { bubbles: true })));
    const heading = await screen.findByRole('heading', { level: 1, name: 'Vendors' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });

  it.each([
    ['hi-IN', null, 'आज आपका स्टोर'],
    ['en-IN', 'hi', 'आज आपका स्टोर'],
    ['hi-IN', 'en', 'Your shop today'],
    ['de', null, 'Your shop today'],
  ] as const)('admin %s, own choice %s: %s', async (locale, language, title) => {
    await openApp('/', { home: aHome({ me: { userId: '1', role: 'owner', language } }) }, locale);
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy();
    await waitFor(() => expect(document.documentElement.lang).toBe(title.startsWith('Your') ? 'en' : 'hi'));
  });

  it('catches a defect of a page with words and a way out', async () => {
    const broken = { ...aHome(), openBySeverity: null as never };
    const { held, user } = await openApp('/', { home: broken });
    expect(await screen.findByRole('heading', { level: 1, name: 'This page stopped working' })).toBeTruthy();
    held.home = aHome();
    expect(screen.getByRole('link', { name: 'Go to home' }).getAttribute('href')).toBe('/');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
  });
});
