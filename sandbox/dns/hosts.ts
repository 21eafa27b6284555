import type { Context } from 'koa';

import type { SandboxClock } from '../clock.ts';
import type { OtherHost } from '../other-host.ts';
import { hangUp } from '../raw-reply.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { dnsOf, NAMES_OF_OTHERS, zoneOf, type Records, type RecordType } from './dns-state.ts';

const DAY_MS = 86_400_000;
const NUMBERS: Readonly<Record<RecordType, number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  DS: 43,
  CAA: 257,
};
const LONGEST_STRING = 255;

/** The public resolver and the registry, of the shops' domains. */
export function dnsHosts(world: {
  shops: readonly ShopState[];
  clock: SandboxClock;
  closing: AbortSignal;
}): OtherHost[] {
  return [
    { hosts: ['dns.google'], handle: (ctx) => resolver(ctx, world) },
    { hosts: ['rdap.org'], handle: (ctx) => registry(ctx, world) },
    { hosts: world.shops.map(({ handle }) => `mta-sts.${handle}.example`), handle: mailPolicy },
  ];
}

/** Where a shop's record points to a policy, it is a good one. */
function mailPolicy(ctx: Context): void {
  if (ctx.path !== '/.well-known/mta-sts.txt') return;
  ctx.type = 'text/plain';
  ctx.body = 'version: STSv1\r\nmode: enforce\r\nmx: smtp.google.com\r\nmax_age: 604800\r\n';
}

async function resolver(
  ctx: Context,
  { shops, closing }: { shops: readonly ShopState[]; closing: AbortSignal },
): Promise<void> {
  const name = one(ctx.query['name']).toLowerCase().replace(/\.$/, '');
  const type = one(ctx.query['type']).toUpperCase();
  if (ctx.path !== '/resolve' || name === '' || !isType(type)) return void (ctx.status = 400);
  const shop = shops.find(({ handle }) => name === `${handle}.example` || name.endsWith(`.${handle}.example`));
  const fault = shop ? dnsOf(shop).fault : null;
  ctx.type = 'application/json';
  if (fault === 'silence') return hangUp(ctx, closing);
  if (fault === 'garbage')
    return void Object.assign(ctx, { type: 'html', body: '<!doctype html><title>Sign in</title>' });
  if (fault === 'flood') return void (ctx.body = `{"Status":0,"Comment":"${'x'.repeat(10_000_000)}"}`);
  if (fault === 'servfail') return void (ctx.body = { ...asked(name, type), Status: 2 });
  const zone = { ...NAMES_OF_OTHERS, ...(shop && zoneOf(shop)) };
  const answers = answersTo(zone, name, type);
  const isKnown =
    answers.length > 0 || Object.hasOwn(zone, name) || Object.keys(zone).some((known) => known.endsWith(`.${name}`));
  ctx.body = {
    ...asked(name, type),
    Status: isKnown ? 0 : 3,
    AD: shop ? dnsOf(shop).isSigned : false,
    ...(answers.length > 0 && { Answer: answers }),
  };
}

const asked = (name: string, type: RecordType) => ({
  TC: false,
  RD: true,
  RA: true,
  AD: false,
  CD: false,
  Question: [{ name: `${name}.`, type: NUMBERS[type] }],
});

/** An alias answers for every type, and what it leads to comes along. */
function answersTo(zone: Readonly<Record<string, Records>>, name: string, type: RecordType, depth = 0): object[] {
  const records = zone[name] ?? {};
  const own = (records[type] ?? []).map((data) => ({
    name: `${name}.`,
    type: NUMBERS[type],
    TTL: 300,
    data: type === 'TXT' ? written(data) : data,
  }));
  const [alias] = records.CNAME ?? [];
  if (alias === undefined || type === 'CNAME' || depth > 5) return own;
  const step = { name: `${name}.`, type: NUMBERS.CNAME, TTL: 300, data: alias };
  return [step, ...answersTo(zone, alias.replace(/\.$/, ''), type, depth + 1)];
}

/** A long text stands in several strings. */
function written(text: string): string {
  if (text.length <= LONGEST_STRING) return text;
  const strings = text.match(new RegExp(`[\\s\\S]{1,${LONGEST_STRING}}`, 'g')) ?? [];
  return strings.map((string) => `"${string.replace(/["\\]/g, '\\$&')}"`).join(' ');
}

function registry(ctx: Context, { shops, clock }: { shops: readonly ShopState[]; clock: SandboxClock }): void {
  const [, domain] = /^\/domain\/([\w.-]+)$/.exec(ctx.path) ?? [];
  const shop = shops.find(({ handle }) => domain === `${handle}.example`);
  if (!shop) return void (ctx.status = 404);
  const { isTransferLocked, daysLeft } = dnsOf(shop).registration;
  ctx.type = 'application/rdap+json';
  ctx.body = {
    objectClassName: 'domain',
    ldhName: domain?.toUpperCase(),
    status: isTransferLocked ? ['client transfer prohibited'] : ['active'],
    events: [
      { eventAction: 'registration', eventDate: '2021-02-11T07:00:00Z' },
      { eventAction: 'expiration', eventDate: new Date(clock.now().getTime() + daysLeft * DAY_MS).toISOString() },
    ],
  };
}

const isType = (type: string): type is RecordType => Object.hasOwn(NUMBERS, type);
const one = (value: string | string[] | undefined): string => [value].flat()[0] ?? '';
