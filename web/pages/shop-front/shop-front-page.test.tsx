import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { aHome } from '../../test/factories.ts';
import { axeFindings } from '../../test/axe.ts';
import { openApp } from '../../test/open-app.tsx';
import { aSeller, aSellerState } from '../../test/seller-factories.ts';

const EMPTY = aSellerState({ shown: null, updatedAt: null, verifiedAsOf: null, suggested: { gstin: aSeller().gstin } });
const SAVE = 'Show these in the shop';

describe('what stands in the shop', () => {
  it('leads to the theme editor for each block, and is clean for screen readers', async () => {
    const { container } = await openApp('/shop-front');
    const add = await screen.findByRole('link', { name: /Add to the cart page/ });
    expect(add.getAttribute('href')).toBe('shopify://admin/themes/current/editor?x=cart');
    expect(add.getAttribute('target')).toBe('_top');
    expect(screen.getByRole('link', { name: /Switch on for other themes/ }).getAttribute('href')).toMatch(/\?x=embed$/);
    expect(screen.getByText(/^The block says “verified”/)).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('asks for a write permission where it is used, one at a time', async () => {
    const { told, user } = await openApp('/shop-front');
    await user.click(await screen.findByRole('button', { name: 'Allow writing it on the order' }));
    await waitFor(() => expect(told.askedScopes).toEqual([['write_orders']]));
  });

  it('shows nothing before all is filled in, and says what is missing beside each field', async () => {
    const { held, user } = await openApp('/shop-front', { seller: EMPTY });
    await user.click(await screen.findByRole('button', { name: SAVE }));
    expect(screen.getAllByText('Fill this in.')).toHaveLength(8);
    const email = screen.getByLabelText('Customer care e-mail');
    await user.type(email, 'nobody');
    expect(screen.getByText('Write an e-mail address.')).toBeTruthy();
    expect(held.seller.shown).toBeNull();
  });

  it('shows the particulars, takes them away, and puts them back', async () => {
    const { held, told, user } = await openApp('/shop-front', { seller: EMPTY });
    for (const [label, value] of [
      ['Legal name of the seller', aSeller().legalName],
      ['Address of the principal place of business', aSeller().address],
      ['Customer care e-mail', aSeller().email],
      ['Customer care phone', aSeller().phone],
      ["Officer's name", aSeller().officerName],
      ["Officer's designation", aSeller().officerTitle],
      ["Officer's e-mail", aSeller().officerEmail],
      ["Officer's phone", aSeller().officerPhone],
    ] as const) {
      await user.type(await screen.findByLabelText(label), value);
    }
    await user.click(screen.getByRole('button', { name: SAVE }));
    await waitFor(() => expect(held.seller.shown).toEqual(aSeller()));
    await user.click(await screen.findByRole('button', { name: 'Take them from the shop' }));
    await waitFor(() => expect(held.seller.shown).toBeNull());
    const [saved, hidden] = told.toasts;
    expect([saved?.words, hidden?.words]).toEqual([
      "Seller's particulars are in the shop",
      "Seller's particulars were taken from the shop",
    ]);
    hidden?.undo?.();
    await waitFor(() => expect(held.seller.shown).toEqual(aSeller()));
  });

  it('keeps what was typed when Shopify does not take it over', async () => {
    const refusal = {
      type: 'not-published',
      title: 'Shopify did not take this setting over.',
      status: 502,
      detail: 'x',
    };
    const { user } = await openApp('/shop-front', { instead: { 'PUT /seller-disclosure': refusal } });
    const name = await screen.findByLabelText('Legal name of the seller');
    await user.type(name, ' and Sons');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Legal name of the seller').value).toMatch(/ and Sons$/);
  });

  it('is not for a viewer to change', async () => {
    await openApp('/shop-front', { home: aHome({ me: { userId: '7', role: 'viewer', language: null } }) });
    const save = await screen.findByRole('button', { name: 'Save' });
    expect(save).toHaveProperty('ariaDisabled', 'true');
  });

  it('speaks Hindi', async () => {
    await openApp('/shop-front', {}, 'hi-IN');
    expect(await screen.findByRole('heading', { name: 'सत्यापित GST विक्रेता' })).toBeTruthy();
  });
});
