import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { CspFinding } from '../../core/evidence/storefront.ts';
import { cspFindings } from './csp-findings.ts';

interface Example {
  readonly id: string;
  readonly policy: string;
  readonly expect: readonly (Omit<CspFinding, 'value'> & { readonly value?: string })[];
}

const { cases } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../test/examples/security/csp-findings.examples.json'), 'utf8'),
) as { readonly cases: readonly Example[] };

const asWords = (findings: Example['expect'] | readonly CspFinding[]) =>
  new Set(findings.map(({ severity, type, directive, value }) => [severity, type, directive, value ?? ''].join(' ')));

describe('what is said of a policy', () => {
  it.each(cases.map((example) => [example.id, example] as const))('%s', (_id, { policy, expect: expected }) => {
    expect(asWords(cspFindings([policy]))).toEqual(asWords(expected));
  });

  it('is each thing once, worst first', () => {
    const found = cspFindings(["default-src 'self' 'unsafe-inline'", "default-src 'self' 'unsafe-inline'"]);
    expect(found.map(({ severity }) => severity)).toEqual(['HIGH', 'MEDIUM_MAYBE']);
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' ; ; '],
    ['no directive', '\u0000\uffff;=;'],
    ['__proto__', '__proto__ x'],
  ])('survives a policy of %s', (_name, policy) => {
    expect(Array.isArray(cspFindings([policy]))).toBe(true);
  });

  it('says nothing of no policy', () => {
    expect(cspFindings([])).toEqual([]);
  });

  it('reads a huge policy no further than a page could send it', () => {
    const huge = `script-src ${Array.from({ length: 100_000 }, (_, at) => `https://h${at}.example`).join(' ')}`;
    expect(cspFindings([huge]).length).toBeLessThan(2_000);
  });
});
