import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { aHostileReport, anEmptyReport, aQuietReport, aReport, aTaxReport } from '../../../test/report-factory.ts';
import { axeFindings } from '../../test/axe.ts';
import { aHome } from '../../test/factories.ts';
import type { Held } from '../../test/fake-api.ts';
import { openApp } from '../../test/open-app.tsx';
import { savedFiles } from '../../test/saved-files.ts';
import type { WeeklyReport } from '../../../core/report/weekly-report.ts';

const VIEWER = aHome({ me: { userId: '7', role: 'viewer', language: null } });

/** A shop that has these reports, newest first. */
function holding(...reports: WeeklyReport[]): Partial<Held> {
  return {
    reportList: {
      weeks: reports.map(({ week, snapshot, verdict }, index) => ({
        ...{ monday: week.monday, sunday: week.sunday, score: snapshot.score },
        ...{ change: verdict.scoreChange, isRunning: index === 0 && reports.length > 1 },
      })),
      nextAt: '2026-11-30T03:30:00.000Z',
    },
    reports: Object.fromEntries(
      reports.map((report) => [report.week.monday, { report, madeAt: '2026-11-23T03:31:00.000Z' }]),
    ),
  };
}

async function openReport(parts: Partial<Held>, address = '/report', locale?: string) {
  const app = await openApp(address, parts, locale);
  await screen.findByRole('heading', { level: 1 });
  return app;
}

const card = (name: string) => {
  const found = screen.getByRole('heading', { name, level: 2 }).closest<HTMLElement>('.Polaris-ShadowBevel');
  if (!found) throw new Error(`No card ${name}`);
  return within(found);
};

describe('the weekly report', () => {
  it('begins with the week in one minute, then what to do, what changed and what is due', async () => {
    await openReport(holding(aReport()));
    await screen.findByRole('heading', { name: 'The week in one minute' });
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings.slice(0, 6)).toEqual([
      ...['The week in one minute', 'Do this first', 'New this week', 'Fixed this week'],
      ...['What to mend, in this order', 'Due in 14 days'],
    ]);
    const minute = card('The week in one minute');
    expect(minute.getByText(/^Worse than last week: new or graver findings/)).toBeTruthy();
    expect(minute.getByText('10 of 100')).toBeTruthy();
    expect(minute.getByText('18 less than last week')).toBeTruthy();
    expect(minute.getByText('37 of 116 checks could run')).toBeTruthy();
    expect(minute.getByText(/never counts as passed/)).toBeTruthy();
  });

  it('shows five of many findings, and all when asked for', async () => {
    const { user } = await openReport(holding(aReport()));
    await screen.findByRole('heading', { name: 'New this week' });
    expect(card('New this week').getAllByRole('row')).toHaveLength(6);
    await user.click(card('New this week').getByRole('button', { name: 'Show all 62: New this week' }));
    expect(card('New this week').getAllByRole('row')).toHaveLength(63);
  });

  it('tells the accountant registrations, tax by State, dates and codes, masked', async () => {
    const { container } = await openReport(holding(aTaxReport()));
    await screen.findByRole('heading', { name: 'For the accountant' });
    const accountant = card('For the accountant');
    expect(accountant.getAllByText('27AAPFUXXXXF1ZV').length).toBeGreaterThan(0);
    expect(accountant.getByText('Suspended')).toBeTruthy();
    expect(
      within(accountant.getByRole('table', { name: 'GST to correct, by State of delivery' })).getByText('₹209'),
    ).toBeTruthy();
    expect(container.textContent).not.toMatch(/\d{2}[A-Z]{5}\d{4}[A-Z]\dZ\w/);
  });

  it('says what could not be assessed and why', async () => {
    await openReport(holding(anEmptyReport()));
    await screen.findByRole('heading', { name: 'What could not be assessed, and why' });
    expect(card('The week in one minute').getByText('No check could be assessed, so there is no score.')).toBeTruthy();
    expect(card('Do this first').getByText(/^Nothing to mend in the 0 checks that ran/)).toBeTruthy();
    expect(card('What could not be assessed, and why').getAllByRole('row').length).toBeGreaterThan(5);
  });

  it('is quiet in a quiet week', async () => {
    await openReport(holding(aQuietReport()));
    expect(await screen.findByText('As last week: nothing new, nothing mended.')).toBeTruthy();
    expect(card('New this week').getByText('Nothing new was found.')).toBeTruthy();
  });

  it('says before the first check what will stand here', async () => {
    await openReport({});
    expect(await screen.findByRole('heading', { name: 'Your first report comes after the first check' })).toBeTruthy();
  });

  it('says that a week has no report, and leads to the newest', async () => {
    const { user } = await openReport(holding(aReport()), '/report/2025-01-06');
    expect(await screen.findByRole('heading', { name: 'There is no report of this week' })).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Open the newest report' }));
    expect(await screen.findByRole('heading', { name: 'The week in one minute' })).toBeTruthy();
  });

  it('goes from week to week, and says which one goes on', async () => {
    const [newest, older] = [aQuietReport(), aReport()];
    const { user } = await openReport(holding(newest, older));
    expect(await screen.findByText(/^This week goes on\./)).toBeTruthy();
    await user.click(screen.getByRole('link', { name: '16 Nov 2026 to 22 Nov 2026' }));
    expect(await screen.findByText(/^Worse than last week/)).toBeTruthy();
    expect(screen.queryByText(/^This week goes on\./)).toBeNull();
  });

  it('says that the server is away, and tries again', async () => {
    const parts = holding(aReport());
    const { held, user } = await openReport({ ...parts, instead: { 'GET /reports': 'offline' } });
    expect(await screen.findByRole('heading', { name: 'You are offline.' })).toBeTruthy();
    held.instead = {};
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'The week in one minute' })).toBeTruthy();
  });

  it.each([
    ['PDF', 'application/pdf'],
    ['CSV', 'text/csv'],
    ['JSON', 'application/json'],
  ])('is saved as %s', async (format, type) => {
    const files = savedFiles();
    const { user, told } = await openReport(holding(aReport()));
    await user.click(await screen.findByRole('button', { name: `Save as ${format}` }));
    await waitFor(() => expect(told.toasts.map(({ words }) => words)).toEqual(['File saved']));
    expect(files.map((file) => file.type.split(';')[0])).toEqual([type]);
  });

  it('is sent now, and says when it was sent a short while ago', async () => {
    const { held, user, told } = await openReport(holding(aReport()));
    await user.click(await screen.findByRole('button', { name: 'Send now' }));
    expect(held.sentReports).toEqual(['2026-11-16']);
    expect(told.toasts.map(({ words }) => words)).toEqual(['Report on its way to 2 places']);
    held.instead = { 'POST /reports/send': { type: 'too-many-requests', title: 'Later.', status: 429 } };
    await user.click(screen.getByRole('button', { name: 'Send now' }));
    expect(await screen.findByText(/was sent less than an hour ago/)).toBeTruthy();
  });

  it('is read by a viewer and sent by nobody but managers', async () => {
    await openReport({ ...holding(aReport()), home: VIEWER });
    const send = await screen.findByRole('button', { name: 'Send now' });
    expect(send.hasAttribute('disabled') || send.getAttribute('aria-disabled') === 'true').toBe(true);
    expect(screen.getByRole('button', { name: 'Save as PDF' }).hasAttribute('disabled')).toBe(false);
  });

  it('shows what others wrote as text', async () => {
    const { container } = await openReport(holding(aHostileReport()));
    await screen.findByRole('heading', { name: 'The week in one minute' });
    expect(container.querySelector('a[href*="evil"], script')).toBeNull();
    expect(/.{20}[\u202A-\u202E\u2066-\u2069].{20}/.exec(container.textContent)).toBeNull();
  });

  it.each(['en-IN', 'hi-IN'])('gives a screen reader nothing to stumble over: %s', async (locale) => {
    const { container } = await openReport(holding(aTaxReport()), '/report', locale);
    await screen.findAllByRole('table');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('is one click from home', async () => {
    const { user } = await openApp('/', holding(aReport()));
    await user.click(await screen.findByRole('link', { name: 'Open the weekly report' }));
    expect(await screen.findByRole('heading', { name: 'The week in one minute' })).toBeTruthy();
  });
});
