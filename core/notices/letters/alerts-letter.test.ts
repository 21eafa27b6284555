import { describe, expect, it } from '@jest/globals';
import { allNews, aToldAlert, lettersOf, wordsOf } from '../../../test/letters.ts';
import { LANGUAGES } from '../../text.ts';
import type { Letter } from '../letter.ts';
import { alertsLetter } from './alerts-letter.ts';

const PARTING = /\u200C/g;
const plain = (text: string) => text.replace(PARTING, '');
const wordsIn = (letter: Letter) => plain(letter.blocks.flatMap(wordsOf).join('\n'));
const subjectOf = (...told: Parameters<typeof lettersOf>[0]) => alertsLetter(lettersOf(told)).subject;
const staked = aToldAlert({ atStakePaise: 1_420_000 });

describe('the subject says the result', () => {
  it.each([
    ['1 new alert', [aToldAlert()]],
    ['2 new alerts, ₹14,200 GST at stake', [aToldAlert(), staked]],
    ['2 alerts need a look', [aToldAlert(), aToldAlert({ kind: 'woken' })]],
    ['1 alert needs a look', [aToldAlert({ kind: 'graver' })]],
    ['1 critical alert', [aToldAlert({ severity: 'critical' })]],
    ['1 critical alert, 1 more, ₹14,200 GST at stake', [staked, aToldAlert({ severity: 'critical' })]],
    ['1 alert resolved', [aToldAlert({ kind: 'resolved', atStakePaise: 500 })]],
    ['1 new alert', [aToldAlert(), aToldAlert({ kind: 'resolved', severity: 'critical' })]],
    ['1 new alert, ₹0.50 GST at stake', [aToldAlert({ atStakePaise: 50 })]],
    ['1 new alert, ₹1,00,00,000 GST at stake', [aToldAlert({ atStakePaise: 1_000_000_049 })]],
  ])('%s', (subject, told) => expect(subjectOf(...told)).toBe(subject));

  it('in 50 characters at most, whatever there is to say', () => {
    const many = Array.from({ length: 999 }, (_, place) =>
      aToldAlert({ severity: place % 2 ? 'critical' : 'high', atStakePaise: 99_999_999_999 }),
    );
    for (const language of LANGUAGES) {
      const { subject } = alertsLetter(lettersOf(many, { language }));
      expect([...subject].length).toBeLessThanOrEqual(50);
      expect(subject).toMatch(/499/);
    }
  });
});

it('says at the start what state it is, what is due, and the one thing to do', () => {
  const told = [aToldAlert({ dueOn: '2026-12-02' }), { ...staked, dueOn: '2026-11-30', severity: 'critical' as const }];
  const letter = alertsLetter(lettersOf(told));
  expect(plain(letter.preheader)).toBe('First due on 30 Nov 2026 · marigold.myshopify.com');
  expect(letter.blocks.slice(0, 4).map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'facts', 'heading']);
  expect(wordsIn(letter)).toMatch(
    /^1 critical alert, 1 more\nmarigold\.myshopify\.com, as of 22 Nov 2026, 6:00 am IST\.\nGST at stake\n₹14,200\nFirst due\n30 Nov 2026\nDo this first\n/,
  );
});

it('is grouped by control, the gravest first, with a link to each alert', () => {
  const told = [
    aToldAlert({
      checkId: 'security/domain-tls',
      messageId: 'x',
      severity: 'low',
      href: 'https://admin.shopify.com/a',
    }),
    aToldAlert({ severity: 'critical', href: 'https://admin.shopify.com/b' }),
    aToldAlert({ severity: 'medium', href: 'https://admin.shopify.com/c' }),
  ];
  const { blocks } = alertsLetter(lettersOf(told));
  const links = blocks.flatMap((block) => (block.kind === 'link' ? [block.href] : []));
  expect(links).toEqual([
    'https://admin.shopify.com/b',
    'https://admin.shopify.com/c',
    'https://admin.shopify.com/a',
    'https://prahari.example/mail?lang=en#invented',
  ]);
});

it('shows twenty and tells how many more there are', () => {
  const letter = alertsLetter(lettersOf(Array.from({ length: 23 }, () => aToldAlert())));
  expect(letter.blocks.filter(({ kind }) => kind === 'link')).toHaveLength(21);
  expect(wordsIn(letter)).toContain('And 3 more. The app shows all.');
});

it('lets nobody acknowledge who may not, and nothing that is resolved', () => {
  const linksOf = (letter: Letter) => letter.blocks.filter(({ kind }) => kind === 'link');
  expect(linksOf(alertsLetter(lettersOf([aToldAlert()], { acknowledgeUrl: null })))).toHaveLength(1);
  expect(linksOf(alertsLetter(lettersOf([aToldAlert({ kind: 'resolved' })])))).toEqual([]);
});

it('of a check that is gone it tells what is left', () => {
  const letter = alertsLetter(lettersOf([aToldAlert({ checkId: 'security/gone', messageId: 'x' })]));
  expect(wordsIn(letter)).toContain('security/gone');
});

describe('M5: what others wrote', () => {
  const SLY = [
    'Pay at evil.example',
    'https://evil.example/pay',
    'javascript://evil.example',
    'pay@evil.example',
    'www.evil.example\r\nSubject: x',
    '\u202Eelpmaxe.live',
    `${'long '.repeat(40)}evil.example`,
    '27AAPFU0939F1ZV',
  ];

  it.each(SLY.map((words) => [JSON.stringify(words)]))('%s is no link, hides nothing and is short', (json) => {
    const value = JSON.parse(json) as string;
    for (const language of LANGUAGES) {
      for (const told of allNews(value)) {
        const letter = alertsLetter(lettersOf([told], { language }));
        const words = [letter.subject, letter.preheader, letter.because, ...letter.blocks.flatMap(wordsOf)].join('\n');
        expect(words).not.toMatch(/evil\.example|:\/\/|[^\u200C]@|\u202E|\r|AAPFU0939F/);
        expect(letter.subject).not.toMatch(/evil/);
        const sentences = words.split('\n');
        expect(Math.max(...sentences.map((sentence) => [...sentence].length))).toBeLessThanOrEqual(400);
      }
    }
  });

  it('keeps figures as they are', () => {
    const told = aToldAlert({ checkId: 'gst/order-rates', atStakePaise: 123_456_700 });
    const { blocks } = alertsLetter(lettersOf([told]));
    expect(blocks.flatMap(wordsOf)).toContain('High · New · ₹12,34,567 GST at stake');
  });
});
