import { createHash } from 'node:crypto';

import type { ShopState } from '../shop-state.ts';
import type { ShopCompany } from './commerce-state.ts';

/** A number that stands for a person; the sandbox holds no name of any buyer. */
export type CustomerId = number;

/** Who may buy for a firm, and who may change what it is known by. */
export interface CompanyPerson {
  readonly contactId: number;
  readonly customerId: CustomerId;
  /** As Shopify names its own two roles. */
  readonly role: 'Location admin' | 'Ordering only';
}

const PRIVATE_CUSTOMERS = 400;
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Each firm has two people: the first looks after its place, the second only orders. */
export function peopleOf({ id }: ShopCompany): readonly [CompanyPerson, CompanyPerson] {
  return [
    { contactId: id * 10 + 1, customerId: id * 100 + 1, role: 'Location admin' },
    { contactId: id * 10 + 2, customerId: id * 100 + 2, role: 'Ordering only' },
  ];
}

/** Who placed this order: one of the firm's people, or one of some hundred private buyers who come back. */
export function customerOf(shop: ShopState, number: number, company: ShopCompany | null): CustomerId {
  return company ? peopleOf(company)[0].customerId : shop.id * 1_000 + (number % PRIVATE_CUSTOMERS);
}

/** Firms that this customer buys for, with the part that she has there. */
export function firmsOf(
  shop: ShopState,
  customerId: CustomerId,
): readonly { readonly company: ShopCompany; readonly person: CompanyPerson }[] {
  return shop.commerce.companies.flatMap((company) =>
    peopleOf(company)
      .filter((person) => person.customerId === customerId)
      .map((person) => ({ company, person })),
  );
}

/** Nine letters and figures that look drawn, "XPAV284CT": shown to the buyer, and guessed by nobody. */
export function confirmationNumber(secret: string): string {
  return [...createHash('sha256').update(secret).digest().subarray(0, 9)]
    .map((byte) => LETTERS.charAt(byte % LETTERS.length))
    .join('');
}
