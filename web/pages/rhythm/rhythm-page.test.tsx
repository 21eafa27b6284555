import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { axeFindings } from '../../test/axe.ts';
import { aHome } from '../../test/factories.ts';
import { openApp } from '../../test/open-app.tsx';
import { aFailedJob, aRhythmBoard } from '../../test/rhythm-factories.ts';

const rowOf = async (name: string) => within(await screen.findByRole('row', { name: new RegExp(`^${name}`) }));

describe('what runs when', () => {
  it('says of each thing when it ran, when it will, and what goes on', async () => {
    const { rows } = aRhythmBoard();
    const rhythm = aRhythmBoard({
      rows: rows.map((row) => {
        if (row.rhythm === 'check') return { ...row, now: 'collecting' as const };
        return row.rhythm === 'people' ? { ...row, lastAt: null, nextAt: null } : row;
      }),
    });
    await openApp('/rhythm', { rhythm });
    const check = await rowOf('Whole check');
    for (const words of ['Every week', '22 Nov 2026, 6:40 pm IST', '24 Nov 2026, 6:40 pm IST', 'Reads your shop']) {
      expect(check.getByText(words)).toBeTruthy();
    }
    const people = await rowOf('People');
    for (const words of ['Not yet', 'No identity provider is connected', 'Nothing runs']) {
      expect(people.getByText(words)).toBeTruthy();
    }
  });

  it('says what failed in words, and has it done again', async () => {
    const failed = [
      aFailedJob(),
      aFailedJob({ id: 'b'.repeat(24), job: 'of-tomorrow', code: 'of-tomorrow', attempts: 1 }),
    ];
    const { held, told, user } = await openApp('/rhythm', { rhythm: aRhythmBoard({ failed }) });
    expect(await screen.findByText('Shopify did not answer.')).toBeTruthy();
    expect(screen.getByText('22 Nov 2026, 6:40 pm IST, after 3 tries')).toBeTruthy();
    expect(screen.getByText('Work in the background')).toBeTruthy();
    expect(screen.getByText('We do not know why yet.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try again: Looking at the main theme' }));
    await waitFor(() => expect(held.rhythm.failed.map(({ isRetried }) => isRetried)).toEqual([true, false]));
    expect(told.toasts.map(({ words }) => words)).toEqual(['It is done again']);
    expect(await screen.findByText('Asked for again')).toBeTruthy();
  });

  it.each([
    [
      'the budget is spent',
      { nextCheckFreeAt: '2026-11-22T13:40:00.000Z', checksLeft: 0 },
      /Again at 22 Nov 2026, 7:10 pm IST/,
    ],
    ['Shopify ended our access', { state: 'needs-visit' as const }, /^Checks wait/],
    ['the shop is closed to apps', { state: 'frozen' as const }, /^Shopify has closed this shop to apps/],
  ])('lets nobody start a check while %s, and says so', async (_name, parts, words) => {
    await openApp('/rhythm', { rhythm: aRhythmBoard(parts) });
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Check now' })).toHaveProperty('ariaDisabled', 'true');
  });

  it('lets viewers read, and not act', async () => {
    await openApp('/rhythm', {
      home: aHome({ me: { userId: '7', role: 'viewer', language: null } }),
      rhythm: aRhythmBoard({ failed: [aFailedJob()] }),
    });
    expect(await screen.findByRole('button', { name: /^Try again/ })).toHaveProperty('ariaDisabled', 'true');
  });

  it('is led to from Settings and from home', async () => {
    await openApp('/settings');
    expect((await screen.findByRole('link', { name: 'Show what runs when' })).getAttribute('href')).toBe('/rhythm');
  });

  it('speaks Hindi, and has nothing for axe to find', async () => {
    const { container } = await openApp('/rhythm', {}, 'hi-IN');
    expect(await screen.findByText('पूरी जाँच')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });
});
