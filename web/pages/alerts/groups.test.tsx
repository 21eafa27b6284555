import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { axeFindings } from '../../test/axe.ts';
import { aDetail, aHome } from '../../test/factories.ts';
import { openApp } from '../../test/open-app.tsx';

const HOST = 'diwali.invented.example';
const certificate = aDetail({ id: 'a', checkId: 'security/certificate', subject: HOST, dueOn: '2026-11-19' });
const tls = aDetail({ id: 'b', checkId: 'security/domain-tls', subject: HOST, dueOn: '2026-12-01' });
const place = aDetail({ id: 'c', checkId: 'gst/location-states', subject: '24', severity: 'high' });
const ALERTS = [certificate, tls, place];
const actsOf = (name: string) => screen.findByRole('group', { name: `What to do with all alerts of ${name}` });
const headings = () => screen.findAllByRole('heading', { level: 2 }).then((all) => all.map((each) => each.textContent));

describe('groups of alerts', () => {
  it('are chosen on the page, and the address keeps the choice', async () => {
    const { user } = await openApp('/alerts', { alerts: ALERTS });
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Group by' }), 'Thing');
    await waitFor(() => expect(globalThis.location.search).toBe('?group=subject'));
    expect(await screen.findByRole('heading', { level: 2, name: HOST })).toBeTruthy();
  });

  it('are named by control, by check, or by what was found about a thing without a name', async () => {
    await openApp('/alerts?group=control', { alerts: ALERTS });
    expect(await headings()).toEqual(['Certificate healthy', 'TLS on every domain', expect.stringMatching(/GSTIN/)]);
    document.body.replaceChildren();
    await openApp('/alerts?group=subject', { alerts: ALERTS });
    expect(await headings()).toEqual([HOST, expect.stringMatching(/GSTIN/)]);
  });

  it('are acted on as a whole', async () => {
    const { held, told, user } = await openApp('/alerts?group=subject', { alerts: ALERTS });
    await user.click(within(await actsOf(HOST)).getByRole('button', { name: 'Acknowledge' }));
    await waitFor(() => expect(told.toasts.map(({ words }) => words)).toEqual(['2 alerts acknowledged']));
    expect(held.alerts.map(({ status }) => status)).toEqual(['acknowledged', 'acknowledged', 'open']);
  });

  it('lead to the list of their alerts, which says by what it is narrowed', async () => {
    const { user } = await openApp('/alerts?group=subject', { alerts: ALERTS });
    await user.click(await screen.findByRole('link', { name: `Show 2 alerts: ${HOST}` }));
    expect(await screen.findByText(`About: ${HOST}`)).toBeTruthy();
    expect(globalThis.location.search).toBe(`?subject=${HOST}`);
    expect(await screen.findByText('1–2 of 2 alerts')).toBeTruthy();
  });

  it('say what is left beyond a hundred', async () => {
    const many = Array.from({ length: 130 }, (_, at) => aDetail({ ...tls, id: `many-${at}` }));
    await openApp('/alerts?group=subject', { alerts: many });
    expect(await screen.findByText('The buttons act on the first 100. 30 alerts are left after that.')).toBeTruthy();
  });

  it('show a viewer what there is, without a way to change it', async () => {
    await openApp('/alerts?group=subject', {
      alerts: ALERTS,
      home: aHome({ me: { userId: '7', role: 'viewer', language: null } }),
    });
    const button = within(await actsOf(HOST)).getByRole('button', { name: 'Acknowledge' });
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'));
  });

  it.each(['en-IN', 'hi-IN'])('are sound for axe, in %s', async (locale) => {
    const { container } = await openApp('/alerts?group=control', { alerts: ALERTS }, locale);
    await headings();
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('due days in the list', () => {
  it('are told, and marked where they are over', async () => {
    await openApp('/alerts', { alerts: [certificate, tls] });
    expect(await screen.findByText('19 Nov 2026')).toBeTruthy();
    expect(screen.getByText('1 Dec 2026')).toBeTruthy();
    const row = screen.getByText('19 Nov 2026').closest('tr');
    expect(row && within(row).getByText('Overdue')).toBeTruthy();
  });
});
