import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Zone } from '../evidence/dns.ts';
import { caaVerdict } from './caa.ts';
import { dkimKey, dkimVerdict, isUsable } from './dkim.ts';
import { mailQuestions } from './questions.ts';
import { mailServicesOf, selectorsToTry } from './services-in-use.ts';
import { transportVerdict } from './transport.ts';

const rsa = (bits: number, type: 'spki' | 'pkcs1' = 'spki') =>
  generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ type, format: 'der' }).toString('base64');
const SHORT = rsa(512);
const LONG = rsa(2_048);
const EDWARDS = Buffer.alloc(32, 7).toString('base64');

describe('dkimKey', () => {
  it.each([
    [`v=DKIM1; k=rsa; p=${LONG}`, { kind: 'rsa', bits: 2_048 }, true],
    [`k=rsa; p=${rsa(1_024)}`, { kind: 'rsa', bits: 1_024 }, true],
    [`p=${rsa(1_024, 'pkcs1')}`, { kind: 'rsa', bits: 1_024 }, true],
    [`v=DKIM1; p=${SHORT}`, { kind: 'rsa', bits: 512 }, false],
    [`v=DKIM1; k=rsa; p=${LONG.slice(0, 60)} ${LONG.slice(60)};`, { kind: 'rsa', bits: 2_048 }, true],
    ['v=DKIM1; k=rsa; p=', { kind: 'revoked' }, false],
    [`v=DKIM1; k=ed25519; p=${EDWARDS}`, { kind: 'ed25519' }, true],
    [`v=DKIM1; k=ed25519; p=${LONG}`, { kind: 'unreadable' }, false],
    [`v=DKIM2; p=${LONG}`, { kind: 'unreadable' }, false],
    [`v=DKIM1; k=dsa; p=${LONG}`, { kind: 'unreadable' }, false],
    [`v=DKIM1; p=${LONG.slice(0, 80)}`, { kind: 'unreadable' }, false], // cut off by a form
    ['v=DKIM1; p=not base64!', { kind: 'unreadable' }, false],
    ['v=DKIM1; p=AAAA', { kind: 'unreadable' }, false],
    ['v=DKIM1', { kind: 'unreadable' }, false],
  ])('%s', (record, key, usable) => {
    expect(dkimKey(record)).toEqual(key);
    expect(isUsable(dkimKey(record))).toBe(usable);
  });

  it('is found through an alias and from several strings', () => {
    const zone: Zone = {
      's1._domainkey.a.example': { CNAME: ['key.service.example'] },
      'key.service.example': { TXT: [['v=DKIM1; p=', LONG.slice(0, 200), LONG.slice(200)]] },
    };
    expect(dkimVerdict(zone, 'a.example', ['s1', 's2'])).toEqual({
      keys: [{ selector: 's1', key: { kind: 'rsa', bits: 2_048 } }],
      questions: ['TXT s1._domainkey.a.example', 'TXT s2._domainkey.a.example'],
    });
  });
});

describe('caaVerdict', () => {
  const zone: Zone = {
    'a.example': { CAA: ['0 issue "letsencrypt.org"', '0 iodef "mailto:x@a.example"'] },
    'shop.a.example': { CAA: ['0 ISSUE "pki.goog; validationmethods=dns-01"', '0 issue "digicert.com"'] },
    'closed.a.example': { CAA: ['0 issue ";"'] },
    'mail.a.example': { CAA: ['0 iodef "mailto:x@a.example"'] },
    'odd.a.example': { CAA: ['0 issue "letsencrypt.org"', '128 future "x"'] },
  };
  it.each([
    ['a.example', 'a.example', ['letsencrypt.org']],
    ['www.a.example', 'a.example', ['letsencrypt.org']],
    ['x.shop.a.example', 'shop.a.example', ['pki.goog', 'digicert.com']],
    ['closed.a.example', 'closed.a.example', []],
    ['mail.a.example', 'mail.a.example', null], // says nothing of who may issue
    ['odd.a.example', 'odd.a.example', []],
    ['b.example', null, null],
  ])('%s', (host, foundAt, issuers) => {
    expect(caaVerdict(zone, host, 'a.example')).toMatchObject({ foundAt, issuers });
  });

  it('climbs no further than the domain', () => {
    expect(caaVerdict({ example: { CAA: ['0 issue ";"'] } }, 'a.example', 'a.example')).toEqual({
      foundAt: null,
      issuers: null,
      questions: ['CAA a.example'],
    });
  });
});

describe('transportVerdict', () => {
  it.each([
    ['nothing', {}, false, false, false],
    ['mail alone', { 'a.example': { MX: ['10 mx.a.example.'] } }, true, false, false],
    ['a domain without mail', { 'a.example': { MX: ['0 .'] } }, false, false, false],
    [
      'both records',
      {
        'a.example': { MX: ['10 mx.a.example'] },
        '_mta-sts.a.example': { TXT: ['v=STSv1; id=20261122'] },
        '_smtp._tls.a.example': { TXT: ['v=TLSRPTv1; rua=mailto:tls@a.example'] },
      },
      true,
      true,
      true,
    ],
    [
      'broken ones',
      {
        '_mta-sts.a.example': { TXT: ['v=STSv1; id=2026-11-22'] },
        '_smtp._tls.a.example': { TXT: ['v=TLSRPTv1; rua=tls@a.example'] },
      },
      false,
      false,
      false,
    ],
    [
      'two of each',
      {
        '_mta-sts.a.example': { TXT: ['v=STSv1; id=1', 'v=STSv1; id=2'] },
        '_smtp._tls.a.example': { TXT: ['v=TLSRPTv1; rua=mailto:a@a.example', 'v=TLSRPTv1; rua=mailto:b@a.example'] },
      },
      false,
      false,
      false,
    ],
  ])('%s', (_, zone, receivesMail, hasPolicyRecord, hasReports) => {
    expect(transportVerdict(zone, 'a.example')).toMatchObject({ receivesMail, hasPolicyRecord, hasReports });
  });
});

describe('mail services in use', () => {
  it.each<[Zone[string], string[]]>([
    [{ MX: ['1 aspmx.l.google.com.'] }, ['google']],
    [{ MX: ['1 SMTP.google.com'] }, ['google']],
    [{ MX: ['0 a-example.mail.protection.outlook.com'] }, ['microsoft']],
    [{ MX: ['10 mx.zoho.in'], TXT: ['v=spf1 include:zoho.in include:sendgrid.net ~all'] }, ['zoho', 'sendgrid']],
    [{ TXT: ['v=spf1 include:Shops.Shopify.com. ~all'] }, ['shopify']],
    [{ MX: ['10 notgoogle.com'], TXT: ['include:_spf.google.com'] }, []],
    [{}, []],
  ])('%j', (node, ids) => {
    expect(mailServicesOf({ 'a.example': node }, 'a.example').map(({ id }) => id)).toEqual(ids);
  });

  it('tries their selectors first, each once', () => {
    const selectors = selectorsToTry({ 'a.example': { TXT: ['v=spf1 include:sendgrid.net ~all'] } }, 'a.example');
    expect(selectors.slice(0, 3)).toEqual(['s1', 's2', 'default']);
    expect(new Set(selectors).size).toBe(selectors.length);
  });
});

describe('mailQuestions', () => {
  it('grows with the answers and then stands still', () => {
    const first = mailQuestions({}, 'a.example', ['www.a.example']);
    expect(first).toEqual(
      expect.arrayContaining(['MX a.example', 'TXT a.example', 'TXT _dmarc.a.example', 'CAA www.a.example']),
    );
    const zone: Zone = { 'a.example': { TXT: ['v=spf1 include:b.example -all'], MX: ['1 aspmx.l.google.com'] } };
    const second = mailQuestions(zone, 'a.example', []);
    expect(second).toEqual(expect.arrayContaining(['TXT b.example', 'TXT google._domainkey.a.example']));
    const last = mailQuestions({ ...zone, 'b.example': { TXT: ['v=spf1 -all'] } }, 'a.example', []);
    expect(last).toEqual(second);
  });
});
