import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { axeFindings } from '../../test/axe.ts';
import { openApp } from '../../test/open-app.tsx';
import { emailFault } from './email-fault.ts';

const LIST = 'Email,Full name\nasha@invented-shop.example,Asha Invented\n';

async function openAndPaste() {
  const app = await openApp('/people/import');
  await screen.findByRole('heading', { level: 1, name: 'Import people' });
  await app.user.click(screen.getByRole('textbox'));
  await app.user.paste(LIST);
  await app.user.click(screen.getByRole('button', { name: 'Look at it first' }));
  await screen.findByRole('heading', { name: '2 rows in this list' });
  return app;
}

describe('importing a list of people', () => {
  it('shows what would be taken and what is not in the list, before anything is kept', async () => {
    const { container, held } = await openAndPaste();
    expect(held.sentLists).toEqual([{ csv: LIST, source: 'users-export', service: 'shopify', columns: {} }]);
    expect(screen.getByText(/Not found in this list: Role, Active, .*Second step/)).toBeTruthy();
    expect(screen.getByText('Line 4: no address; the line is left out')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('takes another column when told, and sends the same list', async () => {
    const { held, user } = await openAndPaste();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Second step' }), 'Two-step');
    await waitFor(() => expect(held.sentLists).toHaveLength(2));
    expect(held.sentLists[1]).toMatchObject({ csv: LIST, columns: { secondFactor: 'Two-step', email: 'Email' } });
  });

  it('imports, says what changed, and takes it back', async () => {
    const { held, user } = await openAndPaste();
    await user.click(screen.getByRole('button', { name: 'Import these' }));
    expect(await screen.findByRole('heading', { name: 'List imported' })).toBeTruthy();
    expect(held.sentLists).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Undo this import' }));
    expect(await screen.findByRole('heading', { name: 'Import undone' })).toBeTruthy();
  });

  it('asks which service another list is of', async () => {
    const { held, user } = await openApp('/people/import');
    await user.click(await screen.findByRole('radio', { name: 'Another list' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Accounts of which service?' }), 'flipkart');
    await user.click(screen.getByRole('textbox'));
    await user.paste(LIST);
    await user.click(screen.getByRole('button', { name: 'Look at it first' }));
    await waitFor(() => expect(held.sentLists[0]).toMatchObject({ source: 'csv', service: 'flipkart' }));
  });
});

describe('a typed address', () => {
  it.each([
    ['', false],
    [' asha@shop.example ', false],
    ['asha', true],
    ['asha@shop', true],
    ['asha@@shop.example', true],
    ['as ha@shop.example', true],
  ])('"%s" is at fault: %s', (typed, isFault) => {
    expect(emailFault(typed)).toBe(isFault);
  });
});
