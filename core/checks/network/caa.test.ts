import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aHostProbe, aStorefront, aTlsReport, someDomainRecords } from '../../../test/security-factories.ts';
import type { Zone } from '../../evidence/dns.ts';
import { caa } from './caa.ts';

const DOMAIN = 'invented-shop.example';
const WWW = `www.${DOMAIN}`;
function judged(zone: Zone, issuer: string | null = null, unanswered: string[] = []) {
  const hosts = [aHostProbe({ host: WWW, tls: issuer === null ? null : aTlsReport({ issuer }) })];
  return assess(caa, {
    dns: [someDomainRecords({ zone, hosts: [WWW], unanswered })],
    storefront: aStorefront({ hosts }),
  });
}
const only = (...issuers: string[]): Zone => ({ [DOMAIN]: { CAA: issuers.map((issuer) => `0 issue "${issuer}"`) } });

describe('security/caa', () => {
  it.each([
    ['none', {}, null, ['missing low']],
    ['the authority in use', only('letsencrypt.org'), "Let's Encrypt", []],
    ['one of its names', only('amazontrust.com'), 'Amazon RSA 2048 M02', []],
    ['another authority alone', only('digicert.com'), "Let's Encrypt", ['excludes medium']],
    ['none may', only(';'), 'DigiCert Inc', ['excludes medium']],
    ['an authority that we do not know', only('digicert.com'), 'Invented Authority', []],
    ['a host of unknown authority', only('digicert.com'), null, []],
    ['records that say nothing of who', { [DOMAIN]: { CAA: ['0 iodef "mailto:a@a.example"'] } }, "Let's Encrypt", []],
    [
      'a nearer record',
      { ...only('digicert.com'), [WWW]: { CAA: ['0 issue "letsencrypt.org"'] } },
      "Let's Encrypt",
      [],
    ],
  ])('%s', (_, zone, issuer, wanted) => {
    const { findings } = judged(zone, issuer);
    expect(findings.map(({ messageId, severity }) => `${messageId} ${severity}`)).toEqual(wanted);
  });

  it('judges by the records alone where no certificate was seen', () => {
    expect(assess(caa, { dns: [someDomainRecords({ zone: only('digicert.com') })] }).outcome).toBe('pass');
  });

  it('does not call missing what was not answered', () => {
    expect(judged({}, null, [`CAA ${DOMAIN}`, `CAA ${WWW}`])).toMatchObject({ outcome: 'notAssessed', findings: [] });
  });
});
