import { describe, expect, it } from '@jest/globals';
import type { DomainRecords } from '../../../core/evidence/dns.ts';
import { aCollectContext } from '../../../test/collect-context.ts';
import type { DnsAnswer, DnsClient } from '../../dns/dns-client.ts';
import type { GuardedFetch } from '../../http/guarded-fetch.ts';
import { collectOne } from '../run.ts';
import { dns } from './dns.ts';

type Answers = Readonly<Record<string, readonly (string | readonly string[])[] | 'failed'>>;

const none: DnsAnswer = { status: 'none', records: [], isAuthentic: false };

/** Answers by "TYPE name"; what is not listed is not there. */
function zone(answers: Answers, asked: string[] = []): DnsClient {
  return {
    async ask(name, type) {
      asked.push(`${type} ${name}`);
      const found = answers[`${type} ${name}`];
      if (found === 'failed') return { ...none, status: 'failed' };
      return found ? { status: 'found', records: found, isAuthentic: true } : none;
    },
  };
}

interface Given {
  readonly hosts?: readonly string[];
  readonly client?: DnsClient;
  readonly registry?: unknown;
  readonly own?: readonly { host: string; proof: string }[];
}

async function read({ hosts = ['www.shop.example'], client = zone({}), registry, own = [] }: Given) {
  const bare = aCollectContext({
    Domains: () => ({
      shop: { primaryDomain: { host: hosts[0] ?? '' }, domains: hosts.map((host) => ({ host, sslEnabled: true })) },
    }),
  });
  const guardedFetch: GuardedFetch = async (url) => {
    if (registry === undefined) throw new Error('nobody answers');
    const text = typeof registry === 'string' ? registry : JSON.stringify(registry);
    return { status: 200, headers: new Headers(), bytes: Buffer.from(text), url, text: () => text };
  };
  const world = { ...bare.world, dns: client, guardedFetch };
  const clock = { now: () => new Date('2026-11-22T06:30:00Z') };
  const collected = await collectOne(dns, { ...bare, world, ownHosts: async () => own }, { clock });
  if (collected.status !== 'collected') throw new Error(collected.reason);
  return collected.value;
}
const only = (records: readonly DomainRecords[]): DomainRecords => {
  const [first, ...rest] = records;
  if (!first || rest.length > 0) throw new Error(`${records.length} domains`);
  return first;
};

describe('domains of the shop', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['hosts of one domain', ['www.shop.example', 'shop.example'], ['shop.example']],
    ['two levels at the end', ['www.shop.co.in', 'www.other.in'], ['shop.co.in', 'other.in']],
    ['a suffix of a service', ['shop.github.io'], ['shop.github.io']],
    ['the platform alone', ['invented.myshopify.com'], []],
    ['no name', ['localhost'], []],
  ])('%s', async (_name, hosts, domains) => {
    expect((await read({ hosts })).map(({ domain }) => domain)).toEqual(domains);
  });

  it('are ten at most', async () => {
    expect(await read({ hosts: Array.from({ length: 30 }, (_, at) => `www.s${at}.example`) })).toHaveLength(10);
  });

  it('include an own host whose proof stands in the DNS, and no other', async () => {
    const client = zone({ 'TXT _prahari.blog.mine.example': ['prahari-verification=mine'] });
    const own = [
      { host: 'blog.mine.example', proof: 'mine' },
      { host: 'blog.theirs.example', proof: 'mine' },
    ];
    expect((await read({ client, own })).map(({ domain }) => domain)).toEqual(['shop.example', 'mine.example']);
  });
});

describe('questions', () => {
  it('follow what an SPF record leads to, and the services that it names', async () => {
    const client = zone({
      'TXT shop.example': ['v=spf1 include:_spf.google.com include:zoho.in -all'],
      'TXT _spf.google.com': ['v=spf1 ip4:74.125.0.0/16 ~all'],
      'MX shop.example': ['1 smtp.google.com'],
    });
    const { zone: seen, dkimSelectors } = only(await read({ client }));
    expect(seen['_spf.google.com']?.TXT).toEqual(['v=spf1 ip4:74.125.0.0/16 ~all']);
    expect(dkimSelectors).toEqual(expect.arrayContaining(['google', 'zmail', 'default']));
  });

  it('end where a zone leads on without end, and each is put once', async () => {
    const asked: string[] = [];
    const client: DnsClient = {
      async ask(name, type) {
        asked.push(`${type} ${name}`);
        if (type !== 'TXT') return none;
        const next = Number(/^n(\d+)\./.exec(name)?.[1] ?? 0) + 1;
        const record = `v=spf1 include:n${next}.shop.example include:m${next}.shop.example -all`;
        return { status: 'found', records: [record], isAuthentic: false };
      },
    };
    await read({ client });
    expect(asked.length).toBeLessThan(200);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it.each([
    ['an include of itself', 'v=spf1 include:shop.example -all'],
    ['a redirect to itself', 'v=spf1 redirect=shop.example'],
    ['macros', 'v=spf1 exists:%{i}._spf.%{d} include:%{l}.shop.example -all'],
    ['nonsense', 'v=spf1 include: include:.. a:-- mx:// -all'],
    ['capitals', 'v=spf1 INCLUDE:_SPF.SHOP.EXAMPLE -all'],
  ])('end at %s', async (_name, record) => {
    const { zone: seen } = only(await read({ client: zone({ 'TXT shop.example': [record] }) }));
    expect(seen['shop.example']?.TXT).toEqual([record]);
  });

  it('without an answer are told, and taken for nothing', async () => {
    const client = zone({ 'TXT _dmarc.shop.example': 'failed', 'DS shop.example': 'failed' });
    const { unanswered, isSigned } = only(await read({ client }));
    expect(unanswered).toEqual(expect.arrayContaining(['DS shop.example', 'TXT _dmarc.shop.example']));
    expect(isSigned).toBeNull();
  });

  it('keep a text of several strings as it is', async () => {
    const key = ['v=DKIM1; p=AB', 'CD'];
    const client = zone({ 'TXT google._domainkey.shop.example': [key], 'DS shop.example': ['1 13 2 ab'] });
    const { zone: seen, isSigned } = only(await read({ client }));
    expect(seen['google._domainkey.shop.example']?.TXT).toEqual([key]);
    expect(isSigned).toBe(true);
  });
});

describe('aliases', () => {
  it.each<[string, Answers, string]>([
    ['to a name that is there', { 'A old.example': ['192.0.2.1'] }, 'resolves'],
    ['to a name with IPv6 alone', { 'AAAA old.example': ['2001:db8::1'] }, 'resolves'],
    ['to nothing', {}, 'missing'],
    ['to what the resolver cannot tell', { 'A old.example': 'failed' }, 'unknown'],
  ])('%s', async (_name, answers, state) => {
    const client = zone({ 'CNAME blog.shop.example': ['old.example'], ...answers });
    expect(only(await read({ client })).aliases).toEqual([{ name: 'blog.shop.example', target: 'old.example', state }]);
  });
});

describe('the registry', () => {
  const events = [
    { eventAction: 'registration', eventDate: '2020-01-01T00:00:00Z' },
    { eventAction: 'expiration', eventDate: '2027-01-01T00:00:00+05:30' },
  ];
  const dates = { registeredAt: '2020-01-01T00:00:00.000Z', expiresAt: '2026-12-31T18:30:00.000Z' };

  it.each<[string, unknown, object | null]>([
    [
      'locked',
      { ldhName: 'SHOP.EXAMPLE.', status: ['client transfer prohibited'], events },
      { ...dates, isTransferLocked: true },
    ],
    ['open', { status: ['active'], events }, { ...dates, isTransferLocked: false }],
    ['silent on the lock', { events }, { ...dates, isTransferLocked: null }],
    ['silent on dates', { status: [] }, { registeredAt: null, expiresAt: null, isTransferLocked: false }],
    [
      'with no date',
      { events: [{ eventAction: 'expiration', eventDate: 'soon' }] },
      { registeredAt: null, expiresAt: null, isTransferLocked: null },
    ],
    ['of another domain', { ldhName: 'other.example', events }, null],
    ['a page', '<!doctype html>', null],
    ['of another shape', { events: 'none' }, null],
    ['away', undefined, null],
  ])('%s', async (_name, registry, registration) => {
    expect(only(await read({ registry })).registration).toEqual(registration);
  });
});
