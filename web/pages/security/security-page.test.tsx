import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { axeFindings } from '../../test/axe.ts';
import { aDetail, aHome } from '../../test/factories.ts';
import { openApp } from '../../test/open-app.tsx';
import { aSecurityBoard } from '../../test/security-factories.ts';

const FAILING = new Set(['MFA-01', 'MFA-05']);
const someFail = aSecurityBoard((id) => (FAILING.has(id) ? 'fail' : id.startsWith('MFA') ? 'notAssessed' : 'none'));

describe('the security page', () => {
  it('shows score and coverage together, and calls a score early that rests on little', async () => {
    await openApp('/security', { security: someFail });
    expect(await screen.findByText('62 of 100')).toBeTruthy();
    expect(screen.getByText('Early')).toBeTruthy();
    expect(screen.getByText(`2 of ${someFail.applicable} controls assessed`)).toBeTruthy();
    expect(screen.getByText(/^Early: less than 60%/)).toBeTruthy();
  });

  it('does not call it early when enough is known', async () => {
    await openApp('/security');
    expect(await screen.findByText('62 of 100')).toBeTruthy();
    expect(screen.queryByText('Early')).toBeNull();
  });

  it('gives each of the ten steps a card that leads to it, with what to mend first', async () => {
    await openApp('/security', { security: someFail });
    const steps = await screen.findAllByRole('heading', { level: 2, name: /^Step \d+:/ });
    expect(steps).toHaveLength(10);
    const [sixth] = steps.filter((heading) => heading.textContent.startsWith('Step 6:'));
    expect(
      within(sixth as HTMLElement)
        .getByRole('link')
        .getAttribute('href'),
    ).toBe('/security/6');
    expect(screen.getByRole('link', { name: 'Owner account has a second factor' }).getAttribute('href')).toBe(
      '/security/6#MFA-01',
    );
    expect(screen.getAllByText('Nothing of it is known yet.')).toHaveLength(9);
  });

  it('says why, who and until when a risk was accepted, and marks what is overdue', async () => {
    const put = { kind: 'suppressed', at: '2026-11-01T06:30:00.000Z', by: '1002' } as const;
    const alerts = [
      aDetail({
        id: 'a',
        area: 'security',
        status: 'suppressed',
        suppressedUntil: '2099-12-31T18:29:59.999Z',
        suppressReason: 'The courier moves in January.',
        history: [put],
      }),
      aDetail({ id: 'b', area: 'security', status: 'suppressed', suppressedUntil: null, history: [] }),
      aDetail({ id: 'c', area: 'gst', status: 'suppressed', suppressedUntil: null }),
    ];
    await openApp('/security', { alerts });
    expect(await screen.findByText('Reason: The courier moves in January. · by user 1002 on 1 Nov 2026')).toBeTruthy();
    expect(screen.getByText('No reason given · nobody is named')).toBeTruthy();
    expect(screen.getAllByText('Overdue')).toHaveLength(1);
    expect(screen.getByText('Until 31 Dec 2099')).toBeTruthy();
  });

  it('shows the trend of all steps or of one, and the same numbers as a table', async () => {
    const { user } = await openApp('/security');
    expect(await screen.findByText('Score rose from 55 to 62 in 3 checks.')).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('Show'), '6');
    expect(screen.getByText('Score rose from 20 to 40 in 3 checks.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show as table' }));
    const table = screen.getByRole('table', { name: 'Is it getting better?' });
    expect(within(table).getAllByRole('row')).toHaveLength(4);
  });

  it('says that nothing was checked yet', async () => {
    await openApp('/security', { security: aSecurityBoard(() => 'none', { takenAt: null, score: null, trend: [] }) });
    expect(await screen.findByRole('heading', { name: 'Nothing checked yet' })).toBeTruthy();
  });

  it('says so when the server does not answer, and asks again', async () => {
    const { held, user } = await openApp('/security', { instead: { 'GET /security': 'offline' } });
    expect(await screen.findByRole('heading', { name: 'You are offline.' })).toBeTruthy();
    held.instead = {};
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('62 of 100')).toBeTruthy();
  });

  it.each(['en-IN', 'hi-IN'])('is sound for axe with defects and accepted risks, in %s', async (locale) => {
    const alerts = [aDetail({ id: 'a', area: 'security', status: 'suppressed', suppressedUntil: null, history: [] })];
    const home = aHome({ me: { userId: '1', role: 'viewer', language: null } });
    const { container } = await openApp('/security', { security: someFail, alerts, home }, locale);
    await screen.findAllByRole('heading', { level: 2 });
    expect(await axeFindings(container)).toEqual([]);
  });
});
