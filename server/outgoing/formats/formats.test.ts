import { describe, expect, it } from '@jest/globals';
import { alertsLetter } from '../../../core/notices/letters/alerts-letter.ts';
import type { ToldAlert } from '../../../core/notices/letters/told-alert.ts';
import type { Letter } from '../../../core/notices/letter.ts';
import { googleChatBody } from './google-chat.ts';
import { escapedWithin } from './pieces.ts';
import { slackBody } from './slack.ts';
import { teamsBody } from './teams.ts';

const HREF = 'https://admin.shopify.com/store/marigold/apps/prahari/alerts';
const HOSTILE = [
  '<!channel> & <@U1234> <https://evil.example|here>',
  '*bold* _it_ ~no~ `code`',
  '[click](https://evil.example) <at>Everyone</at>',
  '<users/all> <b>bold</b> <a href="https://evil.example">x</a> <script>alert(1)</script>',
].join(' ');

const letterOf = (text: string): Letter => ({
  language: 'en',
  subject: text.slice(0, 200),
  preheader: '',
  blocks: [
    { kind: 'heading', text },
    { kind: 'paragraph', text },
    { kind: 'paragraph', text, isQuiet: true },
    { kind: 'list', items: [text] },
    { kind: 'facts', facts: [[text, text]] },
    { kind: 'bar', name: text, percent: 10, words: text },
    { kind: 'table', columns: [text], rows: [[text]] },
    { kind: 'link', text, href: HREF },
    { kind: 'button', text: 'Open the alerts', href: HREF },
  ],
  because: text,
});

/** Every string of a body, with the keys that lead to it. */
function strings(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => strings(inner, `${path}.${key}`));
}
const parsed = (body: string) => JSON.parse(body) as Record<string, unknown>;
/** The values under one key, however deep. */
function types(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Record<string, unknown>).flatMap(([name, inner]) =>
    name === key ? [inner] : types(inner, key),
  );
}

describe('X1: markup of others in posts', () => {
  it('stays text in Slack: nothing is mrkdwn, and its three signs are entities', () => {
    const body = parsed(slackBody(letterOf(HOSTILE)));
    const texts = strings(body);
    expect(texts.filter(([, text]) => /[<>]/.test(text))).toEqual([]);
    expect(texts.some(([, text]) => text.includes('&lt;!channel&gt; &amp; &lt;@U1234&gt;'))).toBe(true);
    expect(types(body['blocks'], 'type')).not.toContain('mrkdwn');
    expect(body['mrkdwn']).toBe(false);
  });

  it('stays text in Teams: nothing is a TextBlock, and no text is changed', () => {
    const body = parsed(teamsBody(letterOf(HOSTILE)));
    const all = types(body, 'type');
    expect(all).not.toContain('TextBlock');
    expect(all).not.toContain('FactSet');
    expect(strings(body).some(([, text]) => text === HOSTILE)).toBe(true);
  });

  it('stays text in Google Chat: tags are entities, and no text message is sent beside the card', () => {
    const body = parsed(googleChatBody(letterOf(HOSTILE)));
    const paragraphs = strings(body).filter(([path]) => path.endsWith('textParagraph.text'));
    expect(paragraphs.map(([, text]) => text.replace(/^<b>|<\/b>$/g, '')).filter((text) => /[<>]/.test(text))).toEqual(
      [],
    );
    expect(body).not.toHaveProperty('text');
  });

  it.each([
    ['Slack', slackBody],
    ['Teams', teamsBody],
    ['Google Chat', googleChatBody],
  ])('leads nowhere but to our own pages in %s', (_name, draw) => {
    const led = strings(parsed(draw(letterOf(HOSTILE)))).filter(([path]) => /\.(url|link)$/i.test(path));
    expect(new Set(led.map(([, text]) => text))).toEqual(new Set([HREF]));
  });
});

describe('limits of the receivers', () => {
  const alert = (at: number, language: 'en' | 'hi'): ToldAlert => ({
    ...{ kind: 'opened', checkId: 'security/domain-tls', messageId: 'other' },
    data: { host: (language === 'hi' ? 'दुकान' : '<shop>&').repeat(20) + String(at) },
    ...{ severity: 'high', atStakePaise: 100, dueOn: '2026-11-30', at: '2026-11-22T13:10:00.000Z', href: HREF },
  });
  const crowd = (language: 'en' | 'hi') =>
    alertsLetter({
      ...{ language, shop: 'marigold.myshopify.com', alertsUrl: HREF, acknowledgeUrl: null },
      told: Array.from({ length: 500 }, (_, at) => alert(at, language)),
      asOf: '2026-11-22T13:10:00.000Z',
    });
  const flood: Letter = {
    ...letterOf('x'),
    blocks: Array.from({ length: 400 }, () => ({ kind: 'paragraph' as const, text: '&'.repeat(3_500) })),
  };

  it.each([
    ['English', crowd('en')],
    ['Hindi', crowd('hi')],
    ['a flood', flood],
  ])('are kept: %s', (_name, letter) => {
    const slack = parsed(slackBody(letter));
    const blocks = slack['blocks'] as { type: string }[];
    expect(blocks.length).toBeLessThanOrEqual(50);
    for (const [path, text] of strings(blocks)) {
      expect([path, text.length <= 3_000]).toEqual([path, true]);
    }
    const headers = blocks.filter(({ type }) => type === 'header') as unknown as { text: { text: string } }[];
    expect(headers.filter(({ text }) => text.text.length > 150)).toEqual([]);
    expect(Buffer.byteLength(teamsBody(letter))).toBeLessThan(28 * 1024);
    expect(Buffer.byteLength(googleChatBody(letter))).toBeLessThan(32_000);
  });

  it('says that something was left out', () => {
    expect(slackBody(flood)).toContain('The rest stands in the app.');
    expect(slackBody(letterOf('short'))).not.toContain('The rest stands in the app.');
  });

  it('never cuts an entity in two', () => {
    const escape = (text: string) => text.replaceAll('&', '&amp;');
    for (let most = 3; most < 60; most += 1) {
      const cut = escapedWithin('&'.repeat(40), most, escape);
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(cut.replaceAll('&amp;', '').replace('…', '')).toBe('');
    }
  });
});
