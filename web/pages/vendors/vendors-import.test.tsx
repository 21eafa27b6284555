import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { axeFindings } from '../../test/axe.ts';
import { aHome } from '../../test/factories.ts';
import type { Held } from '../../test/fake-api.ts';
import { openApp } from '../../test/open-app.tsx';
import { ApiProblem, OfflineProblem } from '../../api/problems.ts';
import { listRefusal } from './list-refusal.ts';

const LIST = 'Invented Chat\nInvented Reviews\nUninstall\n';

async function openAndPaste(parts: Partial<Held> = {}) {
  const app = await openApp('/vendors/import', parts);
  await screen.findByRole('heading', { level: 1, name: 'Import vendors' });
  await app.user.click(await screen.findByRole('textbox', { name: 'The list' }));
  await app.user.paste(LIST);
  await app.user.click(screen.getByRole('button', { name: 'Look at it first' }));
  return app;
}

describe('importing a list of vendors', () => {
  it('shows what would come and which lines need a look, before anything is kept', async () => {
    const { container, held } = await openAndPaste();
    expect(await screen.findByRole('heading', { name: '2 vendors in this list' })).toBeTruthy();
    expect(held.sentVendorLists).toEqual([LIST]);
    expect(screen.getByText('Line 3, “Uninstall”: a word of the page, not a name; left out')).toBeTruthy();
    expect(screen.getByText('Columns that we do not know: “Price”.')).toBeTruthy();
    expect(screen.getByText('Added to a vendor that is here')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('imports the same list, says what changed, and takes it back', async () => {
    const { held, told, user } = await openAndPaste();
    await user.click(await screen.findByRole('button', { name: 'Import these' }));
    expect(await screen.findByRole('heading', { name: 'List imported' })).toBeTruthy();
    expect(held.sentVendorLists).toEqual([LIST, LIST]);
    await user.click(screen.getByRole('button', { name: 'Undo this import' }));
    expect(await screen.findByRole('heading', { name: 'Import undone' })).toBeTruthy();
    await waitFor(() => expect(told.toasts.map(({ words }) => words)).toEqual(['Import undone']));
  });

  it('goes back to the list as it was pasted, to mend a line', async () => {
    const { user } = await openAndPaste();
    await user.click(await screen.findByRole('button', { name: 'Change the list' }));
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'The list' })).value).toBe(LIST);
  });

  it('says why nothing of a list can be taken, and keeps what was pasted', async () => {
    const problem = { type: 'bad-request', title: 'no', status: 400, fields: { text: 'too_many_lines' } };
    await openAndPaste({ instead: { 'POST /vendors/import/preview': problem } });
    expect(await screen.findByText(/This list has more than 1,000 lines/)).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'The list' }).value).toBe(LIST);
  });

  it('is for managers and owners', async () => {
    await openApp('/vendors/import', { home: aHome({ me: { userId: '7', role: 'viewer', language: null } }) });
    expect(await screen.findByText(/Managers and owners import lists/)).toBeTruthy();
  });
});

describe('a refused list', () => {
  const refused = (status: number, text?: string) =>
    new ApiProblem({ type: 'x', title: 'x', status, ...(text !== undefined && { fields: { text } }) });

  it.each([
    [refused(400, 'empty'), 'empty'],
    [refused(400, 'too_large'), 'too-large'],
    [refused(413), 'too-large'],
    [refused(400, 'too_many_lines'), 'too-many-lines'],
    [refused(400, 'something else'), null],
    [refused(400, 'toString'), null],
    [refused(500), null],
    [new OfflineProblem(), null],
    [null, null],
  ])('%s: %s', (error, words) => {
    expect(listRefusal(error)).toBe(words);
  });
});
