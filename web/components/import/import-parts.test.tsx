import { describe, expect, it } from '@jest/globals';
import { AppProvider } from '@shopify/polaris';
import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { openApp } from '../../test/open-app.tsx';
import { MOST_IMPORT_KB } from '../../../core/api/people.ts';
import { LineProblems } from './line-problems.tsx';
import { useListText } from './use-list-text.ts';

const show = (node: ReactNode) => render(<AppProvider i18n={{}}>{node}</AppProvider>);

describe('lines that need a look', () => {
  const problemsOf = (many: number) =>
    show(
      <LineProblems
        title="Lines"
        problems={Array.from({ length: many }, (_, line) => `Line ${line + 1}: no name`)}
        more={(rest) => `and ${rest} more`}
      />,
    ).container;

  it('are nothing where there are none', () => {
    problemsOf(0);
    expect(screen.queryByText('Lines')).toBeNull();
  });

  it.each([
    [1, 1, null],
    [10, 10, null],
    [11, 10, 'and 1 more'],
    [1_000, 10, 'and 990 more'],
  ])('%i: %i are shown', (many, shown, more) => {
    problemsOf(many);
    expect(screen.getAllByRole('listitem')).toHaveLength(shown);
    expect(screen.queryByText(/^and/)?.textContent ?? null).toBe(more);
  });
});

describe('the text of a list', () => {
  it('is handed on up to the size that the server takes, counted in bytes', () => {
    const taken: number[] = [];
    const { result } = renderHook(() => useListText((text) => taken.push(text.length)));
    act(() => result.current.takePasted('a'.repeat(MOST_IMPORT_KB * 1024)));
    expect([taken, result.current.fault]).toEqual([[MOST_IMPORT_KB * 1024], null]);
    act(() => result.current.takePasted('क'.repeat(MOST_IMPORT_KB * 512)));
    expect([taken.length, result.current.fault]).toEqual([1, 'too-large']);
    act(() => result.current.takePasted('a'));
    expect([taken.length, result.current.fault]).toEqual([2, null]);
  });

  it('of a file of another type is asked for anew, and a good one ends the fault', async () => {
    const taken: string[] = [];
    const { result } = renderHook(() => useListText((text) => taken.push(text)));
    act(() => result.current.takeFile(undefined));
    await waitFor(() => expect(result.current.fault).toBe('wrong-type'));
    const content = new TextEncoder().encode('name\n');
    const file = { size: content.length, arrayBuffer: async () => content.buffer } as unknown as File;
    act(() => result.current.takeFile(file));
    await waitFor(() => expect(taken).toEqual(['name\n']));
    expect(result.current.fault).toBeNull();
  });
});

describe.each(['/people/import', '/vendors/import'])('the steps of %s', (address) => {
  it('take the keyboard along', async () => {
    const { container, user } = await openApp(address);
    await user.click(await screen.findByRole('textbox'));
    await user.paste('name,email\nAsha Invented,asha@invented.example\n');
    await user.click(screen.getByRole('button', { name: 'Look at it first' }));
    await screen.findByRole('button', { name: 'Import these' });
    expect(document.activeElement).toBe(container.querySelector('.prahari-place'));
  });
});
