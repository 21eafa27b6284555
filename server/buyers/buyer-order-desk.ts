import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { BuyerOrderGstin, BuyerOrderState } from '../../core/api/buyer-gstin.ts';
import { buyerNumbersOf, recipientAmong } from '../../core/evidence/derived/buyer-gstins.ts';
import { judgeGstin } from '../../core/gst/gstin.ts';
import { maskGstin } from '../../core/gst/mask-gstin.ts';
import { outsideText } from '../collect/parse-evidence.ts';
import { isGranted } from '../collect/granted-scopes.ts';
import { BadRequestError, ConflictError, NotFoundError } from '../errors.ts';
import { askShopify } from './ask-shopify.ts';
import { GIVE_GSTIN, ORDER_OF_BUYER, WHO_ORDERED } from './buyer-documents.ts';
import { NotOpenError } from './buyer-errors.ts';
import { OrderAnswer, whyClosed, type BuyerOrder, type WhyClosed } from './buyer-order.ts';
import type { BuyerParts } from './buyer-parts.ts';
import type { Guest } from './guest.ts';

const PLACE = { namespace: '$app', key: 'checkout_gstin', type: 'single_line_text_field' } as const;
const READS = 'read_orders';
const WRITES = 'write_orders';

const CLOSED: Readonly<Record<WhyClosed, string>> = {
  cancelled: 'This order was cancelled.',
  'kept-by-shop': 'The shop has noted a GSTIN for this order already.',
  invoiced: 'The invoice for this order is written. Ask the shop to change it.',
  'seven-days': 'A GSTIN can be given within seven days of the order. Ask the shop.',
};

const SearchAnswer = z.object({ orders: z.object({ nodes: z.array(z.object({ id: outsideText(100) })).max(1) }) });
const WriteAnswer = z.object({
  metafieldsSet: z.object({
    userErrors: z.array(z.object({ code: outsideText(100).nullish(), message: outsideText(200) })).max(100),
  }),
});

/** Which order, and what shows that it is the guest's: the order's random number, or null where the token names her. */
export type OrderAsked = Pick<BuyerOrderGstin, 'orderId' | 'confirmation'>;

export type BuyerOrderDesk = ReturnType<typeof buyerOrderDesk>;

/** The buyer's own number on her own order. Whoever cannot show that it is hers finds no order. */
export function buyerOrderDesk({ shops, adminFor, audit, changed, clock }: BuyerParts) {
  /** @throws {NotFoundError} there is no such order, or it is not the guest's: alike */
  async function orderOf({ shop, customer }: Guest, { orderId, confirmation }: OrderAsked) {
    const record = await shops.find(shop);
    if (!record || record.status === 'uninstalled') throw new NotFoundError();
    if (!isGranted(record.scopes, READS)) throw new NotOpenError();
    const admin = adminFor(shop);
    const answer = await askShopify(admin, {
      ...{ document: ORDER_OF_BUYER, variables: { id: orderId }, answer: OrderAnswer },
    });
    if (answer === null) throw new NotOpenError();
    const { order } = answer;
    const isHers =
      order !== null &&
      (isSame(confirmation, order.confirmationNumber) ||
        (customer !== null && (await ordered(shop, customer, orderId))));
    if (!isHers) throw new NotFoundError();
    return { order, admin, mayWrite: isGranted(record.scopes, WRITES) };
  }

  async function ordered(shop: string, customer: string, orderId: string): Promise<boolean> {
    const query = `id:${digitsOf(orderId)} customer_id:${digitsOf(customer)}`;
    const found = await askShopify(adminFor(shop), {
      ...{ document: WHO_ORDERED, variables: { query }, answer: SearchAnswer },
    });
    return found?.orders.nodes[0]?.id === orderId;
  }

  function stateOf(order: BuyerOrder, mayWrite: boolean): BuyerOrderState {
    const used = recipientAmong(buyerNumbersOf(order));
    return {
      gstin: used && maskGstin(used.gstin),
      mayGive: mayWrite && whyClosed(order, clock.now()) === null,
    };
  }

  return {
    async state(guest: Guest, asked: OrderAsked): Promise<BuyerOrderState> {
      const { order, mayWrite } = await orderOf(guest, asked);
      return stateOf(order, mayWrite);
    },

    /**
     * Writes the number down beside the order, instead of one that was given here before.
     * @throws {BadRequestError} the number could not exist
     * @throws {ConflictError} it is too late for this order
     * @throws {NotOpenError} the merchant has not allowed it
     */
    async give(guest: Guest, { gstin: typed, ...asked }: BuyerOrderGstin): Promise<BuyerOrderState> {
      const verdict = judgeGstin(typed);
      if (!verdict.ok) throw new BadRequestError('This number could not exist.', { gstin: verdict.reason });
      const { gstin } = verdict;
      const { order, admin, mayWrite } = await orderOf(guest, asked);
      const closed = whyClosed(order, clock.now());
      if (closed !== null) throw new ConflictError(CLOSED[closed], { order: closed });
      if (!mayWrite) throw new NotOpenError();
      if (order.given === gstin) return stateOf(order, mayWrite);

      const line = { actor: { kind: 'link', id: null }, action: 'link.buyer-gstin', subjects: [order.id] } as const;
      await audit.append(guest.shop, { ...line, outcome: 'asked' });
      try {
        const metafields = [{ ownerId: order.id, ...PLACE, value: gstin }];
        const written = await askShopify(admin, {
          ...{ document: GIVE_GSTIN, variables: { metafields }, answer: WriteAnswer },
        });
        const refused = written?.metafieldsSet.userErrors[0];
        if (written === null || refused) throw new NotOpenError(new Error(refused?.code ?? 'denied'));
      } catch (error) {
        await audit.append(guest.shop, { ...line, outcome: 'failed' });
        throw error;
      }
      await changed(guest.shop);
      const buyerGstins = order.buyerGstins.filter(({ place }) => place !== 'checkout-field');
      return stateOf({ ...order, buyerGstins: [...buyerGstins, { place: 'checkout-field', text: gstin }] }, mayWrite);
    },
  };
}

const digitsOf = (gid: string): string => gid.slice(gid.lastIndexOf('/') + 1);

/** In constant time, whatever their lengths. What is not there is like nothing. */
function isSame(told: string | null, kept: string | null): boolean {
  if (!told || !kept) return false;
  const [one, other] = [told, kept].map((text) => createHash('sha256').update(text.trim()).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
