import { describe, expect, it } from '@jest/globals';
import { maskedAddress, mailAddress } from './address.ts';

describe('mailAddress', () => {
  it.each([
    ['asha@shop.example', 'asha@shop.example'],
    ['Asha.Rao+gst@SHOP.Example', 'Asha.Rao+gst@shop.example'], // what stands before the @ is the mailbox's own
    ["o'neil_1@a-b.co.example", "o'neil_1@a-b.co.example"],
    ['a@xn--11b4c3d.xn--h2brj9c', 'a@xn--11b4c3d.xn--h2brj9c'],
    [`${'a'.repeat(64)}@shop.example`, `${'a'.repeat(64)}@shop.example`],
  ])('%s', (typed, address) => expect(mailAddress(typed)).toBe(address));

  it.each([
    ['nothing', ''],
    ['no @', 'asha.shop.example'],
    ['two of them', 'asha@evil.example@shop.example'],
    ['no mailbox', '@shop.example'],
    ['no dot behind', 'asha@localhost'],
    ['an address of numbers', 'asha@127.0.0.1'],
    ['a literal', 'asha@[127.0.0.1]'],
    ['a blank', 'asha @shop.example'],
    ['dots in a row', 'asha..rao@shop.example'],
    ['a dot at the end', 'asha.@shop.example'],
    ['a dot behind the host', 'asha@shop.example.'],
    ['a host that begins with "-"', 'asha@-shop.example'],
    ['letters of another script', 'asha@sh\u043ep.example'],
    ['a mailbox in another script', '\u0906\u0936\u093e@shop.example'],
    ['65 characters before the @', `${'a'.repeat(65)}@shop.example`],
    ['255 in all', `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example${'x'.repeat(8)}`],
  ])('%s is none', (_what, typed) => expect(mailAddress(typed)).toBeNull());

  it.each([
    ['M1: a second header', 'asha@shop.example\r\nBcc: victim@corp.example'],
    ['M1: a line end within', 'asha\n@shop.example'],
    ['M1: a line end that Unicode knows', 'asha@shop.example\u2028'],
    ['M2: a quoted name that hides an address', '"asha@evil.example x"@shop.example'],
    ['M2: a list', 'asha@shop.example,ravi@shop.example'],
    ['M2: a list with semicolons', 'asha@shop.example;ravi@shop.example'],
    ['M2: a group', 'all:asha@shop.example;'],
    ['M2: a comment', 'asha(x)@shop.example'],
    ['M2: comments within comments', `asha${'('.repeat(100)}${')'.repeat(100)}@shop.example`],
    ['M2: a name before it', 'Asha <asha@shop.example>'],
    ['M2: a route', '@evil.example:asha@shop.example'],
  ])('%s', (_what, typed) => expect(mailAddress(typed)).toBeNull());

  it('takes no longer over a long text that is none', () => {
    expect(mailAddress(`${'a.'.repeat(100_000)}@`)).toBeNull();
  });
});

it.each([
  ['asha@shop.example', 'a…@shop.example'],
  ['a@shop.example', 'a…@shop.example'],
])('%s is shown as %s', (address, shown) => expect(maskedAddress(address)).toBe(shown));
