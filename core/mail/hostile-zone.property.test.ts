import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { caaVerdict } from './caa.ts';
import { dkimVerdict } from './dkim.ts';
import { dmarcVerdict } from './dmarc.ts';
import { mailServicesOf, sendsMail } from './services-in-use.ts';
import { SPF_EFFECTS, spfVerdict } from './spf.ts';
import { transportVerdict } from './transport.ts';

const NAMES = ['a.example', 'b.example', 'c.example', '_dmarc.a.example', 's._domainkey.a.example', '__proto__', ''];
const name = fc.constantFrom(...NAMES);
const word = fc.oneof(
  fc.constantFrom(
    'v=spf1',
    '-all',
    '~all',
    'mx',
    'a',
    'ptr',
    'redirect=',
    'exp=',
    '%{d}',
    '%{',
    '%{o}.',
    '/0',
    '//129',
  ),
  fc.constantFrom(
    'v=DMARC1;',
    'p=reject;',
    'p=',
    'sp=none;',
    'pct=9',
    'v=DKIM1;',
    'k=rsa;',
    'p=MIIB',
    '0 issue "',
    '"',
  ),
  name.map((one) => `include:${one}`),
  name.map((one) => `a:${one}`),
  fc.string({ maxLength: 12 }),
);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const node = fc.record(
  {
    TXT: fc.array(fc.oneof(text, fc.array(text, { maxLength: 3 })), { maxLength: 3 }),
    MX: fc.array(text, { maxLength: 12 }),
    A: fc.array(text, { maxLength: 2 }),
    CNAME: fc.array(name, { maxLength: 1 }),
    CAA: fc.array(text, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);
const zone = fc.array(fc.tuple(name, node), { maxLength: 7 }).map((entries) => Object.fromEntries(entries));

describe('a zone that somebody hostile wrote', () => {
  it('always gets a verdict, with its questions', () => {
    fc.assert(
      fc.property(zone, (given) => {
        const spf = spfVerdict(given, 'a.example');
        expect(SPF_EFFECTS).toContain(spf.effect);
        expect(spf.problem !== null).toBe(spf.effect === 'permerror');
        expect(spf.questions[0]).toBe('TXT a.example');
        expect(['pass', 'warn', 'fail']).toContain(dmarcVerdict(given, 'a.example', 'example').outcome);
        expect(dkimVerdict(given, 'a.example', ['s']).questions).toEqual(['TXT s._domainkey.a.example']);
        expect(caaVerdict(given, 'b.a.example', 'a.example').questions[0]).toBe('CAA b.a.example');
        expect(transportVerdict(given, 'a.example').questions).toHaveLength(3);
        expect(sendsMail(given, 'a.example') || mailServicesOf(given, 'a.example').length === 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
