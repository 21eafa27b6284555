import { describe, expect, it } from '@jest/globals';
import { bannedWordsIn, longSentencesIn, placesIn } from '../../../test/writing-rules.ts';
import type { Text } from '../../text.ts';
import { ALERT_COUNTS, ALERT_TEXTS, KIND_NAMES, SEVERITY_NAMES } from './alert-texts.ts';
import { INVITATION_TEXTS, invitationLetter } from './invitation-letter.ts';
import { indianMoment } from './moment-text.ts';
import { VISIT_TEXTS, visitLetter } from './visit-letter.ts';

const ALL: readonly Text[] = [
  ...[ALERT_TEXTS, INVITATION_TEXTS, VISIT_TEXTS, KIND_NAMES, SEVERITY_NAMES].flatMap((texts) =>
    Object.values<Text>(texts),
  ),
  ...Object.values(ALERT_COUNTS).flatMap(({ one, other }) => [one, other]),
];

describe('texts of letters', () => {
  it.each(ALL.map((text) => [text.en, text] as const))('%s', (_name, { en, hi }) => {
    expect([bannedWordsIn(en), longSentencesIn(en), placesIn(hi)]).toEqual([[], [], placesIn(en)]);
    expect([hi.includes('!'), hi === hi.normalize('NFC')]).toEqual([false, true]);
  });
});

it.each([
  ['2026-11-22T00:30:00.000Z', '22 Nov 2026, 6:00 am IST', '22 नवंबर 2026, सुबह 6:00 बजे IST'],
  ['2026-11-22T18:29:59.999Z', '22 Nov 2026, 11:59 pm IST', '22 नवंबर 2026, रात 11:59 बजे IST'],
  ['2026-11-22T18:30:00.000Z', '23 Nov 2026, 12:00 am IST', '23 नवंबर 2026, रात 12:00 बजे IST'],
  ['2026-11-22T06:30:00.000Z', '22 Nov 2026, 12:00 pm IST', '22 नवंबर 2026, दोपहर 12:00 बजे IST'],
  ['2028-02-28T22:29:00.000Z', '29 Feb 2028, 3:59 am IST', '29 फ़रवरी 2028, रात 3:59 बजे IST'],
])('%s is %s', (at, en, hi) => {
  expect([indianMoment(at, 'en'), indianMoment(at, 'hi')]).toEqual([en, hi]);
});

describe('M5: an invitation', () => {
  const letter = invitationLetter({
    ...{ language: 'en', shop: 'pay-at-evil-example.myshopify.com', getsAlerts: true, getsWeekly: false },
    confirmUrl: 'https://prahari.example/mail?lang=en#invented',
  });

  it('says our own words, and of the shop what Shopify calls it', () => {
    expect(letter.subject).toBe('Confirm this address for Prahari');
    expect(JSON.stringify(letter)).toContain('pay-at-evil-example\u200C.myshopify\u200C.com');
    expect(JSON.stringify(letter)).not.toContain('evil-example.myshopify.com');
  });

  it('leads to one place of ours alone', () => {
    const links = letter.blocks.flatMap((block) => ('href' in block ? [block.href] : []));
    expect(links).toEqual(['https://prahari.example/mail?lang=en#invented']);
  });
});

it.each(['en', 'hi'] as const)('subjects of letters that say one thing fit into a list of mails: %s', (language) => {
  const places = { language, shop: 'marigold.myshopify.com' };
  const subjects = [
    visitLetter({ ...places, appUrl: 'https://admin.shopify.com/x', asOf: '2026-11-22T00:30:00.000Z' }).subject,
    invitationLetter({ ...places, getsAlerts: true, getsWeekly: true, confirmUrl: 'https://prahari.example/x' })
      .subject,
  ];
  for (const subject of subjects) expect([...subject].length).toBeLessThanOrEqual(50);
});
