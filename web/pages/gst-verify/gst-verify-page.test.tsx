import { beforeEach, describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { axeFindings } from '../../test/axe.ts';
import { openApp } from '../../test/open-app.tsx';
import type { BulkAnswer, BulkQuestion } from './bulk-messages.ts';
import { runBulk } from './run-bulk.ts';

const GOOD = '27AAPFU0939F1ZV';
const TYPO = '27AAPFUO939F1ZV';
const CYRILLIC = '27АAPFU0939F1ZV';

/** A worker in this process: jsdom has none. `isHeld` keeps its answers back, as a long file does. */
const workers = { isHeld: false, ended: 0 };
class FakeWorker extends EventTarget {
  #isEnded = false;

  postMessage(question: BulkQuestion): void {
    void runBulk(question, (answer: BulkAnswer) => {
      const isShown = !this.#isEnded && (!workers.isHeld || answer.kind === 'progress');
      if (isShown) queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data: answer })));
    });
  }

  terminate(): void {
    this.#isEnded = true;
    workers.ended += 1;
  }
}

beforeEach(() => {
  Object.assign(workers, { isHeld: false, ended: 0 });
  Object.assign(globalThis, { Worker: FakeWorker });
});

async function open(locale = 'en-IN') {
  const app = await openApp('/gst/verify', {}, locale);
  await screen.findByRole('heading', { level: 1, name: locale === 'en-IN' ? 'Check many GSTINs' : 'कई GSTIN जाँचें' });
  const paste = async (text: string) => {
    await app.user.click(screen.getByRole('textbox'));
    await app.user.paste(text);
    await app.user.click(screen.getByRole('button', { name: locale === 'en-IN' ? 'Check these' : 'इन्हें जाँचें' }));
  };
  return { ...app, paste };
}

describe('checking many GSTINs', () => {
  it('says before anything else that no number leaves the browser', async () => {
    await open();
    expect(screen.getByText('Everything is read in this browser. No number leaves it.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Check these' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('judges what was pasted: sums, reasons, rows, suggestions', async () => {
    const { paste, user } = await open();
    await paste([GOOD, TYPO, 'x', CYRILLIC].join('\n'));
    expect(await screen.findByRole('heading', { name: '4 GSTINs checked' })).toBeTruthy();
    expect(screen.getByText('1 could exist, 3 could not.')).toBeTruthy();
    expect(screen.getByText('1 number has letters of another script')).toBeTruthy();
    const rows = within(screen.getByRole('table', { name: 'Rows' }));
    expect(rows.getAllByRole('row')).toHaveLength(5);
    expect(rows.getByText('А (U+0410)')).toBeTruthy();
    expect(rows.getAllByText(GOOD)).toHaveLength(2); // the number itself, and what TYPO may mean
    await user.click(screen.getByRole('button', { name: 'Show them' }));
    expect(rows.getAllByRole('row')).toHaveLength(2);
  });

  it('reads a file that is chosen, and the column that is chosen instead', async () => {
    const { container, user } = await open();
    const input = container.querySelector<HTMLInputElement>('input[type="file"]') as HTMLInputElement;
    // jsdom's own Blob cannot be read piece by piece.
    const file = new File([], 'invented.csv', { type: 'text/csv' });
    const content = new TextEncoder().encode(`Name,GSTIN\n${TYPO},${GOOD}\n`);
    Object.defineProperties(file, {
      size: { value: content.length },
      slice: { value: () => ({ arrayBuffer: () => Promise.resolve(content.slice(0, 4).buffer) }) },
      stream: { value: () => ({ getReader: () => readerOf(content) }) },
    });
    await user.upload(input, file);
    expect(await screen.findByText('1 could exist, 0 could not.')).toBeTruthy();
    expect(screen.getByText('invented.csv')).toBeTruthy();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Column with GSTINs' }), 'Name');
    expect(await screen.findByText('0 could exist, 1 could not.')).toBeTruthy();
  });

  it('can be stopped, and begins anew', async () => {
    workers.isHeld = true;
    const { paste, user } = await open();
    await paste(`${GOOD}\n`);
    await user.click(await screen.findByRole('button', { name: 'Stop' }));
    expect(await screen.findByText('Stopped. Nothing was kept.')).toBeTruthy();
    expect(workers.ended).toBe(1);
    expect(screen.getByRole('textbox')).toBeTruthy();
  });

  it('says what is wrong with a file of another kind', async () => {
    const { container } = await open();
    const input = container.querySelector<HTMLInputElement>('input[type="file"]') as HTMLInputElement;
    // A choice that the browser's own list of kinds would not offer: a drop has no such list.
    fireEvent.change(input, { target: { files: [new File(['%PDF'], 'bill.pdf', { type: 'application/pdf' })] } });
    expect(await screen.findByText(/This kind of file cannot be read/)).toBeTruthy();
  });

  it.each(['en-IN', 'hi-IN'])('axe finds nothing in %s, and the focus is on the result', async (locale) => {
    const { paste, container } = await open(locale);
    await paste([GOOD, TYPO, CYRILLIC, `"${GOOD}`].join('\n'));
    await waitFor(() => expect(container.querySelector('table')).toBeTruthy());
    expect(await axeFindings(container)).toEqual([]);
    expect(document.activeElement?.className).toBe('prahari-place');
  });
});

function readerOf(content: Uint8Array) {
  const pieces = [content];
  return { read: () => Promise.resolve(pieces.length > 0 ? { value: pieces.pop(), done: false } : { done: true }) };
}
