import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { aHome, anAlertOf, aRegistration, aScan } from '../../test/factories.ts';
import { openApp } from '../../test/open-app.tsx';
import { EVIDENCE_KINDS } from '../../../core/evidence/kinds.ts';
import type { GuideStep, SetupGuide } from '../../../core/api/home.ts';

const guideWith = (...done: readonly GuideStep[]): SetupGuide => ({
  isHidden: false,
  steps: aHome().guide.steps.map(({ id }) => ({ id, isDone: done.includes(id) })),
});

describe('the set-up guide', () => {
  it('opens at the first step that is not done', async () => {
    await openApp('/', { home: aHome({ guide: guideWith('gstin') }) });
    const step = await screen.findByRole('button', { name: 'Run the first check' });
    expect(step.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('button', { name: 'Enter your GSTIN' }).getAttribute('aria-expanded')).toBe('false');
    expect(screen.getByText('1 of 3 steps done')).toBeTruthy();
  });

  it('shows the first scan inside its step', async () => {
    await openApp('/', { home: aHome({ guide: guideWith('gstin'), standing: null, scan: aScan() }), scan: aScan() });
    expect(await screen.findByText(`Reading your shop: 3 of ${EVIDENCE_KINDS.length} sources answered.`)).toBeTruthy();
    expect(screen.queryByText('Checking your shop')).toBeNull();
  });

  it('leads to the first alert to mend', async () => {
    const alert = anAlertOf('security/domain-tls');
    await openApp('/', { home: aHome({ guide: guideWith('gstin', 'first-check'), doNext: [alert] }) });
    expect((await screen.findByRole('link', { name: 'Open the first alert' })).getAttribute('href')).toBe(
      `/alerts/${alert.id}`,
    );
  });

  it('hides for good', async () => {
    const { held, user } = await openApp('/');
    await user.click(await screen.findByRole('button', { name: 'Hide guide' }));
    await waitFor(() => expect(screen.queryByText('Set up Prahari')).toBeNull());
    expect(held.settings.guideHidden).toBe(true);
  });
});

describe('entering a GSTIN', () => {
  const field = () => screen.findByRole('textbox', { name: 'GSTIN' });

  it('counts while a person types, and judges the 15th character', async () => {
    const { user } = await openApp('/');
    await user.type(await field(), '27AAPFU');
    expect(screen.getByText('7 of 15 characters')).toBeTruthy();
    await user.type(await field(), '0939F1ZV');
    expect(screen.getByText(/^Well formed, for Maharashtra \(27\)/)).toBeTruthy();
  });

  it('says nothing red before the field was touched, and what is wrong after it was left', async () => {
    const { user } = await openApp('/');
    await user.click(await field());
    await user.tab();
    expect(screen.queryByText(/This one has/)).toBeNull();
    await user.type(await field(), '27AAPFU');
    await user.tab();
    expect(screen.getByText('A GSTIN has 15 letters and digits. This one has 7.')).toBeTruthy();
  });

  it('offers what may have been meant', async () => {
    const { user } = await openApp('/');
    await user.type(await field(), '27AAPFU0939FIZV');
    await user.click(screen.getByRole('button', { name: 'Did you mean 27AAPFU0939F1ZV?' }));
    expect(screen.getByText(/^Well formed, for Maharashtra/)).toBeTruthy();
  });

  it('adds by Enter, lists, removes, and takes the removal back', async () => {
    const { held, told, user } = await openApp('/', {
      registrations: [aRegistration({ id: 'old', gstin: '29AAGCB7383J1Z4' })],
    });
    await user.type(await field(), '27aapfu0939f1zv{Enter}');
    expect(await screen.findByText('2 registrations')).toBeTruthy();
    expect(screen.getByText('Karnataka · added 22 Nov 2026')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Remove 29AAGCB7383J1Z4' }));
    expect(await screen.findByText('1 registration')).toBeTruthy();
    told.toasts.find(({ undo }) => undo)?.undo?.();
    await waitFor(() => expect(held.registrations.map(({ gstin }) => gstin)).toContain('29AAGCB7383J1Z4'));
  });

  it('says that a number is already there', async () => {
    const conflict = { type: 'conflict', title: 'There.', status: 409, fields: { gstin: 'duplicate' } };
    const { user } = await openApp('/', { instead: { 'POST /registrations': conflict } });
    await user.type(await field(), '27AAPFU0939F1ZV{Enter}');
    expect(await screen.findByText('This GSTIN is already in your list.')).toBeTruthy();
  });

  it('never sends what cannot be a GSTIN', async () => {
    const { held, user } = await openApp('/');
    await user.type(await field(), '27AAPFU0939F1ZX{Enter}');
    expect(screen.getByText(/This GSTIN has a typing mistake/)).toBeTruthy();
    expect(held.registrations).toEqual([]);
  });
});
