import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Zone } from '../evidence/dns.ts';
import { caaVerdict } from './caa.ts';
import { dkimKey, dkimVerdict, isUsable } from './dkim.ts';
import { mailServicesOf, sendsMail } from './services-in-use.ts';
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
  it.each<[Zone[string], string[], boolean]>([
    [{ MX: ['1 aspmx.l.google.com.'] }, ['Google Workspace'], true],
    [{ MX: ['1 SMTP.google.com'] }, ['Google Workspace'], true],
    [{ MX: ['0 a-example.mail.protection.outlook.com'] }, ['Microsoft 365'], true],
    [{ TXT: ['v=spf1 include:_SPF.google.com. include:other.example ~all'] }, ['Google Workspace'], true],
    [{ MX: ['10 notgoogle.com'], TXT: ['include:_spf.google.com'] }, [], true],
    [{ TXT: ['v=spf1 -all'], MX: ['0 .'] }, [], false],
    [{}, [], false],
  ])('%j', (node, names, sends) => {
    const zone = { 'a.example': node };
    expect(mailServicesOf(zone, 'a.example').map(({ name }) => name)).toEqual(names);
    expect(sendsMail(zone, 'a.example')).toBe(sends);
  });
});
