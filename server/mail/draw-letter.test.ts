import { describe, expect, it } from '@jest/globals';
import { allNews, lettersOf, wordsOf } from '../../test/letters.ts';
import { bannedWordsIn, longSentencesIn } from '../../test/writing-rules.ts';
import type { Letter, LetterBlock } from '../../core/notices/letter.ts';
import { alertsLetter } from '../../core/notices/letters/alerts-letter.ts';
import { LANGUAGES } from '../../core/text.ts';
import { drawHtml } from './draw-html.ts';
import { drawText } from './draw-text.ts';
import { FOOT_TEXTS } from './letter-foot.ts';

const FOOT = { stopUrl: 'https://prahari.example/mail?lang=en#invented' };
const SLY = `<script>alert(1)</script><img src=x onerror=alert(1)>"'&`;
const EVERY_BLOCK: readonly LetterBlock[] = [
  { kind: 'heading', text: `One ${SLY}` },
  { kind: 'heading', text: `Two ${SLY}` },
  { kind: 'paragraph', text: `Three ${SLY}` },
  { kind: 'paragraph', text: `Four ${SLY}`, isQuiet: true },
  { kind: 'button', text: `Five ${SLY}`, href: 'https://prahari.example/five?a=1&b="2"' },
  { kind: 'link', text: `Six ${SLY}`, href: 'https://prahari.example/six' },
  { kind: 'list', items: [`Seven ${SLY}`, 'Eight'] },
  { kind: 'facts', facts: [[`Nine ${SLY}`, `Ten ${SLY}`]] },
  { kind: 'bar', name: `Eleven ${SLY}`, percent: 72, words: `Twelve ${SLY}` },
  { kind: 'table', columns: [`Thirteen ${SLY}`, 'Fourteen'], rows: [[`Fifteen ${SLY}`, 'Sixteen'], ['Seventeen']] },
];
const letter = (blocks: readonly LetterBlock[]): Letter => ({
  ...{ language: 'en', subject: `Subject ${SLY}`, preheader: `Before ${SLY}`, because: `Because ${SLY}`, blocks },
});

describe('X1: whatever a letter says', () => {
  const html = drawHtml(letter(EVERY_BLOCK), FOOT);

  it('is text in the HTML', () => {
    expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>|"'&/);
    expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(12);
  });

  it('is told in both faces, in the same order', () => {
    const told = [...EVERY_BLOCK.flatMap(wordsOf), `Because ${SLY}`].map((words) => words.split(' ')[0] ?? '');
    const body = html.slice(html.indexOf('<h1'));
    for (const face of [body, drawText(letter(EVERY_BLOCK), FOOT)]) {
      const places = told.map((word) => face.indexOf(word));
      expect(places.every((place) => place >= 0)).toBe(true);
      // Columns of a table stand beside each value in plain text.
      if (face === body) expect(places.toSorted((a, b) => a - b)).toEqual(places);
    }
  });
});

it.each([
  'javascript:alert(1)',
  'http://prahari.example/',
  'data:text/html,x',
  '//evil.example',
  'https://prahari.example@evil.example/',
  'https://a:b@prahari.example/',
  ' ',
  'mailto:x@evil.example',
  'http://localhost.evil.example/',
])('X2: a letter that leads to %j is not drawn', (href) => {
  for (const kind of ['button', 'link'] as const) {
    const wrong = letter([{ kind, text: 'Open', href }]);
    expect(() => drawHtml(wrong, FOOT)).toThrow(TypeError);
    expect(() => drawText(wrong, FOOT)).toThrow(TypeError);
  }
  expect(() => drawHtml(letter([]), { stopUrl: href })).toThrow(TypeError);
});

it('loads nothing and leads to the links of the letter alone', () => {
  const html = drawHtml(letter(EVERY_BLOCK), FOOT).replaceAll(/&lt;.*?&amp;/g, ''); // without the words of others
  expect(html).not.toMatch(/\bsrc=|url\(|@import|<link|<form|<iframe|\bon[a-z]+=\s*["']/i);
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    'https://prahari.example/five?a=1&amp;b=%222%22',
    'https://prahari.example/six',
    FOOT.stopUrl,
  ]);
});

it('has no letter smaller than 14 pixels, and a dark look', () => {
  const html = drawHtml(letter(EVERY_BLOCK), FOOT);
  const sizes = [...html.matchAll(/font-size:(\d+)px/g)].map(([, size]) => Number(size)).filter((size) => size > 0);
  expect(Math.min(...sizes)).toBe(14);
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
  expect(html).toContain('@media(prefers-color-scheme:dark)');
});

it.each(LANGUAGES)('the largest letter stays under 100 KB, in both faces: %s', (language) => {
  const told = allNews('क्षत्रिय '.repeat(60)).sort((a, b) => b.checkId.length - a.checkId.length);
  const facts = lettersOf([...told, ...told.map((one) => ({ ...one, kind: 'resolved' as const }))], { language });
  const long = alertsLetter(facts);
  expect(Buffer.byteLength(drawHtml(long, FOOT))).toBeLessThan(100_000);
  expect(Buffer.byteLength(drawText(long, FOOT))).toBeLessThan(100_000);
});

it.each([-5, 0, 0.4, 100, 250])('a bar of %s percent fills its row', (percent) => {
  const html = drawHtml(letter([{ kind: 'bar', name: 'Score', percent, words: 'so much' }]), FOOT);
  const widths = [...html.matchAll(/width="(\d+)%" height="10"/g)].map(([, width]) => Number(width));
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(100);
});

it('says under each mail that nobody asks for a password, and how to stop', () => {
  for (const face of [drawHtml(letter([]), FOOT), drawText(letter([]), FOOT)]) {
    expect(face).toContain(FOOT_TEXTS.neverAsk.en);
    expect(face).toContain(FOOT.stopUrl);
  }
  expect(drawText(letter([]), { stopUrl: null })).not.toContain(FOOT_TEXTS.stop.en);
  for (const { en } of Object.values(FOOT_TEXTS)) expect([bannedWordsIn(en), longSentencesIn(en)]).toEqual([[], []]);
});
