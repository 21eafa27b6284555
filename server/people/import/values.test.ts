import { describe, expect, it } from '@jest/globals';
import { activity, kindOf, momentOf, secondFactorOf, yesNo } from './values.ts';

const NOW = new Date('2026-11-22T06:30:00Z');

describe('yes and no', () => {
  it.each([
    ...['yes', 'Y', 'TRUE', '1', 'Enabled', 'on', 'हाँ', 'हां', 'चालू'].map((cell) => [cell, true] as const),
    ...['no', 'N', 'false', '0', 'disabled', 'Off', 'नहीं', 'Not required'].map((cell) => [cell, false] as const),
    ...['', '?', 'maybe', 'yesterday', '=TRUE()'].map((cell) => [cell, undefined] as const),
  ])('%j: %s', (cell, said) => expect(yesNo(cell)).toBe(said));
});

describe('whether an account is active', () => {
  it.each([
    ['Active', { isActive: true }],
    ['Suspended', { isActive: false }],
    ['deactivated', { isActive: false }],
    ['Pending', { isActive: true, kind: 'invited' }],
    ['Invitation sent', { isActive: true, kind: 'invited' }],
    ['sometimes', {}],
  ])('%s', (cell, said) => expect(activity(cell)).toEqual(said));
});

describe('what kind of account', () => {
  it.each([
    ['Staff', 'regular'],
    ['Collaborator (agency)', 'collaborator'],
    ['SAML user', 'saml'],
    ['Restricted staff', 'restricted'],
    ['Robot', undefined],
  ])('%s: %s', (cell, kind) => expect(kindOf(cell)).toBe(kind));
});

describe('a second factor', () => {
  it.each([
    ['Authenticator app', { secondFactor: 'app' }],
    ['Google_Authenticator', { secondFactor: 'app' }],
    ['SMS', { secondFactor: 'sms' }],
    ['OTP on mobile', { secondFactor: 'sms' }],
    ['Security key', { secondFactor: 'key' }],
    ['Passkey, SMS', { secondFactor: 'key' }], // the account has both
    ['On', { secondFactor: 'unnamed' }],
    ['हाँ', { secondFactor: 'unnamed' }],
    ['Off', { secondFactor: 'none' }],
    ['Not set up', { secondFactor: 'none' }],
    // A rule about somebody is no word about what they have.
    ['Required', { isSecondFactorEnforced: true }],
    ['Not required', { isSecondFactorEnforced: false }],
    ['ask Ramesh', {}],
  ])('%s', (cell, said) => expect(secondFactorOf(cell)).toEqual(said));
});

describe('a moment', () => {
  it.each([
    ['2026-11-20', '2026-11-19T18:30:00.000Z'], // midnight in India
    ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20 10:00 +0530', '2026-11-20T04:30:00.000Z'],
    ['20/11/2026', '2026-11-19T18:30:00.000Z'],
    ['03/04/2026', '2026-04-02T18:30:00.000Z'], // the day first: 3 April
    ['5-1-2026 9:05 PM', '2026-01-05T15:35:00.000Z'],
    ['29/02/2024', '2024-02-28T18:30:00.000Z'],
    ['Never', null],
    ['कभी नहीं', null],
    ['1970-01-01T00:00:00Z', null],
    ['29/02/2026', undefined],
    ['31/11/2026', undefined],
    ['11/22/2026', undefined],
    ['2026-13-01', undefined],
    ['2027-01-01', undefined], // to come
    ['yesterday', undefined],
  ])('%s: %s', (cell, at) => expect(momentOf(cell, NOW)).toBe(at));
});
