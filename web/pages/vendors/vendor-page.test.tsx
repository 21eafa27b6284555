import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { axeFindings } from '../../test/axe.ts';
import { aHome, NOW } from '../../test/factories.ts';
import type { Held } from '../../test/fake-api.ts';
import { fakeUploads } from '../../test/fake-upload.ts';
import { openApp } from '../../test/open-app.tsx';
import { anUnknownVendor, ourOwnVendor, someDetails, someFacts } from '../../test/vendor-factories.ts';
import { aDecisionRow, aScriptBoard, aScriptRow } from '../../../test/script-board.ts';
import { vendorRisk } from '../../../core/vendors/risk.ts';

const ID = 'a'.repeat(24);
const VIEWER = aHome({ me: { userId: '7', role: 'viewer', language: null } });

beforeEach(() => {
  jest.restoreAllMocks();
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse(NOW));
});

async function open(parts: Partial<Held> = {}, id = ID, locale = 'en-IN') {
  const app = await openApp(`/vendors/${id}`, parts, locale);
  await screen.findByRole('heading', { level: 1 });
  return app;
}

const rowsOf = async (name: string) =>
  within(await screen.findByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

describe('a vendor', () => {
  it('says what to do next, and shows the risk term by term', async () => {
    const { container } = await open();
    expect(await screen.findByRole('heading', { name: 'Next: Get a security report' })).toBeTruthy();
    expect(await rowsOf('How the risk comes about')).toEqual([
      expect.stringMatching(
        /^Exposure84%It can read personal data or money matters\. 2 permissions.*before shoppers\.$/,
      ),
      'Assurance0%No paper counts. No contract is on file. No contact is noted.',
      'Stalenessadds 25%Nobody has looked at it yet.',
    ]);
    expect(screen.getByText('A full report or certificate: down to 42')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('tells permissions in plain words, marks what grew, and calls none harmless that it does not know', async () => {
    await open();
    const rows = await rowsOf('Permissions');
    expect(rows[0]).toMatch(/^Read and change: scripts on every page.*write_script_tags.*gravest.*New since approval/);
    expect(rows[1]).toMatch(/^read_dreams.*We do not know this one/);
    expect(rows[2]).toMatch(/^Read: products and collections.*Public anyway/);
  });

  it('shows whom nobody took over with its question, and none of the cards of a partner', async () => {
    await open({}, 'host-vendor');
    expect(await screen.findByRole('heading', { name: 'Is this yours?' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Papers' })).toBeNull();
    expect(
      screen.getByText('Nobody knows its permissions. Look at the app in your admin, then note them with Edit.'),
    ).toBeTruthy();
  });

  it('takes over and approves what was found, with a reason', async () => {
    const { held, told, user } = await open({}, 'host-vendor');
    const yes = await screen.findByRole('button', { name: 'Yes, approve it' });
    await user.click(yes);
    expect(screen.getByText('Write what it is for.')).toBeTruthy();
    expect(screen.getByText('Write who answers for it.')).toBeTruthy();
    expect(screen.getByText('Choose at least one, or that it touches none.')).toBeTruthy();
    expect(screen.getByText('Write a reason of at least 10 characters.')).toBeTruthy();
    expect(held.vendors[1]?.isEntered).toBe(false);
    await user.clear(screen.getByLabelText('Name'));
    await user.type(screen.getByLabelText('Name'), 'Invented Chat');
    await user.type(screen.getByLabelText('What it is for'), 'Chat with shoppers');
    await user.type(screen.getByLabelText('Who answers for it in your shop'), 'Ravi Invented');
    await user.click(screen.getByRole('checkbox', { name: 'Code of your storefront' }));
    await user.type(screen.getByLabelText('Why it may be here'), 'We asked for it');
    await user.click(yes);
    expect(await screen.findByRole('heading', { level: 1, name: 'Invented Chat' })).toBeTruthy();
    expect(held.vendors[1]).toMatchObject({
      isEntered: true,
      owner: 'Ravi Invented',
      dataClasses: ['storefront-code'],
      approval: { reason: 'We asked for it' },
    });
    expect(told.toasts.map(({ words }) => words)).toEqual(['Vendor approved']);
    expect(await screen.findByRole('heading', { name: 'Papers' })).toBeTruthy();
  });

  it('keeps the reason when the approval does not come through', async () => {
    const { held, user } = await open({}, 'host-vendor');
    held.instead = { [`POST /vendors/${'e'.repeat(24)}/approve`]: { type: 'x', title: 'x', status: 500 } };
    await user.type(await screen.findByLabelText('What it is for'), 'Chat');
    await user.type(screen.getByLabelText('Who answers for it in your shop'), 'Ravi');
    await user.click(screen.getByRole('checkbox', { name: 'No data of yours' }));
    await user.type(screen.getByLabelText('Why it may be here'), 'We asked for it');
    await user.click(screen.getByRole('button', { name: 'Yes, approve it' }));
    await waitFor(() => expect(globalThis.location.pathname).toBe(`/vendors/${'e'.repeat(24)}`));
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Why it may be here')).value).toBe('We asked for it');
  });

  it.each([
    ['whose person nobody named', null, 0],
    ['of which all is said', 'Asha Invented', 1],
  ] as const)('%s can be approved at once or not', async (_, owner, approvals) => {
    await open({ vendors: [someDetails({ nextStep: 'approve', owner, approval: null })] });
    const card = (await screen.findByRole('heading', { name: /^Next: Say who answers/ })).closest(
      '.Polaris-ShadowBevel',
    );
    const buttons = within(card as HTMLElement)
      .getAllByRole('button')
      .map(({ textContent }) => textContent);
    expect(buttons.filter((name) => name === 'Approve')).toHaveLength(approvals);
    expect(buttons).toContain('Edit');
  });

  it('edits, and sends only what is new', async () => {
    const { held, user } = await open();
    await user.click(screen.getAllByRole('button', { name: 'Edit' }).at(-1) as HTMLElement);
    await user.type(await screen.findByLabelText('Contact when something happens'), 'security@reviews.example');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(held.vendors[0]?.contact).toBe('security@reviews.example'));
    expect(await screen.findByText('security@reviews.example')).toBeTruthy();
  });

  it('approves again, marks as reviewed, and writes both into the history', async () => {
    const { held, user } = await open();
    await user.click(screen.getByRole('button', { name: 'Approve again' }));
    await user.click(await screen.findByRole('button', { name: 'Approve' }));
    expect(screen.getByText('Write a reason of at least 10 characters.')).toBeTruthy();
    await user.type(screen.getByLabelText('Why it may be here'), 'Still needed');
    await user.click(screen.getByRole('button', { name: 'Approve' }));
    await waitFor(() => expect(held.vendors[0]?.approval?.reason).toBe('Still needed'));
    await user.click(screen.getByRole('button', { name: 'Mark as reviewed' }));
    expect(await screen.findByText('Reviewed (user 1001)')).toBeTruthy();
  });

  it('accepts a high risk until a day within a year, and ends that', async () => {
    const { held, user } = await open();
    await user.click(screen.getByRole('button', { name: 'Accept risk' }));
    await user.type(await screen.findByLabelText('Why it is borne'), 'No other app does this');
    const day = screen.getByLabelText('Until');
    fireEvent.change(day, { target: { value: '2028-01-01' } });
    await user.click(screen.getAllByRole('button', { name: 'Accept risk' }).at(-1) as HTMLElement);
    expect(screen.getByText('Choose a day in the range that is allowed.')).toBeTruthy();
    fireEvent.change(day, { target: { value: '2027-01-31' } });
    await user.click(screen.getAllByRole('button', { name: 'Accept risk' }).at(-1) as HTMLElement);
    expect(await screen.findByText(/Accepted until 31 Jan 2027 by user 1001: No other app does this/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'End acceptance' }));
    await waitFor(() => expect(held.vendors[0]?.acceptedRisk).toBeNull());
  });

  it('asks to accept no risk that is low', async () => {
    const facts = someFacts({ sensitivities: [1], scripts: 'none' });
    await open({ vendors: [someDetails({ facts, risk: vendorRisk(facts) })] });
    expect(screen.queryByRole('heading', { name: 'Accept the risk' })).toBeNull();
  });

  it('notes an incident, on top until it is closed', async () => {
    const { held, user } = await open();
    await user.click(screen.getByRole('button', { name: 'Note an incident' }));
    await user.type(await screen.findByLabelText('What happened'), 'They wrote of a leak');
    await user.click(screen.getByRole('button', { name: 'Note incident' }));
    expect(await screen.findByText('They wrote of a leak')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Close incident of/ }));
    await waitFor(() => expect(held.vendors[0]?.breaches[0]?.closedAt).toBe(NOW));
  });

  it('merges with any other, but not with Shopify or us', async () => {
    const other = someDetails({ id: 'b'.repeat(24), name: 'Invented Firm' });
    const { held, user } = await open({ vendors: [someDetails(), other, anUnknownVendor(), ourOwnVendor()] });
    await user.click(screen.getByRole('button', { name: 'Merge with another' }));
    const into = await screen.findByRole('combobox', { name: 'The same vendor as' });
    expect(
      within(into)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Choose a vendor', 'cdn.nobody.example', 'Invented Firm']);
    await user.selectOptions(into, 'Invented Firm');
    await user.click(screen.getByRole('button', { name: 'Merge' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Invented Firm' })).toBeTruthy();
    expect(held.vendors.map(({ id }) => id)).not.toContain(ID);
  });

  it('removes after a question, with a way back', async () => {
    const { held, told, user } = await open();
    await user.click(screen.getByRole('button', { name: 'Remove from register' }));
    expect(held.vendors).toHaveLength(3);
    await user.click(screen.getAllByRole('button', { name: 'Remove from register' }).at(-1) as HTMLElement);
    expect(await screen.findByRole('heading', { level: 1, name: 'Vendors' })).toBeTruthy();
    expect(held.vendors).toHaveLength(2);
    told.toasts.find(({ words }) => words === 'Vendor removed')?.undo?.();
    await waitFor(() => expect(held.vendors).toHaveLength(3));
    expect(await screen.findAllByRole('link', { name: 'Invented Reviews' })).toHaveLength(2); // register and plot
  });
});

describe('scripts of a vendor', () => {
  const ROWS = [
    aScriptRow({ vendorId: ID, decision: aDecisionRow() }),
    aScriptRow({ identity: 'https://reviews.example/new.js', vendorId: ID, pageKinds: ['cart'] }),
    aScriptRow({ identity: 'https://other.example/x.js' }),
  ];

  it('are those of this one, what waits first, with a way to the page of all', async () => {
    await open({ scripts: aScriptBoard({ items: ROWS, changes: [] }) });
    expect(await rowsOf('Its scripts on your pages')).toEqual([
      'reviews.example/new.jsCartNot decided',
      expect.stringMatching(/Home page and ProductApproved$/),
    ]);
    const link = screen.getByRole('link', { name: 'Scripts of this vendor' });
    expect(link.getAttribute('href')).toBe(`/vendors/scripts?vendor=${ID}`);
  });

  it('may be none', async () => {
    await open({ scripts: aScriptBoard({ items: [], changes: [] }) });
    expect(await screen.findByText('No script of it was seen on your pages.')).toBeTruthy();
  });
});

describe('permissions that nobody knows', () => {
  it.each([
    [[], /^Exposure60%Its permissions are not known\. Its scripts run/],
    [[3], /^Exposure82%Its permissions are not known, so we count with .*It can read personal data/],
  ] as const)('of weights %o', async (sensitivities, words) => {
    const facts = someFacts({ sensitivities });
    await open({ vendors: [someDetails({ facts, risk: vendorRisk(facts), scopes: null, scopesFrom: null })] });
    expect((await rowsOf('How the risk comes about'))[0]).toMatch(words);
  });
});

describe('papers', () => {
  const WITH_PAPERS = someDetails({
    papers: [
      { id: 'p1', kind: 'pci-aoc', validUntil: '2026-12-04', hasFile: true, fileName: 'aoc.pdf', sizeBytes: 2_048 },
      { id: 'p2', kind: 'contract', validUntil: null, hasFile: false, fileName: null, sizeBytes: null },
      { id: 'p3', kind: 'badge', validUntil: '2026-11-21', hasFile: false, fileName: null, sizeBytes: null },
    ],
  });

  it('say in words until when they count', async () => {
    const { container } = await open({ vendors: [WITH_PAPERS] });
    const rows = await rowsOf('Papers');
    expect(rows[0]).toMatch(/^PCI DSS attestation.*Ends in 12 days, on 4 Dec 2026aoc\.pdf · 2 KBDownload/);
    expect(rows[1]).toMatch(/^Data-processing agreementNo endUpload file/);
    expect(rows[2]).toMatch(/Ended 1 day ago, on 21 Nov 2026/);
    expect(await axeFindings(container)).toEqual([]);
  });

  const choose = (name: RegExp, file: File) => {
    const input = document.querySelector('#papers input[type="file"]');
    expect([name, input]).not.toContain(null);
    fireEvent.change(input as HTMLInputElement, { target: { files: [file] } });
  };
  const PDF = new File(['%PDF-1.7 invented'], 'report.pdf', { type: 'application/pdf' });

  it('are noted with their end and their file', async () => {
    const uploads = fakeUploads();
    const { held, user } = await open();
    await user.click(screen.getByRole('button', { name: 'Add paper' }));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Paper' }), 'ISO 27001 certificate');
    fireEvent.change(screen.getByLabelText('Last day on which it counts'), { target: { value: '2028-06-30' } });
    choose(/Choose file/, PDF);
    expect(await screen.findByText('Chosen: report.pdf')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Keep paper' }));
    await waitFor(() => expect(uploads).toHaveLength(1));
    expect(uploads[0]?.address).toBe(`PUT /api/vendors/${ID}/papers/paper-1/file`);
    expect(held.vendors[0]?.papers[0]).toMatchObject({ kind: 'iso-27001', validUntil: '2028-06-30' });
  });

  it('stay noted when the file is refused, with words and a second try', async () => {
    fakeUploads({ status: 415, problem: { type: 'x', title: 'x', status: 415 } });
    const { held, user } = await open();
    await user.click(screen.getByRole('button', { name: 'Add paper' }));
    choose(/Choose file/, PDF);
    await user.click(await screen.findByRole('button', { name: 'Keep paper' }));
    expect(await screen.findByText(/This is not a PDF, PNG or JPEG file/)).toBeTruthy();
    expect(held.vendors[0]?.papers).toHaveLength(1);
    const uploads = fakeUploads();
    choose(/Choose file/, PDF);
    await waitFor(() => expect(uploads).toHaveLength(1));
  });

  it('take no page that calls itself a paper', async () => {
    const uploads = fakeUploads();
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Add paper' }));
    choose(/Choose file/, new File(['<html>'], 'report.pdf', { type: 'text/html' }));
    await waitFor(() => expect(screen.queryByText('Chosen: report.pdf')).toBeNull());
    expect(uploads).toEqual([]);
  });

  it('are removed one by one', async () => {
    const { held, user } = await open({ vendors: [WITH_PAPERS] });
    await user.click(screen.getByRole('button', { name: /^Remove: Marketplace badge/ }));
    await waitFor(() => expect(held.vendors[0]?.papers.map(({ id }) => id)).toEqual(['p1', 'p2']));
  });
});

describe('questions to the vendor', () => {
  const ANSWERED = someDetails({
    questionnaire: {
      linkEndsAt: null,
      versions: [
        {
          version: 2,
          questionsVersion: '2026-11',
          answeredAt: NOW,
          answeredBy: '\u202eAsha <b>',
          answers: [
            { questionId: 'encryption', answer: 'partly', words: 'Since March\n<script>alert(1)</script>' },
            { questionId: 'gone-question', answer: 'no', words: null },
          ],
          reviewedAt: null,
          reviewedBy: null,
        },
      ],
    },
  });

  it('make a link that is shown once and stays out of the address', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Make a link' }));
    const link = await screen.findByLabelText<HTMLInputElement>('Link, shown this once');
    expect(link.value).toBe(`https://prahari.example/vendor-questions#once-${ID}`);
    expect(globalThis.location.href).not.toContain('once-');
    await user.click(await screen.findByRole('button', { name: 'Withdraw link' }));
    await waitFor(() => expect(screen.queryByLabelText('Link, shown this once')).toBeNull());
  });

  it('show answers as text, also to a question that is no longer asked, and take that somebody read them', async () => {
    const { container, held, user } = await open({ vendors: [ANSWERED] });
    await user.click(await screen.findByRole('button', { name: 'Show answers 2' }));
    const rows = await rowsOf('Answers 2, 22 Nov 2026');
    expect(rows[0]).toMatch(/PartlySince March <script>alert\(1\)<\/script>$/);
    expect(rows[1]).toBe('gone-questionNo–');
    expect(container.querySelector('table script')).toBeNull();
    expect(container.textContent).not.toContain('\u202e');
    expect(await axeFindings(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'I have read these' }));
    await waitFor(() => expect(held.vendors[0]?.questionnaire.versions[0]?.reviewedAt).toBe(NOW));
  });

  it('come with a letter in either language', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Letter in Hindi' }));
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Letter')).value).toMatch(/^Namaste/);
    expect(screen.getByLabelText<HTMLInputElement>('Subject').value).toBe('Papers for Surahi Sarees');
  });
});

describe('who may do what', () => {
  it('lets a viewer see all and change nothing', async () => {
    await open({ home: VIEWER });
    expect(await screen.findByText(/You can see everything here, but not change it/)).toBeTruthy();
    for (const name of ['Edit', 'Approve again', 'Mark as reviewed', 'Merge with another', 'Remove from register']) {
      expect([name, screen.getByRole('button', { name }).getAttribute('aria-disabled')]).toEqual([name, 'true']);
    }
    for (const name of ['Add paper', 'Make a link', 'Note an incident', 'Accept risk']) {
      expect([name, screen.getByRole('button', { name }).getAttribute('aria-disabled')]).toEqual([name, 'true']);
    }
  });

  it('asks nothing of us, and nothing of Shopify', async () => {
    await open({}, 'f-prahari');
    expect(await screen.findByText(/We stand in this register like anybody else/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Merge with another' })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Is this yours?' })).toBeNull();
  });

  it.each(['javascript:alert(1)', 'http://reviews.example/privacy', 'data:text/html,x'])(
    'makes no link of %s',
    async (privacyPolicyUrl) => {
      await open({ vendors: [someDetails({ privacyPolicyUrl })] });
      await screen.findByRole('heading', { name: 'What this is' });
      expect(screen.queryByRole('link', { name: /Privacy policy/ })).toBeNull();
    },
  );
});

describe('states', () => {
  it('knows a vendor that is gone', async () => {
    await open({}, 'nobody');
    expect(await screen.findByRole('heading', { name: 'This vendor is no longer here' })).toBeTruthy();
  });

  it('stays of use when the server has a problem', async () => {
    const { held, user } = await open({ instead: { [`GET /vendors/${ID}`]: { type: 'x', title: 'x', status: 500 } } });
    held.instead = {};
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Invented Reviews' })).toBeTruthy();
  });

  it.each([ID, 'host-vendor', 'f-prahari'])('speaks Hindi of %s, and axe finds nothing', async (id) => {
    const { container } = await open({}, id, 'hi-IN');
    expect(await screen.findByRole('heading', { name: 'जोखिम कैसे बना' })).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });
});
