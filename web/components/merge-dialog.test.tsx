import { describe, expect, it } from '@jest/globals';
import { AppProvider } from '@shopify/polaris';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { createTexts } from '../i18n/start.ts';
import { fakeAdmin } from '../test/fake-admin.ts';
import { MergeDialog } from './merge-dialog.tsx';

const user = userEvent.setup({ delay: null });

async function open(others: readonly { id: string; name: string }[] | undefined): Promise<string[]> {
  const merged: string[] = [];
  fakeAdmin('en-IN');
  render(
    <I18nextProvider i18n={await createTexts('en')}>
      <AppProvider i18n={{}}>
        <MergeDialog
          {...{ title: 'Merge?', words: 'This one goes.', action: 'Merge', into: 'Same as', choose: 'Choose one' }}
          {...{ others, nobody: 'There is nobody else.', isBusy: false, error: null }}
          onMerge={(into) => merged.push(into)}
          onClose={() => undefined}
        />
      </AppProvider>
    </I18nextProvider>,
  );
  return merged;
}
const press = () => user.click(screen.getByRole('button', { name: 'Merge' }));

describe('merging two rows', () => {
  it('asks into which, before anything is sent', async () => {
    const merged = await open([{ id: 'b', name: 'Bina' }]);
    await press();
    expect(merged).toEqual([]);
    expect(screen.getAllByText('Choose one').length).toBeGreaterThan(1);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Same as' }), 'Bina');
    await press();
    expect(merged).toEqual(['b']);
  });

  it.each([
    ['while they come', undefined, null],
    ['where there is nobody', [], 'There is nobody else.'],
  ])('%s', async (_when, others, words) => {
    const merged = await open(others);
    await press();
    expect([merged, screen.queryByText(/nobody else/)?.textContent ?? null]).toEqual([[], words]);
  });
});
