import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { axeFindings } from '../../test/axe.ts';
import { aBoard, aHome } from '../../test/factories.ts';
import { openApp } from '../../test/open-app.tsx';
import { aSecurityBoard, someQuestions } from '../../test/security-factories.ts';
import { fakeUploads } from '../../test/fake-upload.ts';
import { CHECKS } from '../../../core/checks/index.ts';

const VIEWER = aHome({ me: { userId: '7', role: 'viewer', language: null } });
const CERTIFICATE = CHECKS.find(({ control }) => control === 'ENC-01');

/** Every control stands as it is given; the checks of the board stand likewise. */
function shopWhere(outcomeOf: (controlId: string) => 'pass' | 'fail' | 'notAssessed' | 'notApplicable') {
  const controlOf = new Map<string, string | undefined>(CHECKS.map((check) => [check.id, check.control]));
  return {
    security: aSecurityBoard(outcomeOf),
    board: aBoard((checkId) => outcomeOf(controlOf.get(checkId) ?? '')),
  };
}

describe('the page of a step', () => {
  it('sorts its controls by outcome and opens one by its button', async () => {
    const held = shopWhere((id) => (id === 'ENC-01' ? 'fail' : id === 'ENC-06' ? 'notAssessed' : 'pass'));
    const { user } = await openApp('/security/3', held);
    expect(await screen.findByRole('heading', { level: 2, name: 'Something to mend: 1' })).toBeTruthy();
    expect(screen.getByRole('heading', { level: 2, name: 'Not assessed: 1' })).toBeTruthy();

    const button = screen.getByRole('button', { name: 'TLS on every domain' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    button.focus();
    await user.keyboard('{Enter}');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText(CERTIFICATE?.remedy[0]?.en ?? 'none')).toBeTruthy();
    expect(screen.getByRole('link', { name: /^See its/ }).getAttribute('href')).toBe(
      `/alerts?check=${CERTIFICATE?.id ?? ''}`,
    );
    const admin = screen.getByRole('link', { name: /^Open in Shopify admin/ });
    expect(admin.getAttribute('href')).toBe(`shopify://admin${CERTIFICATE?.adminPath ?? ''}`);
    expect(admin.getAttribute('target')).toBe('_top');
  });

  it('keeps a control open that a newer check moves to another group', async () => {
    const { user, held, queries } = await openApp(
      '/security/3',
      shopWhere(() => 'notAssessed'),
    );
    await user.click(await screen.findByRole('button', { name: 'TLS on every domain' }));
    Object.assign(
      held,
      shopWhere((id) => (id === 'ENC-01' ? 'pass' : 'notAssessed')),
    );
    await queries.invalidateQueries();
    expect(await screen.findByRole('heading', { level: 2, name: 'Passed: 1' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'TLS on every domain' }).getAttribute('aria-expanded')).toBe('true');
  });

  it('opens the control that the address names', async () => {
    await openApp('/security/3#ENC-01');
    const button = await screen.findByRole('button', { name: 'TLS on every domain' });
    await waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('true'));
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it('says what is missing and asks for the permission in place', async () => {
    const { user, told } = await openApp(
      '/security/3#ENC-06',
      shopWhere(() => 'notAssessed'),
    );
    const ask = await screen.findByRole('button', { name: 'Allow reading' });
    expect(screen.getByText('Shopify did not let us read this: Theme files. We need your permission.')).toBeTruthy();
    await user.click(ask);
    expect(told.askedScopes).toEqual([['read_themes']]);
  });

  it('shows what only Shopify can change as such', async () => {
    await openApp(
      '/security/3',
      shopWhere(() => 'fail'),
    );
    const row = (await screen.findByRole('button', { name: 'Old TLS refused' })).closest('.Polaris-Box');
    expect(within(row as HTMLElement).getByText('Shopify sets this')).toBeTruthy();
  });

  it('says of a number that was not confirmed that it was not', async () => {
    await openApp('/security/1#EDU-01');
    expect(await screen.findByText('EAM · ACIM (Number not confirmed)')).toBeTruthy();
  });

  it('gives the written reason where no check looks', async () => {
    await openApp('/security/9#BRP-01', { security: aSecurityBoard(() => 'none') });
    expect(await screen.findByText('Prahari keeps no breach plan yet, so there is nothing to judge by.')).toBeTruthy();
  });

  it.each(['11', '0', '1.5', 'two', '%3Cimg%3E'])('has no step %s', async (step) => {
    await openApp(`/security/${step}`);
    expect(await screen.findByRole('heading', { level: 1, name: 'Page not found' })).toBeTruthy();
  });
});

describe('a statement', () => {
  const open = async (parts: Parameters<typeof openApp>[1] = {}) => {
    const app = await openApp('/security/4#PWD-05', { ...shopWhere(() => 'notAssessed'), ...parts });
    await screen.findByText('Does your team keep passwords in a password manager?');
    return app;
  };

  it('is asked with what a yes means, kept, and shown with its end', async () => {
    const { user, held, told } = await open();
    await user.click(await screen.findByRole('button', { name: /^Answer: Does your team/ }));
    await user.click(screen.getByRole('button', { name: 'Save answer' }));
    expect(await screen.findByText('Choose an answer.')).toBeTruthy();
    expect(held.questions.every(({ answer }) => answer === null)).toBe(true);

    await user.click(screen.getByRole('radio', { name: 'Yes' }));
    await user.click(screen.getByRole('button', { name: 'Save answer' }));
    expect(
      await screen.findByText('Yes, said on 22 Nov 2026 by user 1001. Counts until 20 Feb 2027.', undefined, {}),
    ).toBeTruthy();
    expect(told.toasts.map(({ words }) => words)).toEqual(['Answer saved']);
    expect(screen.getByText('A check that judges your answer starts by itself within a minute.')).toBeTruthy();
  });

  it('can be taken back, and the taking back undone', async () => {
    const questions = someQuestions({
      questionId: 'password-manager',
      answer: 'no',
      statedAt: '2026-11-01T06:30:00.000Z',
      expiresAt: '2027-11-01T06:30:00.000Z',
      statedBy: '1001',
    });
    const { user, held, told } = await open({ questions });
    await user.click(await screen.findByRole('button', { name: /^Change answer/ }));
    await user.click(await screen.findByRole('button', { name: 'Take the answer back' }));
    expect(await screen.findByText('Nobody has answered yet.')).toBeTruthy();
    told.toasts.at(-1)?.undo?.();
    await waitFor(() =>
      expect(held.questions.find(({ questionId }) => questionId === 'password-manager')?.answer).toBe('no'),
    );
  });

  it('says that an answer has ended', async () => {
    const questions = someQuestions({
      questionId: 'password-manager',
      answer: 'yes',
      statedAt: '2020-01-01T06:30:00.000Z',
      expiresAt: '2020-12-31T06:30:00.000Z',
      statedBy: null,
    });
    await open({ questions });
    expect(await screen.findByText('Yes, said on 1 Jan 2020. Ended on 31 Dec 2020: answer again.')).toBeTruthy();
  });

  it('sends a paper after the answer; a wrong one is refused before anything is sent', async () => {
    const uploads = fakeUploads();
    const { user, held } = await open();
    await user.click(await screen.findByRole('button', { name: /^Answer: Does your team/ }));
    await user.click(screen.getByRole('radio', { name: 'Yes' }));
    const field = document.querySelector('input[type="file"]') as HTMLInputElement;
    await user.upload(field, new File([''], 'empty.pdf', { type: 'application/pdf' }));
    expect(await screen.findByText('This file is empty. Choose another one.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save answer' }));
    expect([uploads.length, held.questions.some(({ answer }) => answer !== null)]).toEqual([0, false]);

    await user.upload(field, new File(['%PDF-1.7'], 'policy.pdf', { type: 'application/pdf' }));
    expect(await screen.findByText('Chosen: policy.pdf, 1 KB')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save answer' }));
    await waitFor(() => expect(uploads.map(({ file }) => file.name)).toEqual(['policy.pdf']));
  });

  it('adds a paper to an answer that still counts, and leaves its day as it was', async () => {
    const uploads = fakeUploads();
    const statedAt = '2026-11-01T06:30:00.000Z';
    const questions = someQuestions({
      questionId: 'password-manager',
      answer: 'yes',
      statedAt,
      expiresAt: '2099-11-01T06:30:00.000Z',
      statedBy: '1001',
    });
    const { user, held } = await open({ questions });
    await user.click(await screen.findByRole('button', { name: /^Change answer/ }));
    const field = document.querySelector('input[type="file"]') as HTMLInputElement;
    await user.upload(field, new File(['%PDF-1.7'], 'policy.pdf', { type: 'application/pdf' }));
    await user.click(screen.getByRole('button', { name: 'Save answer' }));
    await waitFor(() => expect(uploads.map(({ file }) => file.name)).toEqual(['policy.pdf']));
    expect(held.questions.find(({ questionId }) => questionId === 'password-manager')?.statedAt).toBe(statedAt);
  });

  it.each([
    [415, 'This is not a PDF, PNG or JPEG file. Save it as one of these and choose it again.'],
    [413, 'This file has more than 5 MB. Make it smaller or choose another one.'],
    [409, /^There is no room left for files of your shop/],
    [429, 'Two other files are on their way. Send this one after them.'],
    [500, /^The server has a problem/],
  ])('stays open with the reason when the server answers %i to a paper', async (status, words) => {
    fakeUploads({ status, problem: { type: 'x', title: 'No.', status } });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: /^Answer: Does your team/ }));
    await user.click(screen.getByRole('radio', { name: 'Yes' }));
    const field = document.querySelector('input[type="file"]') as HTMLInputElement;
    await user.upload(field, new File(['%PDF-1.7'], 'policy.pdf', { type: 'application/pdf' }));
    await user.click(screen.getByRole('button', { name: 'Save answer' }));
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save answer' })).toBeTruthy();
  });

  it('is for managers: a viewer reads it', async () => {
    await open({ home: VIEWER });
    expect((await screen.findByRole('button', { name: /^Answer: Does your team/ })).getAttribute('aria-disabled')).toBe(
      'true',
    );
  });

  it.each(['en-IN', 'hi-IN'])('is sound for axe when open, in %s', async (locale) => {
    const { container, user } = await openApp(
      '/security/4#PWD-05',
      shopWhere(() => 'notAssessed'),
      locale,
    );
    await user.click(
      (await screen.findAllByRole('button', { name: /password manager|पासवर्ड मैनेजर में/ })).at(-1) as HTMLElement,
    );
    await screen.findAllByRole('radio');
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('the theme as it was accepted', () => {
  it('lists what changed and is accepted after a question', async () => {
    const { user, held } = await openApp('/security/5');
    expect(await screen.findByText(/^2 files of Surahi Dawn changed since/)).toBeTruthy();
    const table = screen.getByRole('table', { name: 'Your theme as you accepted it' });
    expect(within(table).getByRole('rowheader', { name: 'snippets/offer.liquid' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Accept theme' }));
    expect(screen.getByText(/^From then on every other version/)).toBeTruthy();
    expect(held.baseline.changes).toHaveLength(2);
    await user.click(screen.getAllByRole('button', { name: 'Accept theme' }).at(-1) as HTMLElement);
    expect(await screen.findByText(/^Nothing changed in Surahi Dawn/)).toBeTruthy();
  });

  it('offers nothing to accept while the theme cannot be read', async () => {
    await openApp('/security/5', { baseline: { acceptedAt: null, themeName: null, changes: null } });
    expect(await screen.findByText(/^The last check could not read the theme/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Accept theme' })).toBeNull();
  });
});
