import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { SCRIPT_EVENTS } from '../../../core/api/scripts.ts';
import { PAGE_KINDS } from '../../../core/evidence/storefront.ts';
import { SCRIPT_CHANGES } from '../../../core/scripts/script-change.ts';
import { SCRIPT_ORIGINS } from '../../../core/scripts/script-item.ts';
import { SCRIPT_STANDINGS } from '../../../core/scripts/standing.ts';
import {
  aChangeRow,
  aDecisionRow,
  anOwnScriptRow,
  aScriptBoard,
  aScriptLogRow,
  aScriptRow,
  NEW_HASH,
  OLD_HASH,
  REVIEWS,
} from '../../../test/script-board.ts';
import en from '../../locales/en/scripts.json' with { type: 'json' };
import { axeFindings } from '../../test/axe.ts';
import { aHome, NOW } from '../../test/factories.ts';
import type { Held } from '../../test/fake-api.ts';
import { openApp } from '../../test/open-app.tsx';
import { savedFiles, textOf } from '../../test/saved-files.ts';

const QUEUE = '1 change to decide';

beforeEach(() => {
  jest.restoreAllMocks();
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse(NOW));
});

async function open(parts: Partial<Held> = {}, locale?: string) {
  const app = await openApp('/vendors/scripts', { scripts: aScriptBoard(), ...parts }, locale);
  await screen.findByRole('heading', { level: 1 });
  return app;
}

/** The admin's dialog with this title. */
async function dialogOf(title: string) {
  const modal = await waitFor(() => {
    const found = document.querySelector(`ui-title-bar[title="${title}"]`)?.closest('ui-modal');
    if (!found) throw new Error(`No dialog: ${title}`);
    return found as HTMLElement;
  });
  return within(modal);
}

const viewer = { home: aHome({ me: { userId: '7', role: 'viewer', language: null } }) } as const;

describe('changes to decide', () => {
  it('say what changed, whose it is, where, and since when', async () => {
    const { container } = await open();
    const row = within(await screen.findByRole('table', { name: QUEUE })).getAllByRole('row')[1];
    expect(row?.textContent).toMatch(/cdn\.reviews\.example\/widget\.js.*Invented Reviews/);
    expect(row?.textContent).toMatch(/New\. Nobody has decided on it\..*Home page and Product.*22 Nov 2026/);
    const vendor = within(row as HTMLElement).getByRole('link', { name: 'Invented Reviews' });
    expect(vendor.getAttribute('href')).toMatch(/^\/vendors\/f-/);
    expect(await axeFindings(container)).toEqual([]);
  });

  it.each([
    ['seven days', '2026-11-15T13:10:00.000Z', 0],
    ['longer', '2026-11-15T13:09:59.000Z', 1],
  ])('that wait for %s are overdue or not', async (_, since, marks) => {
    await open({ scripts: aScriptBoard({ changes: [aChangeRow({ since })] }) });
    await screen.findByRole('table', { name: QUEUE });
    expect(screen.queryAllByText('Waits for more than 7 days')).toHaveLength(marks);
  });

  it('are approved with an owner and a reason, and the approval can be taken back', async () => {
    const { held, told, user } = await open();
    await user.click(await screen.findByRole('button', { name: /^Approve cdn\.reviews/ }));
    const dialog = await dialogOf('Approve 1 script');
    await user.click(dialog.getByRole('button', { name: 'Approve' }));
    expect(dialog.getByText('Write who answers for it.')).toBeTruthy();
    expect(dialog.getByText('Write a reason.')).toBeTruthy();
    expect(held.sentDecisions).toEqual([]);
    await user.type(dialog.getByLabelText('Owner'), ' Marketing ');
    await user.type(dialog.getByLabelText('Reason'), 'Shows reviews.');
    await user.click(dialog.getByRole('button', { name: 'Approve' }));
    expect(await screen.findByText('No change waits for a decision')).toBeTruthy();
    expect(held.sentDecisions).toEqual([
      {
        identities: [REVIEWS],
        verdict: 'approved',
        owner: 'Marketing',
        reason: 'Shows reviews.',
        coversNewTexts: false,
      },
    ]);
    expect(told.toasts.at(-1)?.words).toBe('1 script approved');
    told.toasts.at(-1)?.undo?.();
    await waitFor(() => expect(held.scripts.items[0]?.decision).toBeNull());
  });

  it('cover the vendor’s new releases only where somebody says so, and never when rejected', async () => {
    const { held, user } = await open();
    await user.click(await screen.findByRole('button', { name: /^Reject cdn\.reviews/ }));
    let dialog = await dialogOf('Reject 1 script');
    expect(dialog.queryByRole('checkbox')).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    await user.click(await screen.findByRole('button', { name: /^Approve cdn\.reviews/ }));
    dialog = await dialogOf('Approve 1 script');
    await user.type(dialog.getByLabelText('Owner'), 'Marketing');
    await user.type(dialog.getByLabelText('Reason'), 'Shows reviews.');
    await user.click(dialog.getByRole('checkbox', { name: /new releases/ }));
    await user.click(dialog.getByRole('button', { name: 'Approve' }));
    await waitFor(() => expect(held.sentDecisions).toMatchObject([{ coversNewTexts: true }]));
  });

  it('can be decided several at once; one that is gone is not among them', async () => {
    const changes = [
      aChangeRow(),
      aChangeRow({ identity: 'https://b.example/b.js' }),
      aChangeRow({ kind: 'gone', identity: 'https://gone.example/g.js', item: null, decision: aDecisionRow() }),
    ];
    const { held, user } = await open({ scripts: aScriptBoard({ changes }) });
    await user.click(await screen.findByRole('button', { name: 'Choose all' }));
    await user.click(screen.getByRole('button', { name: 'Reject 2 chosen' }));
    const dialog = await dialogOf('Reject 2 scripts');
    await user.type(dialog.getByLabelText('Owner'), 'Marketing');
    await user.type(dialog.getByLabelText('Reason'), 'Nobody knows them.');
    await user.click(dialog.getByRole('button', { name: 'Reject' }));
    await waitFor(() => expect(held.sentDecisions[0]?.identities).toEqual([REVIEWS, 'https://b.example/b.js']));
    await user.click(await screen.findByRole('button', { name: /^Remove decision: gone/ }));
    expect(await screen.findByText('No change waits for a decision')).toBeTruthy();
  });

  it('keep what was typed when the server refuses', async () => {
    const { user } = await open({
      instead: { 'POST /scripts/decisions': { type: 'bad-request', title: 'Not there any more.', status: 400 } },
    });
    await user.click(await screen.findByRole('button', { name: /^Approve cdn\.reviews/ }));
    const dialog = await dialogOf('Approve 1 script');
    await user.type(dialog.getByLabelText('Owner'), 'Marketing');
    await user.type(dialog.getByLabelText('Reason'), 'Shows reviews.');
    await user.click(dialog.getByRole('button', { name: 'Approve' }));
    expect(await dialog.findByRole('alert')).toBeTruthy();
    expect(dialog.getByLabelText<HTMLInputElement>('Owner').value).toBe('Marketing');
  });

  it('are read by a viewer, who decides nothing and takes no file', async () => {
    const { container } = await open(viewer);
    const approve = await screen.findByRole('button', { name: /^Approve cdn\.reviews/ });
    expect(approve.getAttribute('aria-disabled')).toBe('true');
    expect(screen.queryByRole('checkbox')).toBeNull();
    const file = screen.getByRole('button', { name: 'Inventory of scripts as PDF' });
    expect(file.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText(/so they take a manager/)).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('a changed script', () => {
  const changed = aChangeRow({ kind: 'changed', fromHash: OLD_HASH, toHash: NEW_HASH, hasDiff: true });
  const texts = (from: string, to: string) =>
    ({
      state: 'ready',
      from: { hash: OLD_HASH, seenAt: NOW, text: from, isCut: false },
      to: { hash: NEW_HASH, seenAt: NOW, text: to, isCut: false },
    }) as const;

  async function compare(parts: Partial<Held>) {
    const app = await open({ scripts: aScriptBoard({ changes: [changed] }), ...parts });
    await app.user.click(await screen.findByRole('button', { name: /^Compare both texts/ }));
    await screen.findByRole('heading', { name: 'Approved code and code now' });
    return app;
  }

  it('is laid side by side, as text that is told apart without colour', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const { container } = await compare({ scriptDiff: texts('a();\nb();', `a();\n${evil}`) });
    const table = await screen.findByRole('table', { name: 'Approved code and code now' });
    expect([...table.querySelectorAll('del')].map(({ textContent }) => textContent)).toEqual(['b();']);
    expect([...table.querySelectorAll('ins')].map(({ textContent }) => textContent)).toEqual([evil]);
    expect(container.querySelector('img[src="x"]')).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
  });

  it.each([
    ['larger than 200 KB', texts('x'.repeat(300_000), 'y'), /larger than 200 KB/],
    ['no longer kept', { state: 'not-kept', from: null, to: null } as const, /no longer kept/],
    ['not different where it is kept', texts('a', 'a'), /is the same/],
  ])('says so when it is %s', async (_, scriptDiff, words) => {
    await compare({ scriptDiff });
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByRole('table', { name: 'Approved code and code now' })).toBeNull();
  });

  it('is said to be broken for reading when it was written for machines', async () => {
    await compare({ scriptDiff: texts(`${'a();'.repeat(200)}b()`, `${'a();'.repeat(200)}c()`) });
    expect(await screen.findByText(/broken at the ends of statements/)).toBeTruthy();
  });
});

describe('the inventory', () => {
  const items = [
    aScriptRow({ decision: aDecisionRow() }),
    anOwnScriptRow(),
    aScriptRow({
      identity: `https://long.example/${'a'.repeat(80)}/end.js`,
      pageKinds: ['cart'],
      vendorName: 'Invented Long',
    }),
  ];
  const rowsOf = () => within(screen.getByRole('table', { name: 'Inventory' })).getAllByRole('rowheader');

  it('shows each script once, what nobody decided first, with who decided and why', async () => {
    await open({ scripts: aScriptBoard({ items, changes: [] }) });
    await screen.findByRole('table', { name: 'Inventory' });
    expect(rowsOf().map((row) => row.textContent?.slice(0, 12))).toEqual([
      'long.example',
      'cdn.reviews.',
      'invented-sho',
    ]);
    expect(screen.getByText('Marketing: Shows reviews under each product.')).toBeTruthy();
    expect(screen.getByText(/3 entries: Your shop 1, A vendor 2/)).toBeTruthy();
  });

  it('shortens an address in its middle, and shows the whole on demand', async () => {
    const { user } = await open({ scripts: aScriptBoard({ items, changes: [] }) });
    const show = await screen.findByRole('button', { name: /^Show whole: long\.example/ });
    expect(screen.queryByText(items[2]?.identity ?? '')).toBeNull();
    await user.click(show);
    expect(screen.getByText(items[2]?.identity ?? '')).toBeTruthy();
  });

  it('is filtered by page, owner, vendor, decision and words, and says when nothing fits', async () => {
    const { user } = await open({ scripts: aScriptBoard({ items, changes: [] }) });
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Page' }), 'Cart');
    expect(rowsOf()).toHaveLength(1);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Decision' }), 'Approved');
    await user.click(await screen.findByRole('button', { name: 'Clear filters' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Whose' }), 'Your shop');
    expect(rowsOf()).toHaveLength(1);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Whose' }), 'Anyone’s'.replace('’', "'"));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Vendor' }), 'Invented Reviews');
    expect(rowsOf()).toHaveLength(1);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Vendor' }), 'All vendors');
    await user.type(screen.getByRole('textbox', { name: 'Search' }), 'UNDER EACH');
    expect(rowsOf()).toHaveLength(1);
  });

  it('lets a decision be removed', async () => {
    const { held, told, user } = await open({ scripts: aScriptBoard({ items, changes: [] }) });
    await user.click(await screen.findByRole('button', { name: /^Remove decision: cdn\.reviews/ }));
    await waitFor(() => expect(told.toasts.map(({ words }) => words)).toEqual(['1 decision removed']));
    expect(held.scripts.items[0]?.decision).toBeNull();
  });
});

describe('what is not seen', () => {
  it.each([
    [false, /They are off by default/],
    [true, /Reports of real browsers are on/],
  ])('is said in plain words, with reports of browsers %s', async (isOn, words) => {
    await open({ scripts: aScriptBoard({ beacon: { isOn, seen: [] } }) });
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryAllByRole('link', { name: 'Switch them on in Settings' })).toHaveLength(isOn ? 0 : 1);
  });

  it.each([
    ['before the first check', { scripts: undefined }, 'Nothing seen yet'],
    [
      'behind a refusal',
      { scripts: aScriptBoard({ reason: 'blocked', pages: [], items: [], changes: [] }) },
      'No page was read',
    ],
  ])('is no empty list that looks fine, %s', async (_, { scripts }, words) => {
    await openApp('/vendors/scripts', scripts ? { scripts } : {});
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByText('No change waits for a decision')).toBeNull();
    expect(screen.queryByText('No script was seen on the pages.')).toBeNull();
  });

  it('names pages that were missed', async () => {
    await open({
      scripts: aScriptBoard({ pages: [{ place: 'invented-shop.example/', kind: 'home', isPartial: true }] }),
    });
    expect(await screen.findByText(/Not read, or only in part: Home page, Collection, Product, Cart/)).toBeTruthy();
  });

  it('says what went wrong and tries again', async () => {
    await openApp('/vendors/scripts', { instead: { 'GET /scripts': 'offline' } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

describe('the log and the files', () => {
  it('come when they are asked for', async () => {
    const { container, user } = await open({
      scriptLog: { rows: [aScriptLogRow(), aScriptLogRow({ kind: 'new', by: 'prahari', reason: null })] },
    });
    await user.click(await screen.findByRole('button', { name: 'Show log' }));
    const rows = within(await screen.findByRole('table', { name: 'Log of changes' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/Approved.*User 901.*Shows reviews/),
      expect.stringMatching(/New.*Prahari.*None/),
    ]);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('are saved in the reader’s language', async () => {
    const files = savedFiles();
    const { told, user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Statement for SAQ A as CSV' }));
    await waitFor(() => expect(told.toasts.map(({ words }) => words)).toEqual(['File saved']));
    expect(await textOf(files[0])).toContain('/scripts/export/saq-a');
  });

  it('speak Hindi', async () => {
    const { container } = await open({}, 'hi-IN');
    expect(await screen.findByRole('heading', { name: '1 बदलाव पर फ़ैसला बाकी' })).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('words', () => {
  it('exist for everything that a script can be', () => {
    const missing = [
      ...PAGE_KINDS.map((kind) => [en.page, kind] as const),
      ...SCRIPT_ORIGINS.map((origin) => [en.origin, origin] as const),
      ...SCRIPT_STANDINGS.map((standing) => [en.standing, standing] as const),
      ...SCRIPT_CHANGES.map((change) => [en.change, change] as const),
      ...SCRIPT_EVENTS.map((event) => [en.log.kinds, event] as const),
    ].flatMap(([texts, key]) => (key in texts ? [] : [key]));
    expect(missing).toEqual([]);
  });
});
