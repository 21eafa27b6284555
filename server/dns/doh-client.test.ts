import { describe, expect, it } from '@jest/globals';
import type { GuardedFetch } from '../http/guarded-fetch.ts';
import { OutboundFailedError } from '../http/outbound-errors.ts';
import type { DnsType } from './dns-client.ts';
import { dnsOverHttps } from './doh-client.ts';
import { writtenTexts } from './written-texts.ts';

const asked: string[] = [];

function answering(body: unknown, status = 200) {
  const guardedFetch: GuardedFetch = async (url) => {
    asked.push(url);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return { status, headers: new Headers(), bytes: Buffer.from(text), url, text: () => text };
  };
  return dnsOverHttps({ guardedFetch });
}

const one = (type: number, data: string) => ({ name: 'shop.example.', type, TTL: 300, data });

describe('an answer of the resolver', () => {
  it.each<[string, DnsType, object, string, readonly unknown[]]>([
    ['an MX', 'MX', { Status: 0, Answer: [one(15, '10 Mail.Shop.Example.')] }, 'found', ['10 mail.shop.example']],
    ['"no mail here"', 'MX', { Status: 0, Answer: [one(15, '0 .')] }, 'found', ['0 .']],
    ['a bare TXT', 'TXT', { Status: 0, Answer: [one(16, 'v=spf1 -all')] }, 'found', ['v=spf1 -all']],
    ['a quoted TXT', 'TXT', { Status: 0, Answer: [one(16, '"v=spf1 -all"')] }, 'found', ['v=spf1 -all']],
    [
      'several strings',
      'TXT',
      { Status: 0, Answer: [one(16, '"v=DKIM1; p=AB" "CD"')] },
      'found',
      [['v=DKIM1; p=AB', 'CD']],
    ],
    [
      'a CAA',
      'CAA',
      { Status: 0, Answer: [one(257, '0 issue "letsencrypt.org"')] },
      'found',
      ['0 issue "letsencrypt.org"'],
    ],
    [
      'an alias on the way',
      'A',
      { Status: 0, Answer: [one(5, 'shops.myshopify.com.'), one(1, '23.227.38.74')] },
      'found',
      ['23.227.38.74'],
    ],
    ['an alias alone', 'TXT', { Status: 0, Answer: [one(5, 'shops.myshopify.com.')] }, 'none', []],
    ['no answer', 'TXT', { Status: 0 }, 'none', []],
    ['no such name', 'TXT', { Status: 3 }, 'none', []],
    ['SERVFAIL', 'TXT', { Status: 2 }, 'failed', []],
    ['REFUSED', 'TXT', { Status: 5 }, 'failed', []],
    ['cut short', 'TXT', { Status: 0, TC: true, Answer: [one(16, 'x')] }, 'failed', []],
    ['of another shape', 'TXT', { status: 0 }, 'failed', []],
    ['records of another shape', 'TXT', { Status: 0, Answer: [{ type: 16 }] }, 'failed', []],
  ])('%s', async (_name, type, body, status, records) => {
    expect(await answering(body).ask('shop.example', type)).toMatchObject({ status, records });
  });

  it.each([
    ['a page', '<!doctype html>', 200],
    ['nothing', '', 200],
    ['a refusal', { Status: 0, Answer: [one(16, 'x')] }, 429],
    ['a list', [], 200],
  ])('that is %s says nothing', async (_name, body, status) => {
    expect((await answering(body, status).ask('shop.example', 'TXT')).status).toBe('failed');
  });

  it('says whether signatures were checked', async () => {
    expect((await answering({ Status: 0, AD: true }).ask('shop.example', 'DS')).isAuthentic).toBe(true);
    expect((await answering({ Status: 0 }).ask('shop.example', 'DS')).isAuthentic).toBe(false);
  });

  it('keeps a flood of records within bounds', async () => {
    const flood = Array.from({ length: 1_500 }, () => one(16, 'x'.repeat(60_000)));
    const { records } = await answering({ Status: 0, Answer: flood }).ask('shop.example', 'TXT');
    expect([records.length, records.every((record) => record.length <= 4_096)]).toEqual([200, true]);
  });
});

describe('a question', () => {
  it('names the type and the name', async () => {
    asked.length = 0;
    await answering({ Status: 3 }).ask('_dmarc.shop.example', 'TXT');
    expect(asked).toEqual(['https://dns.google/resolve?name=_dmarc.shop.example&type=TXT']);
  });

  it.each([
    '',
    '.',
    'a..b',
    'a b.example',
    'x&type=A',
    '%{i}._spf.example',
    `${'a'.repeat(64)}.example`,
    '-a.example',
    'ä.example',
  ])('about "%s" is not asked: nothing can stand there', async (name) => {
    asked.length = 0;
    expect(await answering({ Status: 2 }).ask(name, 'TXT')).toMatchObject({ status: 'none' });
    expect(asked).toEqual([]);
  });

  it('that fails on the way is not answered; the caller’s own reason comes through', async () => {
    const failing = dnsOverHttps({ guardedFetch: () => Promise.reject(new OutboundFailedError('timed-out')) });
    expect((await failing.ask('shop.example', 'TXT')).status).toBe('failed');
    const reason = new Error('stopped');
    await expect(failing.ask('shop.example', 'TXT', AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe('texts as written', () => {
  it.each([
    ['plain', ['plain']],
    ['""', ['']],
    ['"a\\"b"', ['a"b']],
    ['"a\\\\b"', ['a\\b']],
    ['"a\\065b"', ['aAb']],
    ['"a" "b"  "c"', ['a', 'b', 'c']],
    ['"never ends', ['never ends']],
    ['', ['']],
  ])('%s', (data, texts) => {
    expect(writtenTexts(data)).toEqual(texts);
  });
});
