import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Zone } from '../evidence/dns.ts';
import { dmarcVerdict } from './dmarc.ts';
import { spfVerdict } from './spf.ts';

interface Example {
  readonly id: string;
  readonly domain: string;
  readonly zone: Zone;
  readonly expect: {
    readonly spf: string;
    readonly spfLookups?: number;
    readonly dmarc: string;
    readonly pct?: number;
    readonly rua?: boolean;
    readonly controls: { readonly spf: string; readonly dmarc: string };
  };
}

const FILE = join(import.meta.dirname, '../../test/examples/security/mail-auth.examples.json');
const { cases: EXAMPLES } = JSON.parse(readFileSync(FILE, 'utf8')) as { readonly cases: readonly Example[] };

const spf = (record: string, more: Zone = {}) => spfVerdict({ 'a.example': { TXT: [record] }, ...more }, 'a.example');
const includes = (count: number) => Array.from({ length: count }, (_, n) => `include:s${n}.example`).join(' ');
const targets = (count: number): Zone =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`s${n}.example`, { TXT: ['v=spf1 ip4:192.0.2.1 -all'] }]),
  );

describe('the worked examples of mail', () => {
  it.each(EXAMPLES.map((example) => [example.id, example] as const))('%s', (_, { domain, zone, expect: wanted }) => {
    const ofSpf = spfVerdict(zone, domain);
    const ofDmarc = dmarcVerdict(zone, domain, domain);
    expect(ofSpf).toMatchObject({ effect: wanted.spf, outcome: wanted.controls.spf });
    expect(ofDmarc).toMatchObject({ policy: wanted.dmarc, outcome: wanted.controls.dmarc });
    if (wanted.spfLookups !== undefined) expect(ofSpf.lookups).toBe(wanted.spfLookups);
    if (wanted.pct !== undefined) expect(ofDmarc.pct).toBe(wanted.pct);
    if (wanted.rua !== undefined) expect(ofDmarc.hasReports).toBe(wanted.rua);
  });
});

describe('spfVerdict', () => {
  it.each([
    ['v=spf1 -all', 'hardfail', 'pass'],
    ['V=SPF1 ~ALL', 'softfail', 'pass'],
    ['v=spf1 ?all', 'neutral', 'warn'],
    ['v=spf1 ip4:192.0.2.1', 'neutral', 'warn'],
    ['v=spf1', 'neutral', 'warn'],
    ['v=spf1 all', 'pass-all', 'fail'],
    ['v=spf1 +all -all', 'pass-all', 'fail'],
    ['v=spf1 -all +all include:nowhere.example', 'hardfail', 'pass'], // what stands behind all is idle
    ['v=spf1 ip4:0.0.0.0/0 -all', 'pass-all', 'fail'], // everybody by another name
    ['v=spf1 -all redirect=nowhere.example', 'hardfail', 'pass'],
    ['v=spf1  ip4:192.0.2.0/24   ip6:2001:db8::/32 ip6:::1 ip6:::ffff:192.0.2.1 -all ', 'hardfail', 'pass'],
    ['v=spf1 unknown=x -all', 'hardfail', 'pass'], // names of the future are passed over
    ['v=spf1 exp=why.a.example -all', 'hardfail', 'pass'],
    ['v=spf10 -all', 'missing', 'fail'],
    ['spf1 -all', 'missing', 'fail'],
    [' v=spf1 -all', 'missing', 'fail'],
  ])('%s: %s', (record, effect, outcome) => {
    expect(spf(record)).toMatchObject({ effect, outcome, problem: null });
  });

  it.each([
    'v=spf1 ipv4:192.0.2.1 -all',
    'v=spf1 ip4:192.0.2.256 -all',
    'v=spf1 ip4:192.0.2.1/33 -all',
    'v=spf1 ip4:192.0.2.1/01 -all',
    'v=spf1 ip4 -all',
    'v=spf1 ip6:2001:db8::1::2 -all',
    'v=spf1 ip6:12345:: -all',
    'v=spf1 ip6:1:2:3:4:5:6:7 -all',
    'v=spf1 ip6:::/129 -all',
    'v=spf1 a/33 -all',
    'v=spf1 a: -all',
    'v=spf1 mx/a -all',
    'v=spf1 include -all',
    'v=spf1 include: -all',
    'v=spf1 exists:%{z} -all',
    'v=spf1 include:50%.example -all',
    'v=spf1 all:x',
    'v=spf1 -all;',
    'v=spf1, -all',
    'v=spf1\t-all -all mail',
    'v=spf1 redirect= ',
    'v=spf1 redirect=a.example redirect=b.example',
    'v=spf1 exp=x.example exp=y.example -all',
    'v=spf1 include:ü.example -all',
  ])('%s: broken, all of it', (record) => {
    const verdict = spf(record);
    const isNone = !/^v=spf1 /i.test(record);
    expect(verdict.effect).toBe(isNone ? 'missing' : 'permerror');
    if (!isNone) expect(verdict).toMatchObject({ problem: 'syntax', problemAt: 'a.example', outcome: 'fail' });
  });

  it.each([
    [10, 'hardfail', null],
    [11, 'permerror', 'too-many-lookups'],
    [14, 'permerror', 'too-many-lookups'],
  ])('%i look-ups: %s', (count, effect, problem) => {
    const verdict = spf(`v=spf1 ${includes(count)} -all`, targets(count));
    expect(verdict).toMatchObject({ effect, problem, lookups: count });
  });

  it('counts a, mx, ptr, exists and redirect, and the terms of records that it is led to', () => {
    const zone: Zone = {
      'h.example': { A: ['192.0.2.9'], MX: ['10 mx.h.example'] },
      'i.example': { TXT: ['v=spf1 a:h.example mx:h.example ?all'] },
      'r.example': { TXT: ['v=spf1 ptr ~all'] },
    };
    const record = 'v=spf1 ip4:192.0.2.1 include:i.example exists:%{i}.h.example redirect=r.example';
    expect(spf(record, zone)).toMatchObject({ effect: 'softfail', lookups: 6, voidLookups: 0, problem: null });
  });

  it.each([
    [2, 'hardfail', null],
    [3, 'permerror', 'too-many-void-lookups'],
  ])('%i look-ups in vain: %s', (count, effect, problem) => {
    const terms = Array.from({ length: count }, (_, n) => `a:gone${n}.example`).join(' ');
    expect(spf(`v=spf1 ${terms} -all`)).toMatchObject({ effect, problem, voidLookups: count });
  });

  it('takes an address of either kind as found, but lets an IPv6 one match nobody', () => {
    expect(spf('v=spf1 a:v6.example/0 -all', { 'v6.example': { AAAA: ['2001:db8::1'] } })).toMatchObject({
      effect: 'hardfail',
      voidLookups: 0,
    });
    expect(spf('v=spf1 a:v4.example/0 -all', { 'v4.example': { A: ['192.0.2.1'] } }).effect).toBe('pass-all');
  });

  it.each([
    ['itself', 'v=spf1 include:a.example -all', {}, 'a.example'],
    [
      'a circle',
      'v=spf1 include:b.example -all',
      { 'b.example': { TXT: ['v=spf1 redirect=A.example.'] } },
      'a.example',
    ],
  ])('a loop through %s', (_, record, more, problemAt) => {
    expect(spf(record, more)).toMatchObject({ effect: 'permerror', problem: 'loop', problemAt });
  });

  it.each([
    ['include', 'v=spf1 include:gone.example -all'],
    ['redirect', 'v=spf1 redirect=gone.example'],
    ['other texts', 'v=spf1 include:texts.example -all'],
  ])('%s without a record at its target', (_, record) => {
    const verdict = spf(record, { 'texts.example': { TXT: ['hello'] } });
    expect(verdict).toMatchObject({ effect: 'permerror', problem: 'no-record-at-target' });
  });

  it('lets an included record decide only where it says yes', () => {
    expect(spf('v=spf1 include:b.example ~all', { 'b.example': { TXT: ['v=spf1 +all'] } }).effect).toBe('pass-all');
    expect(spf('v=spf1 ?include:b.example ~all', { 'b.example': { TXT: ['v=spf1 +all'] } }).effect).toBe('neutral');
    expect(spf('v=spf1 include:b.example ~all', { 'b.example': { TXT: ['v=spf1 -all'] } }).effect).toBe('softfail');
  });

  it('takes several records for none that counts', () => {
    const zone: Zone = { 'a.example': { TXT: ['v=spf1 -all', 'hello', 'v=spf1 ~all'] } };
    expect(spfVerdict(zone, 'a.example')).toMatchObject({
      effect: 'permerror',
      problem: 'several-records',
      records: 2,
    });
  });

  it('joins the strings of one record without a blank, in any case of the name, through an alias', () => {
    const zone: Zone = {
      'A.Example.': { CNAME: ['b.example.'] },
      'b.example': { TXT: [['v=spf1 ip4:192.0', '.2.1 -all']] },
    };
    expect(spfVerdict(zone, 'a.example')).toMatchObject({ effect: 'hardfail', problem: null });
  });

  it('fills in the macros that do not depend on the sender', () => {
    const zone: Zone = {
      '_spf.a.example': { TXT: ['v=spf1 include:_o.%{o} -all'] },
      '_o.a.example': { TXT: ['v=spf1 ~all'] },
    };
    expect(spf('v=spf1 redirect=_spf.%{d}', zone)).toMatchObject({ effect: 'hardfail', lookups: 2 });
    expect(spf('v=spf1 include:%{l}._spf.a.example -all')).toMatchObject({
      effect: 'hardfail',
      lookups: 1,
      problem: null,
    });
  });

  it('ends on a tree of records that doubles at each step', () => {
    const zone: Zone = Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [
        `t${n}.example`,
        { TXT: [`v=spf1 include:t${n + 1}.example include:t${n + 2}.example -all`] },
      ]),
    );
    const { effect, problem, lookups } = spfVerdict(zone, 't0.example');
    expect({ effect, problem }).toEqual({ effect: 'permerror', problem: 'too-many-lookups' });
    expect(lookups).toBeLessThan(100);
  });

  it('names the questions that it stands on', () => {
    expect(spf('v=spf1 a include:b.example mx:c.example -all').questions).toEqual([
      'TXT a.example',
      'A a.example',
      'AAAA a.example',
      'TXT b.example',
      'MX c.example',
    ]);
  });
});
