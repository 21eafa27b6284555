import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { aDetail, aHome } from '../../test/factories.ts';
import { openApp } from '../../test/open-app.tsx';

const tls = aDetail({ id: 'tls', checkId: 'security/domain-tls', severity: 'critical' });
const captcha = aDetail({ id: 'captcha', checkId: 'security/form-captcha', severity: 'low' });
const place = aDetail({ id: 'place', checkId: 'gst/location-states', severity: 'high', atStakePaise: 632_000 });
const gone = aDetail({ id: 'gone', checkId: 'security/customer-accounts', status: 'resolved' });
const ALERTS = [tls, captcha, place, gone];

const rows = () => screen.findAllByRole('row').then(([, ...body]) => body);
/** Polaris keeps a hidden set of tabs to measure by, before the one that people see. */
const tab = (name: string) => screen.getAllByRole('tab', { name }).at(-1);
const must = <T,>(thing: T | undefined): T => {
  if (thing === undefined) throw new Error('not on the page');
  return thing;
};
const choose = async (user: Awaited<ReturnType<typeof openApp>>['user'], index: number) => {
  await user.click(within(must((await rows())[index])).getByRole('checkbox'));
};

describe('the alerts page', () => {
  it('shows the open alerts, each with a real link', async () => {
    await openApp('/alerts', { alerts: ALERTS });
    expect(await rows()).toHaveLength(3);
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links).toEqual(expect.arrayContaining(['/alerts/tls', '/alerts/captcha', '/alerts/place']));
    expect(screen.getByText('₹6,320')).toBeTruthy();
    expect(screen.getByText('1–3 of 3 alerts')).toBeTruthy();
  });

  it('keeps view, filters, search and page in the address', async () => {
    await openApp('/alerts?status=all&severity=critical,high', { alerts: ALERTS });
    expect(await rows()).toHaveLength(2);
    expect(tab('All')?.getAttribute('aria-selected')).toBe('true');
  });

  it('says by which checks a link narrows it, and lets them be taken out', async () => {
    const { user } = await openApp('/alerts?check=security/domain-tls,gst/location-states', { alerts: ALERTS });
    expect(await rows()).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Remove 2 checks' }));
    await waitFor(() => expect(globalThis.location.search).toBe(''));
    expect(await screen.findByText('1–3 of 3 alerts')).toBeTruthy();
  });

  it('turns pages', async () => {
    const { user } = await openApp('/alerts', { alerts: ALERTS, pageSize: 2 });
    expect(await screen.findByText('1–2 of 3 alerts')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByText('3–3 of 3 alerts')).toBeTruthy();
    expect(globalThis.location.search).toBe('?page=2');
  });

  it('acknowledges several, and takes it back', async () => {
    const { held, told, user } = await openApp('/alerts', { alerts: ALERTS });
    await choose(user, 0);
    await choose(user, 1);
    await user.click(must(screen.getAllByRole('button', { name: 'Acknowledge' })[0]));
    await waitFor(() => expect(told.toasts.map(({ words }) => words)).toEqual(['2 alerts acknowledged']));
    expect(held.alerts.filter(({ status }) => status === 'acknowledged')).toHaveLength(2);
    told.toasts[0]?.undo?.();
    await waitFor(() => expect(held.alerts.filter(({ status }) => status === 'open')).toHaveLength(3));
  });

  it('mutes with a reason and a last day, and says what is missing', async () => {
    const { held, told, user } = await openApp('/alerts', { alerts: ALERTS });
    await choose(user, 0);
    await user.click(must(screen.getAllByRole('button', { name: 'Mute…' })[0]));
    const mute = await screen.findByRole('button', { name: 'Mute' });
    await user.click(mute);
    expect(await screen.findByText('Enter a reason of at least 3 characters.')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'Our host renews it on Monday');
    await user.click(mute);
    await waitFor(() => expect(told.toasts.map(({ words }) => words)).toEqual(['Alert muted']));
    expect(held.alerts[0]).toMatchObject({ status: 'suppressed', suppressReason: 'Our host renews it on Monday' });
  });

  it('hands over every alert of the filter as a file', async () => {
    const files: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (file: Blob) => `blob:${files.push(file)}`,
      revokeObjectURL: () => undefined,
    });
    const { told, user } = await openApp('/alerts?severity=high', { alerts: ALERTS });
    await rows();
    await user.click(must(screen.getAllByRole('button', { name: 'Export as CSV' })[0]));
    await waitFor(() => expect(told.toasts.map(({ words }) => words)).toEqual(['Alerts exported']));
    expect(files.map(({ type, size }) => [type, size])).toEqual([
      ['text/csv;charset=utf-8', 'Alert\r\nplace\r\n'.length],
    ]);
  });

  it('lets a viewer look and not choose', async () => {
    await openApp('/alerts', { alerts: ALERTS, home: aHome({ me: { userId: '7', role: 'viewer', language: null } }) });
    const boxes = (await rows()).flatMap((row) => within(row).queryAllByRole('checkbox'));
    expect(boxes).toEqual([]);
    expect(await screen.findByText(/You can see everything here, but not change it/)).toBeTruthy();
  });

  it.each([
    ['/alerts', null, 'Nothing checked yet'],
    ['/alerts?severity=low', undefined, 'No alert fits these filters'],
    ['/alerts', undefined, 'No open alerts'],
    ['/alerts?status=suppressed', undefined, 'No muted alerts'],
  ])('%s, standing %s: %s', async (address, standing, words) => {
    await openApp(address, { home: aHome(standing === null ? { standing } : {}) });
    expect(await screen.findByRole('heading', { name: words })).toBeTruthy();
  });

  it('says that the server is away, and tries again', async () => {
    const { held, user } = await openApp('/alerts', { alerts: ALERTS, instead: { 'GET /alerts': 'offline' } });
    expect(await screen.findByRole('heading', { name: 'You are offline.' })).toBeTruthy();
    held.instead = {};
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rows()).toHaveLength(3);
  });
});
