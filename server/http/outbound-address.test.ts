import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isPublicAddress, judgeUrl, publicAddressOf } from './outbound-address.ts';
import { OutboundFailedError, OutboundRefusedError } from './outbound-errors.ts';

describe('S1: addresses that are not public', () => {
  it.each([
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '127.0.0.1',
    '0.0.0.0',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.0.8',
    '198.18.0.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001::1',
    '100::1',
    '5f00::1',
    '3fff::1',
    'localhost',
    '',
    'not an address',
  ])('%s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '1.1.1.1', '23.227.38.65', '2606:4700::1111', '2620:127:f00f::1'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('S1, S3: addresses that we do not call', () => {
  it.each([
    ['http://shop.example/', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['//shop.example', 'not-an-address'],
    ['https://user:pass@shop.example/', 'credentials-in-address'],
    ['https://shop.example:8443/', 'port'],
    ['https://localhost/', 'not-a-public-name'],
    ['https://localhost./', 'not-a-public-name'],
    ['https://shop.localhost/', 'not-a-public-name'],
    ['https://metadata.google.internal/', 'not-a-public-name'],
    ['https://printer.local/', 'not-a-public-name'],
    ['https://shop.example./', 'not-a-public-name'],
    ['https://127.0.0.1/', 'not-a-public-name'],
    ['https://2130706433/', 'not-a-public-name'],
    ['https://0x7f000001/', 'not-a-public-name'],
    ['https://0177.0.0.1/', 'not-a-public-name'],
    ['https://127.1/', 'not-a-public-name'],
    ['https://8.8.8.8/', 'not-a-public-name'],
    ['https://[::1]/', 'not-a-public-name'],
    ['https://[::ffff:127.0.0.1]/', 'not-a-public-name'],
    ['https://①②⑦.⓪.⓪.①/', 'not-a-public-name'],
    ['https://intranet/', 'not-a-public-name'],
  ])('%s: %s', (url, reason) => {
    expect(() => judgeUrl(url)).toThrow(expect.objectContaining({ reason }));
  });

  it.each([
    'https://shop.example/',
    'https://shop.example:443/a?b=c',
    'https://xn--11b5bs3a9aj6g.example/',
    'https://दुकान.example/',
  ])('%s', (url) => {
    expect(judgeUrl(url).protocol).toBe('https:');
  });
});

describe('S2: what a name resolves to', () => {
  it.each([
    ['public and private mixed', ['8.8.8.8', '10.0.0.1']],
    ['private only', ['192.168.0.1']],
    ['mapped', ['::ffff:169.254.169.254']],
  ])('%s is refused whole', async (_name, addresses) => {
    await expect(publicAddressOf('shop.example', async () => addresses)).rejects.toBeInstanceOf(OutboundRefusedError);
  });

  it('dials one of the public addresses', async () => {
    expect(await publicAddressOf('shop.example', async () => ['2606:4700::1', '8.8.8.8'])).toBe('8.8.8.8');
    expect(await publicAddressOf('shop.example', async () => ['2606:4700::1'])).toBe('2606:4700::1');
  });

  it.each([
    ['no answer', async () => []],
    ['an error', () => Promise.reject(new Error('ENOTFOUND'))],
  ])('%s is unreachable', async (_name, resolve) => {
    await expect(publicAddressOf('shop.example', resolve)).rejects.toBeInstanceOf(OutboundFailedError);
  });
});

describe('the examples', () => {
  const { urls } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../test/examples/security/ssrf-guard.examples.json'), 'utf8'),
  ) as { urls: readonly { url: string; dns: readonly string[]; allow: boolean; why: string }[] };

  it.each(urls.map((one) => [one.url, one.why, one] as const))('%s: %s', async (_url, _why, { url, dns, allow }) => {
    const dialled = async () => publicAddressOf(judgeUrl(url).hostname, async () => dns);
    const isAllowed = await dialled().then(
      () => true,
      () => false,
    );
    expect(isAllowed).toBe(allow);
  });
});

describe('plain http, where a visit may begin with it', () => {
  it.each([
    ['http://shop.example/', null],
    ['http://shop.example:8080/', 'port'],
    ['http://127.0.0.1/', 'not-a-public-name'],
    ['http://user@shop.example/', 'credentials-in-address'],
    ['ftp://shop.example/', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
  ])('%s', (url, reason) => {
    const judged = () => judgeUrl(url, { allowsHttp: true }).protocol;
    if (reason === null) expect(judged()).toBe('http:');
    else expect(judged).toThrow(expect.objectContaining({ reason }));
  });
});
