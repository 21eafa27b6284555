import { describe, expect, it } from '@jest/globals';
import { isEmail, normalLogin } from './logins.ts';

describe('a log-in as it is compared', () => {
  it.each([
    [' Priya@Shop.EXAMPLE ', 'priya@shop.example'],
    ['pri\u200Bya@shop.example', 'priya@shop.example'],
    ['Priya.S+diwali@shop.example', 'priya.s+diwali@shop.example'], // another mailbox with most providers
    ["'=priya@shop.example", '=priya@shop.example'], // our own export went through a spreadsheet
    ['', null],
    [' \u202E ', null],
    ['x'.repeat(321), null],
  ])('%j: %j', (text, login) => expect(normalLogin(text)).toBe(login));
});

describe('an address', () => {
  it.each(['a@b.in', 'priya.s+diwali@mail.shop.example', `${'x'.repeat(64)}@shop.example`, 'priya@दुकान.भारत'])(
    '%s is one',
    (text) => expect(isEmail(text)).toBe(true),
  );

  it.each([
    ...['priya', 'priya@', '@shop.example', 'priya@shop', 'a b@shop.example', 'a@b@shop.example', 'a@-shop.example'],
    ...[
      `${'x'.repeat(65)}@shop.example`,
      'a@shop.example,b@shop.example',
      '<a@shop.example>',
      `a@${'x'.repeat(260)}.in`,
    ],
  ])('%s is none', (text) => expect(isEmail(text)).toBe(false));
});
