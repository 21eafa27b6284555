import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { axeFindings } from '../../test/axe.ts';
import { aHome } from '../../test/factories.ts';
import { openApp } from '../../test/open-app.tsx';
import { savedFiles, textOf } from '../../test/saved-files.ts';
import { anEvidenceItem, anEvidenceList, someQuestions } from '../../test/security-factories.ts';

const PARTLY = anEvidenceList({
  items: [
    anEvidenceItem({ kind: 'shop', count: null }),
    anEvidenceItem({ kind: 'people', rung: 'export', expiresAt: '2026-12-22T06:30:00.000Z', count: 1_204 }),
    anEvidenceItem({
      kind: 'theme',
      reason: 'not-permitted',
      rung: null,
      missingScopes: ['read_themes'],
      count: null,
    }),
    anEvidenceItem({ kind: 'attestations', reason: 'expired', rung: null, count: null }),
    anEvidenceItem({ kind: 'storefront', reason: 'blocked', rung: null, count: null }),
  ],
});

const rowOf = (name: string) => screen.getByRole('rowheader', { name }).closest('tr') as HTMLElement;

describe('the evidence page', () => {
  it('says of what is missing why, and what to do; it stands in no table of what is known', async () => {
    const { user, told } = await openApp('/security/evidence', { evidence: PARTLY });
    const table = await screen.findByRole('table', { name: 'What is known' });
    const names = within(table)
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent);
    expect(names).toEqual(['Shop settings', 'People and accounts']);
    expect(screen.getByText('Shopify did not let us read this: Theme files. We need your permission.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Allow reading' }));
    expect(told.askedScopes).toEqual([['read_themes']]);
    expect(screen.getByRole('link', { name: 'Let us in: open Settings' }).getAttribute('href')).toBe('/settings');
    await user.click(screen.getByRole('button', { name: 'Answer the question' }));
    expect(await screen.findByRole('radio', { name: 'Yes' })).toBeTruthy();
  });

  it('says how sure, as of when, until when and how many', async () => {
    await openApp('/security/evidence', { evidence: PARTLY });
    await screen.findByRole('table', { name: 'What is known' });
    const cells = within(rowOf('People and accounts'))
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
    expect(cells).toEqual(['Read from a file that you uploaded', '22 Nov 2026, 6:40 pm IST', '22 Dec 2026', '1,204']);
  });

  it('lists every statement with its person and its end, and opens the question', async () => {
    const questions = someQuestions({
      questionId: 'router',
      answer: 'not-applicable',
      statedAt: '2026-11-01T06:30:00.000Z',
      expiresAt: '2027-04-30T06:30:00.000Z',
      statedBy: '1001',
    });
    const { user } = await openApp('/security/evidence', { questions });
    expect(
      await screen.findByText('Does not concern us, said on 1 Nov 2026 by user 1001. Counts until 30 Apr 2027.'),
    ).toBeTruthy();
    await user.click(
      screen.getByRole('button', { name: 'Change answer: Is the router of your office set up safely?' }),
    );
    expect(await screen.findByRole('radio', { name: 'Does not concern us' })).toBeTruthy();
  });

  it('exports the page as it stands; a name of a person cannot become a formula', async () => {
    const files = savedFiles();
    const questions = someQuestions({
      questionId: 'router',
      answer: 'yes',
      statedAt: '2026-11-01T06:30:00.000Z',
      expiresAt: '2027-04-30T06:30:00.000Z',
      statedBy: '\n=cmd()',
    });
    const { user } = await openApp('/security/evidence', { evidence: PARTLY, questions });
    await screen.findByText(/^Yes, said on 1 Nov 2026/);
    await user.click(screen.getAllByRole('button', { name: 'Export as CSV' })[0] as HTMLElement);
    await waitFor(() => expect(files).toHaveLength(1));
    const text = await textOf(files[0]);
    expect(text).toContain('Evidence,How sure,As of,Until,Count,State');
    expect(text).toContain(
      'People and accounts,Read from a file that you uploaded,"22 Nov 2026, 6:40 pm IST",22 Dec 2026',
    );
    expect(text).toContain(`"'Yes, said on 1 Nov 2026 by`);
  });

  it('says that nothing was read yet, and still takes statements', async () => {
    await openApp('/security/evidence', { evidence: { takenAt: null, items: [] } });
    expect(await screen.findByRole('heading', { name: 'Nothing read yet' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'What your shop stated' })).toBeTruthy();
  });

  it('says so when the server does not answer', async () => {
    await openApp('/security/evidence', { instead: { 'GET /evidence': 'offline' } });
    expect(await screen.findByRole('heading', { name: 'You are offline.' })).toBeTruthy();
  });

  it.each(['en-IN', 'hi-IN'])('is sound for axe with gaps, for a viewer, in %s', async (locale) => {
    const home = aHome({ me: { userId: '7', role: 'viewer', language: null } });
    const { container } = await openApp('/security/evidence', { evidence: PARTLY, home }, locale);
    await screen.findAllByRole('table');
    expect(await axeFindings(container)).toEqual([]);
  });
});
