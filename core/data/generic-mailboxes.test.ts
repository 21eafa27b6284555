import { describe, expect, it } from '@jest/globals';
import { isGenericMailbox } from './generic-mailboxes.ts';

describe('a mailbox', () => {
  it.each([
    ...['info@shop.example', 'INFO@shop.example', 'sales2@shop.example', 'customer-care@shop.example'],
    ...['sales.team@shop.example', 'orders+diwali@shop.example', 'no-reply@shop.example', 'accounts'],
  ])('%s is a role’s', (login) => expect(isGenericMailbox(login)).toBe(true));

  it.each([
    ...['priya@shop.example', 'priya.sales@shop.example', 'infosys@shop.example', 'admina@shop.example'],
    ...['42@shop.example', '@shop.example', '', 'it.priya@shop.example'],
  ])('%j is a person’s, or nobody’s', (login) => expect(isGenericMailbox(login)).toBe(false));
});
