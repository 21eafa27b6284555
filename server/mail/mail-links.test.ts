import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { testClock } from '../../test/product.ts';
import { KeyRing } from '../store/key-ring.ts';
import { MAIL_SESSION_S, mailLinks, type MailGrant } from './mail-links.ts';

const KEY = `k2:${randomBytes(32).toString('base64')}`;
const OLD = `k1:${randomBytes(32).toString('base64')}`;
const clock = testClock();
const links = mailLinks({ ring: KeyRing.parse(`${KEY},${OLD}`), clock });
const GRANT: MailGrant = {
  purpose: 'acknowledge',
  shop: 'marigold.myshopify.com',
  readerId: '0123456789abcdef01234567',
  about: '0123456789abcdef01234568',
};
const PURPOSES = ['confirm', 'acknowledge', 'stop-alerts', 'stop-weekly'] as const;

it.each(PURPOSES)('a link to %s says what it grants, and so does the cookie', (purpose) => {
  const grant = {
    ...GRANT,
    purpose,
    about: purpose === 'confirm' ? '1' : purpose === 'acknowledge' ? GRANT.about : null,
  };
  expect(links.readLink(links.link(grant))).toEqual(grant);
  expect(links.readPage(links.page(grant))).toEqual(grant);
});

it('fits into what the page takes, whatever the shop is called', () => {
  const long = { ...GRANT, shop: `${'a'.repeat(63)}.myshopify.com` };
  expect(links.link(long).length).toBeLessThanOrEqual(400);
  expect(links.link(GRANT)).toMatch(/^[A-Za-z0-9._-]+$/);
});

it('L5: neither of the two passes for the other', () => {
  expect(links.readPage(links.link(GRANT))).toBeNull();
  expect(links.readLink(links.page(GRANT))).toBeNull();
});

describe('L1: a token that was altered', () => {
  const token = links.link(GRANT);
  const parts = token.split('.');
  const swapped = parts.map((_, place) => {
    const copy = [...parts];
    copy[place] =
      ['k1', 'page', 'confirm', 'jasmine', 'f'.repeat(24), 'f'.repeat(24), '9999999999', 'A'.repeat(43)][place] ?? '';
    return [copy.join('.')];
  });
  it.each([
    ...swapped,
    [''],
    [`${token}.`],
    [`.${token}`],
    [token.slice(0, -1)],
    [`${token}\n`],
    [token.toUpperCase()],
    ['a'.repeat(5_000)],
  ])('grants nothing: %j', (altered) => {
    expect(links.readLink(altered)).toBeNull();
    expect(links.readPage(altered)).toBeNull();
  });
});

it('is over when its time is', () => {
  const days = (count: number) => count * 24 * 60 * 60 * 1_000;
  const later = testClock();
  const own = mailLinks({ ring: KeyRing.parse(KEY), clock: later });
  const tokens = PURPOSES.map((purpose) => own.link({ ...GRANT, purpose }));
  const page = own.page(GRANT);
  const live = () => tokens.map((token) => own.readLink(token) !== null);
  later.pass((MAIL_SESSION_S + 1) * 1_000);
  expect([own.readPage(page), live()]).toEqual([null, [true, true, true, true]]);
  later.pass(days(14));
  expect(live()).toEqual([false, false, true, true]);
  later.pass(days(386));
  expect(live()).toEqual([false, false, false, false]);
});

it('outlives a turn of the ring, until the key is dropped', () => {
  const before = mailLinks({ ring: KeyRing.parse(OLD), clock }).link(GRANT);
  expect(links.readLink(before)).toEqual(GRANT);
  expect(mailLinks({ ring: KeyRing.parse(KEY), clock }).readLink(before)).toBeNull();
});
