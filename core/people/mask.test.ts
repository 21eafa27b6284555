import { describe, expect, it } from '@jest/globals';
import { maskLogin, maskName } from './mask.ts';

describe('a log-in', () => {
  it.each([
    ['priya@shop.example', 'pr•••@shop.example'],
    ['abcd@shop.example', 'ab•••@shop.example'],
    ['abc@shop.example', 'a•••@shop.example'], // of a short one the second character would tell too much
    ['a@shop.example', 'a•••@shop.example'],
    ['rajesh.k', 'ra•••'],
    ['9876543210', '98•••'],
    ['प्रिया@shop.example', 'प्रि•••@shop.example'],
    ['a@b@shop.example', 'a•••@shop.example'],
    ['@shop.example', '•••@shop.example'],
    ['', '•••'],
  ])('%s: %s', (login, masked) => expect(maskLogin(login)).toBe(masked));

  it('loses what turns or hides text, and its length', () => {
    expect(maskLogin('pr\u202Eiya@shop.example')).toBe('pr•••@shop.example');
    expect(maskLogin('x'.repeat(10_000))).toBe('xx•••');
  });
});

describe('a name', () => {
  it.each([
    ['Priya Sharma', 'Pr••• S•••'],
    ['Priya', 'Pr•••'],
    ['Om', 'O•••'],
    ['  Priya   Ram  Sharma ', 'Pr••• R••• S•••'],
    ['प्रिया शर्मा', 'प्रि••• श•••'],
    ['A B C D E F', 'A••• B••• C••• D•••'],
    ['', '•••'],
    [' \n ', '•••'],
  ])('%j: %s', (name, masked) => expect(maskName(name)).toBe(masked));
});
