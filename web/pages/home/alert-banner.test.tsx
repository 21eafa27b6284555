import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { aHome, NOW } from '../../test/factories.ts';
import { openApp } from '../../test/open-app.tsx';
import { KEYS } from '../../api/keys.ts';

const SINCE = '2026-11-20T13:10:00.000Z';
const counts = (critical: number) => ({ critical, high: 2, medium: 0, low: 0, info: 1 });
const news = aHome({ openBySeverity: counts(0), news: { count: 2, since: SINCE } });
const critical = aHome({ openBySeverity: counts(1), newestCriticalAt: NOW });
const titleOfNews = '2 new alerts since 20 Nov 2026, 6:40 pm IST';
const titleOfCritical = '1 critical alert waits for somebody';

describe('what Home says of alerts', () => {
  it('tells what is new once by a toast, and keeps its banner until it is dismissed', async () => {
    const { held, told, queries, user } = await openApp('/', { home: news });
    expect(await screen.findByText(titleOfNews)).toBeTruthy();
    expect(told.toasts.map(({ words }) => words)).toEqual(['2 new alerts']);
    await waitFor(() => expect(held.seen).toBe(1));
    held.home = aHome({ openBySeverity: counts(0) });
    await queries.invalidateQueries({ queryKey: KEYS.home });
    expect(screen.getByText(titleOfNews)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'See what is new' }).getAttribute('href')).toBe('/alerts?sort=newest');
    await user.click(screen.getByRole('button', { name: /Dismiss/ }));
    await waitFor(() => expect(screen.queryByText(titleOfNews)).toBeNull());
    expect(told.toasts).toHaveLength(1);
  });

  it('says what is critical and nobody acknowledged, until it is dismissed or another one comes', async () => {
    const { held, queries, user } = await openApp('/', { home: critical });
    expect(await screen.findByText(titleOfCritical)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /Dismiss/ }));
    await waitFor(() => expect(screen.queryByText(titleOfCritical)).toBeNull());
    held.home = aHome({ openBySeverity: counts(2), newestCriticalAt: '2026-11-23T13:10:00.000Z' });
    await queries.invalidateQueries({ queryKey: KEYS.home });
    expect(await screen.findByText('2 critical alerts wait for somebody')).toBeTruthy();
  });

  it('shows one banner at a time, the critical one first', async () => {
    await openApp('/', { home: { ...critical, news: news.news } });
    expect(await screen.findByText(titleOfCritical)).toBeTruthy();
    expect(screen.queryByText(titleOfNews)).toBeNull();
  });

  it('says nothing where nothing is', async () => {
    const { held, told } = await openApp('/', { home: aHome({ openBySeverity: counts(0) }) });
    await screen.findByText('Score 62 of 100');
    expect(screen.queryByRole('button', { name: /Dismiss/ })).toBeNull();
    expect([held.seen, told.toasts]).toEqual([0, []]);
  });

  it('counts what is overdue and the tax at stake', async () => {
    await openApp('/', { home: aHome({ overdueCount: 3, atStakePaise: 14_200_00 }) });
    const link = await screen.findByRole('link', { name: '3 alerts are overdue' });
    expect(link.getAttribute('href')).toBe('/alerts?sort=due');
    expect(screen.getByText('Tax at stake in open alerts: ₹14,200')).toBeTruthy();
  });

  it.each([
    [counts(1), 'Alerts (4)'],
    [{ critical: 0, high: 0, medium: 0, low: 0, info: 0 }, 'Alerts'],
  ])('%j open: the menu says "%s"', async (openBySeverity, words) => {
    const { container } = await openApp('/', { home: aHome({ openBySeverity }) });
    await waitFor(() => expect(container.querySelector('s-app-nav a[href="/alerts"]')?.textContent).toBe(words));
  });
});
