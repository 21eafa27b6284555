import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { AS_OF } from '../../../test/factories.ts';
import { aHostProbe, aStorefront, aTlsReport } from '../../../test/security-factories.ts';
import { certificate } from './certificate.ts';

const after = (days: number, ms = 0) => new Date(Date.parse(AS_OF) + days * 86_400_000 + ms).toISOString();
const found = (tls: ReturnType<typeof aTlsReport> | null) =>
  assess(certificate, { storefront: aStorefront({ hosts: [aHostProbe({ tls })] }) });

describe('security/certificate', () => {
  it.each([
    ['fourteen days left', { validTo: after(14) }, []],
    ['a moment less', { validTo: after(14, -1) }, ['soon high']],
    ['seven days left', { validTo: after(7) }, ['soon high']],
    ['less than seven', { validTo: after(7, -1) }, ['soon critical']],
    ['ended', { validTo: after(0, -1), isTrusted: false, fault: 'CERT_HAS_EXPIRED' }, ['ended critical']],
    ['another name', { isNameRight: false, isTrusted: false }, ['name critical']],
    ['not trusted', { isTrusted: false, fault: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, ['untrusted critical']],
    ['no end told', { validTo: null }, []],
  ])('%s', (_, over, wanted) => {
    const { findings } = found(aTlsReport(over));
    expect(findings.map(({ messageId, severity }) => `${messageId} ${severity}`)).toEqual(wanted);
  });

  it('names the day as India counts it', () => {
    const { findings } = found(aTlsReport({ validTo: '2026-11-24T20:00:00.000Z' }));
    expect(findings).toMatchObject([{ data: { host: 'invented-shop.example', endsDay: '2026-11-25' } }]);
  });

  it.each([
    ['blocked', 'blocked'],
    ['timed-out', 'timed-out'],
    ['unreachable', 'unreachable'],
    ['refused', 'too-little'],
  ] as const)('%s without a certificate is %s', (outcome, reason) => {
    const hosts = [aHostProbe({ outcome, tls: null, pages: [] })];
    const { outcome: judged, notAssessed } = assess(certificate, { storefront: aStorefront({ hosts }) });
    expect([judged, notAssessed]).toEqual(['notAssessed', [{ kind: 'storefront', reason, missingScopes: [] }]]);
  });

  it('does not apply without hosts', () => {
    expect(assess(certificate, { storefront: aStorefront({ hosts: [] }) }).outcome).toBe('notApplicable');
  });
});
