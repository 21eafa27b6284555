import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { axeFindings } from '../../test/axe.ts';
import { anAuditEntry, anAuditPage, someAuditPages } from '../../test/fake-audit.ts';
import { openApp } from '../../test/open-app.tsx';
import { savedFiles, textOf } from '../../test/saved-files.ts';

describe('the audit log', () => {
  it('says who did what, and goes on when asked', async () => {
    const byItself = anAuditEntry({ seq: 1, actor: { kind: 'job', id: null }, action: 'scan.judged', outcome: 'done' });
    const { user } = await openApp('/audit', {
      audit: anAuditPage({ next: 2, total: 2 }),
      olderAudit: anAuditPage({ entries: [byItself], total: 2 }),
    });
    const row = within(await screen.findByRole('row', { name: /^Alerts marked as seen/ }));
    for (const words of ['User 901', 'Asked for']) expect(row.getByText(words)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('row', { name: /^Check finished.*Prahari/ })).toBeTruthy();
    expect(screen.getByText('2 of 2 lines')).toBeTruthy();
  });

  it('shows one kind of actor alone', async () => {
    const { user } = await openApp('/audit');
    await screen.findByRole('row', { name: /^Alerts marked as seen/ });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Who' }), 'Shopify');
    expect(await screen.findByText('Nothing here yet.')).toBeTruthy();
  });

  it('shows a word that this release does not know as it is', async () => {
    await openApp('/audit', { audit: anAuditPage({ entries: [anAuditEntry({ action: 'of.tomorrow' })] }) });
    expect(await screen.findByRole('row', { name: /^of\.tomorrow/ })).toBeTruthy();
  });

  it('T9: tells of somebody who was refused often', async () => {
    await openApp('/audit', { audit: anAuditPage({ refusals: [{ userId: '77', on: '2026-11-22', times: 9 }] }) });
    expect(await screen.findByText('User 77 on 22 Nov 2026: 9 times')).toBeTruthy();
  });

  it('verifies, and says the line to write down', async () => {
    const { user } = await openApp('/audit');
    await user.click(await screen.findByRole('button', { name: 'Verify' }));
    expect(await screen.findByText(/^Whole: 2 lines/)).toBeTruthy();
    expect(screen.getByText(/^Its last line is number 2, abab/)).toBeTruthy();
  });

  it.each([
    ['hash', 'This line was altered.'],
    ['link', 'This line does not follow the one before it.'],
    ['gap', 'Lines before this one are missing.'],
    ['order', 'This line’s number was there before.'],
    ['signature', 'This line is not signed by Prahari.'],
    ['head', 'A line that was there before is not there now.'],
  ] as const)('says how a log is not whole: %s', async (what, words) => {
    const proof = { ...someAuditPages().proof, isWhole: false, broken: { seq: 7, what } };
    const { user } = await openApp('/audit', { proof });
    await user.click(await screen.findByRole('button', { name: 'Verify' }));
    expect(await screen.findByText('Not whole: line 7.')).toBeTruthy();
    expect(screen.getByText(words)).toBeTruthy();
  });

  it.each([
    ['Save evidence pack', 'pack in en'],
    ['Save log as JSON', 'json of 1'],
    ['Save log as CSV', 'csv of 1'],
  ])('%s', async (name, content) => {
    const files = savedFiles();
    const { user } = await openApp('/audit');
    await user.click(await screen.findByRole('button', { name }));
    expect(await screen.findByRole('button', { name })).toBeTruthy();
    expect(await textOf(files[0])).toContain(content);
  });

  it('is led to from Settings', async () => {
    await openApp('/settings');
    expect((await screen.findByRole('link', { name: 'Open the audit log' })).getAttribute('href')).toBe('/audit');
  });

  it('says what to do where the person is not the owner', async () => {
    const problem = { type: 'forbidden', title: 'Your role does not allow this.', status: 403 };
    await openApp('/audit', { instead: { 'GET /audit': problem } });
    expect(await screen.findByRole('heading', { name: 'Audit log' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Verify' })).toBeNull();
  });

  it('speaks Hindi, and has nothing for axe to find', async () => {
    const { container } = await openApp('/audit', {}, 'hi-IN');
    expect(await screen.findByText('अलर्ट देख लिए गए')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });
});
