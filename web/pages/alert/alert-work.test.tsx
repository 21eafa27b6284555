import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { aDetail, aHome } from '../../test/factories.ts';
import { openApp } from '../../test/open-app.tsx';
import { aPersonRow, aRegister } from '../../test/people-factories.ts';

const asha = aPersonRow({ id: 'asha', name: 'Asha Invented' });
const left = aPersonRow({ id: 'left', name: 'Left Invented', leftAt: '2026-11-01T06:30:00.000Z' });
const people = aRegister({ people: [asha, left] });
const alert = aDetail({ id: 'tls', checkId: 'security/domain-tls', dueOn: '2099-12-01' });
const viewer = aHome({ me: { userId: '7', role: 'viewer', language: null } });
type User = Awaited<ReturnType<typeof openApp>>['user'];

async function choose(user: User, action: string) {
  const more = screen.queryByRole('button', { name: 'More actions' });
  if (more) await user.click(more);
  const [button] = await screen.findAllByRole('button', { name: action });
  if (button) await user.click(button);
}

describe('who mends an alert', () => {
  it('is chosen among those who work here, told, and taken back', async () => {
    const { held, told, user } = await openApp('/alerts/tls', { alerts: [alert], people });
    await screen.findByText('1 Dec 2099');
    await choose(user, 'Assign…');
    const select = await screen.findByRole('combobox', { name: 'Who mends it' });
    await within(select).findByRole('option', { name: 'Asha Invented' });
    expect(within(select).queryByRole('option', { name: 'Left Invented' })).toBeNull();
    await user.selectOptions(select, 'Asha Invented');
    await user.click(screen.getByRole('button', { name: 'Assign' }));
    await waitFor(() => expect(told.toasts.map(({ words }) => words)).toEqual(['Alert assigned']));
    expect(held.alerts[0]?.assigneeId).toBe('asha');
    expect(await screen.findByText('Asha Invented')).toBeTruthy();
    told.toasts[0]?.undo?.();
    await waitFor(() => expect(held.alerts[0]?.assigneeId).toBeNull());
  });

  it('has no name for a viewer', async () => {
    const mine = aDetail({ ...alert, assigneeId: 'asha' });
    await openApp('/alerts/tls', { alerts: [mine], people, home: viewer });
    expect(await screen.findByText('Somebody of your shop')).toBeTruthy();
    expect(screen.queryByText('Asha Invented')).toBeNull();
  });
});

describe('a silence that is taken back', () => {
  it('leaves what was acknowledged acknowledged', async () => {
    const mine = aDetail({ ...alert, status: 'acknowledged' });
    const { held, told, user } = await openApp('/alerts/tls', { alerts: [mine] });
    await screen.findByText('1 Dec 2099');
    await choose(user, 'Mute…');
    await user.click(await screen.findByRole('radio', { name: 'It is not a problem here' }));
    await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'We sell by invitation');
    await user.click(screen.getByRole('button', { name: 'Mute' }));
    await waitFor(() => expect(held.alerts[0]).toMatchObject({ status: 'suppressed', suppression: 'not-a-problem' }));
    told.toasts[0]?.undo?.();
    await waitFor(() => expect(held.alerts[0]?.status).toBe('acknowledged'));
  });
});

describe('the record of an alert', () => {
  it('takes a comment, shows it, and lets its writer take it back', async () => {
    const { held, told, user } = await openApp('/alerts/tls', { alerts: [alert] });
    await user.type(await screen.findByRole('textbox', { name: 'Comment' }), 'Our host looks into it');
    await user.click(screen.getByRole('button', { name: 'Add comment' }));
    expect(await screen.findByText('Our host looks into it')).toBeTruthy();
    expect(screen.getByText('Commented by user 1001')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Take back' }));
    await waitFor(() => expect(screen.queryByText('Our host looks into it')).toBeNull());
    expect(held.alerts[0]?.history.map(({ kind }) => kind)).toEqual(['opened', 'observed']);
    expect(told.toasts.map(({ words }) => words)).toEqual(['Comment added', 'Comment removed']);
  });

  it('keeps what was typed when the server refuses it', async () => {
    const full = { type: 'conflict', title: 'An alert takes 100 comments.', status: 409 };
    const instead = { 'POST /alerts/tls/comments': full };
    const { user } = await openApp('/alerts/tls', { alerts: [alert], instead });
    const field = await screen.findByRole('textbox', { name: 'Comment' });
    await user.type(field, 'One more');
    await user.click(screen.getByRole('button', { name: 'Add comment' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect((field as HTMLTextAreaElement).value).toBe('One more');
  });

  it('tells who acted: a person, a link in a mail, ourselves', async () => {
    const at = '2026-11-22T13:10:00.000Z';
    const told = aDetail({
      ...alert,
      history: [
        { kind: 'opened', at, by: 'prahari' },
        { kind: 'acknowledged', at, by: 'link:reader-1' },
        { kind: 'assigned', at, by: '1002', personId: 'asha' },
        { kind: 'suppressed', at, by: '1002', reason: 'Sold by invitation', suppression: 'not-a-problem', until: at },
        { kind: 'commented', at, by: '1002', commentId: 'c', text: null },
      ],
    });
    await openApp('/alerts/tls', { alerts: [told], people });
    for (const words of [
      'Found for the first time',
      'Acknowledged by a link in an e-mail',
      'Assigned to Asha Invented by user 1002',
      'Marked as not a problem here by user 1002',
      'Reason: Sold by invitation · Until the end of 22 Nov 2026',
      'Managers and owners can read the words.',
    ]) {
      expect(await screen.findByText(words)).toBeTruthy();
    }
    expect(screen.queryByRole('button', { name: 'Take back' })).toBeNull();
  });

  it('takes no comment of a viewer', async () => {
    await openApp('/alerts/tls', { alerts: [alert], home: viewer });
    await screen.findByText('1 Dec 2099');
    expect(screen.queryByRole('textbox', { name: 'Comment' })).toBeNull();
  });
});
