import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { axeFindings } from '../../test/axe.ts';
import { aHome, NOW } from '../../test/factories.ts';
import { openApp } from '../../test/open-app.tsx';
import { noDataAtRest } from '../../test/storefront-factories.ts';
import { lineCounter } from './line-counter.ts';
import type { NumberAnswer, NumberQuestion } from './number-messages.ts';
import { MOST_FOUND, runNumbers } from './run-numbers.ts';
import type { Held } from '../../test/fake-api.ts';

/** A number for tests that every card network names. */
const CARD = '4242 4242 4242 4242';
const WHOLE = [CARD, CARD.replaceAll(' ', '')];

/** A worker in this process: jsdom has none. `isHeld` keeps its answers back, as a long file does. */
const workers = { isHeld: false, ended: 0 };
class FakeWorker extends EventTarget {
  #isEnded = false;

  postMessage(question: NumberQuestion): void {
    void runNumbers(question, (answer: NumberAnswer) => {
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

/** jsdom's own Blob cannot be read piece by piece. */
function fileOf(name: string, text: string | Uint8Array, piece = Infinity): File {
  const content = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const file = new File([], name, { type: 'text/csv' });
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < content.length; at += piece)
    pieces.push(content.slice(at, at + Math.min(piece, content.length)));
  Object.defineProperties(file, {
    size: { value: content.length },
    slice: { value: () => ({ arrayBuffer: () => Promise.resolve(content.slice(0, 4).buffer) }) },
    stream: {
      configurable: true,
      value: () => {
        const waiting = [...pieces];
        return {
          getReader: () => ({
            read: () => {
              const value = waiting.shift();
              return Promise.resolve(value ? { value, done: false } : { done: true });
            },
          }),
        };
      },
    },
  });
  return file;
}

async function scan(...files: File[]): Promise<NumberAnswer | undefined> {
  const answers: NumberAnswer[] = [];
  await runNumbers({ files }, (answer) => answers.push(answer));
  return answers.at(-1);
}

async function open(parts: Partial<Held> = {}) {
  const app = await openApp('/stored-numbers', parts);
  await screen.findByRole('heading', { level: 1, name: 'Stored numbers' });
  const choose = async (...files: File[]) => {
    const input = app.container.querySelector<HTMLInputElement>('input[type="file"]');
    if (input) await app.user.upload(input, files);
  };
  return { ...app, choose };
}

describe('a scan of files', () => {
  it('tells kind, file, line and last four, and counts all', async () => {
    const answer = await scan(
      fileOf('a.csv', `note\n\nfine\npaid with ${CARD}\n`),
      fileOf('b.csv', `card: ${CARD}`, 3),
    );
    expect(answer).toEqual({
      kind: 'done',
      result: {
        rows: 4,
        counts: { card: 2, aadhaar: 0, pan: 0 },
        found: [
          { file: 0, line: 4, type: 'card', lastFour: '4242' },
          { file: 1, line: 1, type: 'card', lastFour: '4242' },
        ],
      },
    });
    for (const number of WHOLE) expect(JSON.stringify(answer)).not.toContain(number);
  });

  it('finds the same however the file is cut', async () => {
    const text = `a,b\n${'x,y\n'.repeat(50)}card ${CARD},z\nlast`;
    const whole = await scan(fileOf('a.csv', text));
    for (const piece of [1, 7, 64]) expect(await scan(fileOf('a.csv', text, piece))).toEqual(whole);
  });

  it('shows the first of many, and counts the rest', async () => {
    const answer = await scan(fileOf('a.csv', `card ${CARD}\n`.repeat(MOST_FOUND + 5)));
    expect(answer).toMatchObject({ result: { counts: { card: MOST_FOUND + 5 } } });
    expect(answer?.kind === 'done' && answer.result.found.length).toBe(MOST_FOUND);
  });

  it.each([
    ['a workbook', fileOf('a.csv', new Uint8Array([0x50, 0x4b, 3, 4])), 'spreadsheet'],
    ['nothing', fileOf('a.csv', '\n \n'), 'empty'],
    [
      'a file that went away',
      Object.defineProperty(fileOf('a.csv', 'x'), 'stream', {
        value: () => ({ getReader: () => ({ read: () => Promise.reject(new Error('gone')) }) }),
      }),
      'unreadable',
    ],
  ])('of %s ends with a reason', async (_, file, problem) => {
    expect(await scan(file)).toEqual({ kind: 'failed', problem });
  });
});

describe('lines', () => {
  it('are counted over pieces, those with text apart', () => {
    const lines = lineCounter();
    for (const piece of ['a\n', '\n  ', 'b', '\r\nc']) lines.push(piece);
    expect([0, 2, 3, 7, 8].map((at) => lines.lineAt(at))).toEqual([1, 2, 3, 3, 4]);
    expect(lines.filled()).toBe(3);
  });
});

describe('stored numbers', () => {
  it('says first that nothing leaves the browser, and sends nothing but counts', async () => {
    const { choose, container, held, user } = await open();
    expect(screen.getByText(/Nothing leaves it but the counts/)).toBeTruthy();
    await choose(fileOf('orders.csv', `note\ncard ${CARD}\n`));
    expect(await screen.findByRole('heading', { name: '1 number found' })).toBeTruthy();
    const row = within(screen.getByRole('table', { name: 'Where they stand' })).getAllByRole('row')[1];
    expect(row?.textContent).toBe('Card numberorders.csv2…4242');
    expect(held.sentScans).toEqual([]);
    expect(await axeFindings(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Save the counts' }));
    await waitFor(() => expect(held.sentScans).toEqual([{ rows: 2, counts: { card: 1, aadhaar: 0, pan: 0 } }]));
    expect(await screen.findByRole('table', { name: 'Earlier scans' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Saved' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('can be stopped, and keeps nothing', async () => {
    workers.isHeld = true;
    const { choose, held, user } = await open();
    await choose(fileOf('orders.csv', `card ${CARD}`));
    await user.click(await screen.findByRole('button', { name: 'Stop' }));
    expect(await screen.findByText('Stopped. Nothing was kept.')).toBeTruthy();
    expect(workers.ended).toBe(1);
    expect(held.sentScans).toEqual([]);
  });

  it('removes an earlier scan', async () => {
    const scans = [{ id: 's1', scannedAt: NOW, scannedBy: '1001', rows: 7, counts: { card: 2, aadhaar: 0, pan: 1 } }];
    const { held, user } = await open({ dataAtRest: noDataAtRest({ scans }) });
    await user.click(await screen.findByRole('button', { name: /Remove the scan of 22 Nov 2026/ }));
    await waitFor(() => expect(held.dataAtRest.scans).toEqual([]));
  });

  it('switches the sample on, then asks for the permission in place', async () => {
    const { held, told, user } = await open({ dataAtRest: noDataAtRest({ missingScopes: ['read_orders'] }) });
    expect(screen.queryByRole('button', { name: 'Allow reading orders' })).toBeNull();
    await user.click(await screen.findByRole('button', { name: 'Switch the sample on' }));
    await user.click(await screen.findByRole('button', { name: 'Allow reading orders' }));
    expect(held.dataAtRest.isSampleOn).toBe(true);
    expect(told.askedScopes).toEqual([['read_orders']]);
  });

  it('shows what the sample saw, by its last four, with the way to it', async () => {
    const seen = {
      type: 'aadhaar',
      place: 'order-note',
      lastFour: '2346',
      subject: '#1001',
      adminPath: '/orders/7',
    } as const;
    await open({ dataAtRest: noDataAtRest({ isSampleOn: true, sample: { orders: 250, customers: 0, seen: [seen] } }) });
    const link = await screen.findByRole('link', { name: '#1001' });
    expect(link.getAttribute('href')).toBe('shopify://admin/orders/7');
    expect(screen.getByText('250 orders read, 1 number found. Delete it where it stands.')).toBeTruthy();
  });

  it('lets a viewer scan, but not save, and only the owner switch', async () => {
    const { choose } = await open({ home: aHome({ me: { userId: '7', role: 'viewer', language: null } }) });
    const isOff = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-disabled');
    await screen.findByText('Only the owner of the shop switches this.');
    expect(isOff('Switch the sample on')).toBe('true');
    await choose(fileOf('orders.csv', 'fine'));
    expect(await screen.findByRole('heading', { name: 'No such number found' })).toBeTruthy();
    expect(isOff('Save the counts')).toBe('true');
  });
});
