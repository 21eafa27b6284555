import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DeviceReport, PasswordVerdict } from '../../core/api/self-check.ts';
import { sayingIn } from '../link-page/saying.ts';
import '../test/patience.ts';
import { deviceStep } from './device-step.ts';
import { keptStep } from './kept-step.ts';
import type { Judged } from './messages.ts';
import type { PasswordJudge } from './password-judge.ts';
import { passwordStep } from './password-step.ts';
import { TEXTS } from './texts.ts';

const user = userEvent.setup({ delay: null });
const saying = sayingIn(TEXTS, 'en');
const show = (node: HTMLElement) => document.body.replaceChildren(node);

beforeEach(() => document.body.replaceChildren());

describe('a password', () => {
  const judged = (password: string): Judged => ({
    score: password.length > 14 ? 4 : 1,
    lengthClass: password.length > 14 ? '15-or-more' : '8-to-11',
    meetsLeastRule: true,
    weaknesses: password.length > 14 ? [] : ['indian-word', 'date'],
  });
  let sent: PasswordVerdict[];

  function open(over: Partial<PasswordJudge> = {}): HTMLInputElement {
    sent = [];
    const judge: PasswordJudge = {
      judge: async (password) => judged(password),
      isBreached: async () => false,
      end: () => undefined,
      ...over,
    };
    show(passwordStep({ saying, judge, send: async (verdict) => void sent.push(verdict) }));
    return screen.getByLabelText<HTMLInputElement>('Password');
  }
  const press = () => user.click(screen.getByRole('button', { name: 'Check and send the result' }));

  it('is judged while it is typed, and told why it is weak', async () => {
    await user.type(open(), 'diwali2025');
    await screen.findByText('1 of 4: guessed quickly');
    screen.getByText(/A name, god, place/);
    screen.getByText('A date or a year');
    await user.type(screen.getByLabelText('Password'), 'teal-otter');
    await screen.findByText('4 of 4: strong');
    expect(screen.queryByText('A date or a year')).toBeNull();
  });

  it('leaves as a verdict alone, and its field is empty before it goes', async () => {
    const field = open();
    await user.type(field, 'teal-otter-cabinet');
    await press();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent).toEqual([{ score: 4, lengthClass: '15-or-more', isBreached: false, engineVersion: '4.2.0' }]);
    expect(field.value).toBe('');
  });

  it('goes without a word of breaches when the list could not be asked', async () => {
    await user.type(open({ isBreached: async () => null }), 'teal-otter-cabinet');
    await press();
    await waitFor(() => expect(sent.map(({ isBreached }) => isBreached)).toEqual([null]));
  });

  it('is asked for when there is none', async () => {
    open();
    await press();
    screen.getByText('Type a password first.');
    expect(sent).toEqual([]);
  });

  it('that the browser cannot judge is not sent', async () => {
    const field = open({ judge: () => Promise.reject(new Error('the worker stopped')) });
    await user.type(field, 'teal');
    await press();
    await screen.findByText(/could not do the check/);
    expect(sent).toEqual([]);
  });

  it('is hidden until its owner shows it, and no browser is asked to keep it', async () => {
    const field = open();
    expect([field.type, field.autocomplete, field.name]).toEqual(['password', 'off', '']);
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(field.type).toBe('text');
  });
});

describe('a device', () => {
  it('is sent once all four questions are answered', async () => {
    const sent: DeviceReport[] = [];
    const seen = { browser: { name: 'firefox', majorVersion: 149 }, operatingSystem: null } as const;
    show(deviceStep({ saying, seen, send: async (report) => void sent.push(report) }));
    screen.getByText('Firefox 149');
    const groups = screen.getAllByRole('group');
    for (const group of groups.slice(1)) await user.click(within(group).getByLabelText('Yes'));
    await user.click(screen.getByRole('button', { name: 'Send' }));
    screen.getByText('Answer all four questions first.');
    await user.click(within(groups[0] as HTMLElement).getByLabelText('Not sure'));
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(sent).toEqual([
      { ...seen, answers: { diskEncryption: 'unsure', screenLock: 'yes', systemUpdates: 'yes', antiMalware: 'yes' } },
    ]);
  });
});

describe('what was kept', () => {
  const verdict = { score: 1, lengthClass: '8-to-11', engineVersion: '4.2.0' } as const;
  const at = '2026-11-22T10:30:00.000Z';

  it.each([
    [true, 'Yes'],
    [false, 'No'],
    [null, 'not checked: the list could not be reached'],
  ])('of a password, breached %s, is told word for word', (isBreached, words) => {
    show(keptStep({ purpose: 'password', checkedAt: at, ...verdict, isBreached }, saying));
    const told = [...document.querySelectorAll('dd')].map(({ textContent }) => textContent);
    expect(told.slice(0, 4)).toEqual(['1 of 4: guessed quickly', '8 to 11 characters', words, '4.2.0']);
    expect(told[4]).toContain('22 November 2026');
    expect(screen.queryByText(/Choose another password/) !== null).toBe(isBreached === true);
  });
});
