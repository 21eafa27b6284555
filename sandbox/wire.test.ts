import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainRecords } from '../core/evidence/dns.ts';
import type { HostProbe, Storefront } from '../core/evidence/storefront.ts';
import { sandboxEvidence, type Entered } from '../test/sandbox-evidence.ts';
import { dnsOf, type DnsFault } from './dns/dns-state.ts';
import { journalOf } from './own-host/journal.ts';
import type { Sandbox } from './start.ts';
import { storefrontOf } from './storefront/storefront-state.ts';
import { CLEAN, PLANTED, testSandbox } from './testing/test-sandbox.ts';

const HOST = 'www.saaf-dukaan.example';
const DOMAIN = 'saaf-dukaan.example';

let sandbox: Sandbox;
let evidenceOf: ReturnType<typeof sandboxEvidence>;
beforeAll(async () => {
  sandbox = await testSandbox();
  evidenceOf = sandboxEvidence(sandbox);
});
afterAll(() => sandbox.close());

async function read(shop: string, entered: Partial<Entered> = {}) {
  const { storefront, dns } = await evidenceOf(shop, { gstins: [], hasLookUps: false, ...entered });
  if (storefront?.status !== 'collected' || dns?.status !== 'collected') throw new Error('not collected');
  return { storefront: storefront.value, dns: dns.value };
}

function hostIn({ hosts }: Storefront, name: string): HostProbe {
  const found = hosts.find(({ host }) => host === name);
  if (!found) throw new Error(`${name} was not visited`);
  return found;
}

const clean = () => {
  const shop = sandbox.shops.find(({ domain }) => domain === CLEAN);
  if (!shop) throw new Error('The clean twin is gone.');
  return shop;
};

describe('the clean twin, visited as a stranger', () => {
  let storefront: Storefront;
  let dns: readonly DomainRecords[];
  beforeAll(async () => {
    ({ storefront, dns } = await read(CLEAN));
  });

  it('answers on each host, the main one first', () => {
    expect(storefront.hosts.map(({ host, outcome }) => [host, outcome])).toEqual([
      [HOST, 'answered'],
      [DOMAIN, 'answered'],
      [CLEAN, 'answered'],
    ]);
  });

  it('is led from http to https, with a certificate that holds', () => {
    const { httpChain, tls } = hostIn(storefront, HOST);
    expect(httpChain).toEqual([
      { url: `http://${HOST}/`, status: 301 },
      { url: `https://${HOST}/`, status: 200 },
    ]);
    expect(tls).toMatchObject({
      ...{ isTrusted: true, isNameRight: true, fault: null },
      versions: { TLSv1: false, 'TLSv1.1': false, 'TLSv1.2': true, 'TLSv1.3': true },
    });
  });

  it('sends the platform’s headers, and cookies of which only the flags are kept', () => {
    const { headers, cookies, isPlatformHosted, cspFindings } = hostIn(storefront, HOST);
    expect(new Map(headers).get('strict-transport-security')).toBe('max-age=7889238');
    expect(headers.filter(([name]) => name === 'set-cookie')).toEqual([]);
    expect(cookies.map(({ name, isSecure, sameSite }) => [name, isSecure, sameSite])).toEqual([
      ['localization', true, 'Lax'],
      ['_shopify_essential', true, 'Lax'],
    ]);
    expect([isPlatformHosted, cspFindings.length > 0]).toEqual([true, true]);
    expect(JSON.stringify(storefront)).not.toContain('of-nobody');
  });

  it('shows its pages, with the hash of every script that could be read', () => {
    const { pages } = hostIn(storefront, HOST);
    expect(pages.map(({ kind, path, status }) => [kind, path, status])).toEqual([
      ['home', '/', 200],
      ['collection', '/collections/kurtas', 200],
      ['product', '/products/hand-block-cotton-kurta', 200],
      ['cart', '/cart', 200],
    ]);
    const scripts = pages.flatMap((page) => page.scripts);
    expect(scripts.filter(({ scheme }) => scheme === 'inline').every(({ hash }) => hash?.startsWith('sha256-'))).toBe(
      true,
    );
    expect(pages.flatMap(({ insecure }) => insecure)).toEqual([]);
  });

  it('has a domain whose records were all answered', () => {
    expect(dns).toHaveLength(1);
    const [records] = dns;
    expect(records).toMatchObject({
      domain: DOMAIN,
      unanswered: [],
      isSigned: true,
      registration: { isTransferLocked: true },
    });
    expect(records?.zone[DOMAIN]?.MX).toEqual(['1 smtp.google.com']);
    expect(records?.zone[`_dmarc.${DOMAIN}`]?.TXT).toEqual([`v=DMARC1; p=reject; rua=mailto:dmarc@${DOMAIN}`]);
    expect([records?.zone[`google._domainkey.${DOMAIN}`]?.TXT?.[0]].flat().join('')).toMatch(/^v=DKIM1; k=rsa; p=MII/);
    expect(records?.zone['_spf.google.com']?.TXT?.[0]).toMatch(/^v=spf1 ip4:/);
    expect(records?.aliases).toEqual([{ name: HOST, target: 'shops.myshopify.com', state: 'resolves' }]);
  });
});

describe('the other shop', () => {
  it('is behind its password, and a forgotten domain has no certificate', async () => {
    const { storefront, dns } = await read(PLANTED);
    expect(storefront.hosts.map(({ host, outcome }) => [host, outcome])).toEqual([
      ['www.vastra-niketan.example', 'locked'],
      ['vastra-niketan.example', 'locked'],
      ['vastra-niketan.myshopify.com', 'locked'],
      ['diwali-sale.vastra-niketan.example', 'tls-failed'],
    ]);
    expect(hostIn(storefront, 'diwali-sale.vastra-niketan.example').tls?.isTrusted).toBe(false);
    expect(dns[0]?.aliases).toContainEqual({
      ...{ name: 'blog.vastra-niketan.example', target: 'vastra-niketan.purana-blog-host.example', state: 'missing' },
    });
  });
});

describe('an own host', () => {
  const journal = journalOf({ handle: 'saaf-dukaan' });

  it('is not visited before its DNS shows the proof', async () => {
    const { storefront, dns } = await read(CLEAN, { ownHosts: [journal], isUnproven: true });
    expect(hostIn(storefront, journal)).toMatchObject({ outcome: 'not-verified', tls: null, httpChain: [], pages: [] });
    expect(dns[0]?.hosts).not.toContain(journal);
  });

  it('shows what lies open there, and none of its content', async () => {
    const { storefront, dns } = await read(CLEAN, { ownHosts: [journal] });
    expect(hostIn(storefront, journal)).toMatchObject({
      ...{ outcome: 'answered', listedBy: 'own', isPlatformHosted: false, securityTxt: null },
      httpChain: [{ url: `http://${journal}/`, status: 200 }],
      exposedPaths: [
        { path: '/.git/HEAD', what: 'version-control' },
        { path: '/.env', what: 'environment' },
      ],
      cors: { isOriginReflected: true, allowsCredentials: true },
    });
    expect(JSON.stringify(storefront)).not.toMatch(/JOURNAL_DATABASE|refs\/heads/);
    expect(dns[0]?.hosts).toContain(journal);
  });
});

describe('bot defence', () => {
  it('sends a stranger away, which says nothing of the shop, and lets the signature through', async () => {
    storefrontOf(clean()).isGuarded = true;
    const stranger = hostIn((await read(CLEAN)).storefront, HOST);
    const known = hostIn((await read(CLEAN, { signatureDaysLeft: 30 })).storefront, HOST);
    const late = hostIn((await read(CLEAN, { signatureDaysLeft: -1 })).storefront, HOST);
    storefrontOf(clean()).isGuarded = false;
    expect([stranger.outcome, stranger.headers, stranger.signatureEndsOn]).toEqual(['blocked', [], null]);
    expect([known.outcome, known.pages.length > 1, known.signatureEndsOn !== null]).toEqual(['answered', true, true]);
    expect(late.outcome).toBe('blocked');
    expect(JSON.stringify(known)).not.toContain('sig1');
  });
});

describe('a resolver that misbehaves', () => {
  it.each<DnsFault>(['servfail', 'garbage', 'flood'])('%s: nothing is known, and that is said', async (fault) => {
    dnsOf(clean()).fault = fault;
    const { dns, storefront } = await read(CLEAN);
    dnsOf(clean()).fault = null;
    expect(dns[0]).toMatchObject({ domain: DOMAIN, isSigned: null, aliases: [] });
    expect(dns[0]?.zone[DOMAIN]).toBeUndefined();
    expect(dns[0]?.unanswered).toEqual(
      expect.arrayContaining([`MX ${DOMAIN}`, `TXT _dmarc.${DOMAIN}`, `TXT ${DOMAIN}`]),
    );
    expect(hostIn(storefront, HOST).outcome).toBe('answered');
  });
});
