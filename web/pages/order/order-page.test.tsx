import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { anOrderGst, ORDER_GST_CASES } from '../../../test/order-gst-factories.ts';
import { axeFindings } from '../../test/axe.ts';
import { openApp } from '../../test/open-app.tsx';

const open = (order: ReturnType<typeof anOrderGst>, locale?: string) =>
  openApp('/order?id=1001&shop=marigold.myshopify.com', { orders: { 1001: order } }, locale);

describe('one order, opened from its page in the admin', () => {
  it.each(Object.keys(ORDER_GST_CASES) as (keyof typeof ORDER_GST_CASES)[])('shows what is known: %s', async (name) => {
    const order = ORDER_GST_CASES[name];
    const { container } = await open(order);
    expect((await screen.findAllByText(order.tax.sentence.en)).length).toBeGreaterThan(0);
    for (const { gstin, verdict } of order.buyerNumbers) {
      expect(screen.getAllByText(gstin).length).toBeGreaterThan(0);
      expect(screen.getAllByText(verdict.en).length).toBeGreaterThan(0);
    }
    expect(screen.queryByRole('table') !== null).toBe(order.tax.isJudged);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('reads it anew when asked, and says so', async () => {
    const { held, told, user } = await open(anOrderGst());
    await user.click(await screen.findByRole('button', { name: 'Check again' }));
    await waitFor(() => expect(held.checkedOrders).toEqual(['1001']));
    expect(told.toasts.map(({ words }) => words)).toEqual([`Order ${anOrderGst().name} was read again`]);
  });

  it('says in Hindi what it says in English', async () => {
    const order = anOrderGst();
    await open(order, 'hi-IN');
    expect(await screen.findByText(order.tax.sentence.hi)).toBeTruthy();
    expect(within(screen.getByRole('main')).getByText('खरीदार का GSTIN')).toBeTruthy();
  });

  it('an order of nobody, or of another shop, is not there', async () => {
    await openApp('/order?id=77');
    expect(await screen.findByRole('button', { name: /Try again/ })).toBeTruthy();
  });

  it.each(['/order', '/order?id=', '/order?id=1;drop', `/order?id=${'9'.repeat(21)}`])(
    '%s names no order',
    async (at) => {
      await openApp(at);
      expect(await screen.findByText('No order was named')).toBeTruthy();
    },
  );
});
