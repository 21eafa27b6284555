import { globSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const HERE = import.meta.dirname;

const FILES = globSync('**/*.ts', { cwd: HERE })
  .filter((path) => !path.endsWith('.test.ts'))
  .map((path) => ({ path: relative('.', path).split(sep).join('/'), text: readFileSync(join(HERE, path), 'utf8') }));

/** Where a pattern stands, outside the places that may have it. */
const offenders = (pattern: RegExp, allowed: RegExp): string[] =>
  FILES.filter(({ path, text }) => !allowed.test(path) && pattern.test(text)).map(({ path }) => path);

describe('rules over the source', () => {
  it.each<[string, RegExp, RegExp]>([
    [
      'T3: the raw driver is touched in the store folder only',
      /\.collection\(|\.collection\.|\bconnection\.db\b|getClient\(\)/,
      /^store\//,
    ],
    [
      'T2: no shop from a query, a body or a path',
      /(query|body|params)(\.shop\b|\['shop'\])/,
      /^shopify\/document\.ts$/,
    ],
    ['A5: nobody goes back where a request says', /ctx\.back\(|\.redirect\('back'\)/, /^$/],
    ['the environment is read in main.ts alone', /process\.env/, /^(main|cli\/[\w-]+)\.ts$/],
    [
      'two ways out, the guarded fetch and the probe: no other fetch, http or https client',
      /\bfetch\(|from 'undici'|from 'node:https'|\bhttps?\.(get|request)\(/,
      /^http\/(guarded-fetch|guarded-connector|probe)\.ts$/,
    ],
    ['mail goes out by one way', /from 'nodemailer/, /^mail\/mail-transport\.ts$/],
    ['no code from strings', /\beval\(|new Function\(|node:vm/, /^$/],
    [
      'acrossTenants in the sweep, the store, the inbox and links only',
      /acrossTenants:/,
      /^(store|audit\/audit-pruning|jobs|shop|rhythm|cli|outbox\/(hand-out|due-lanes)|report\/(combined-readers|report-schedule)|report\/(combined-readers|report-schedule)|links\/link-secrets|people\/(identity|person)-store|verify\/look-up-store|flow\/flow-run-store|shopify\/webhook-inbox)/,
    ],
  ])('%s', (_name, pattern, allowed) => {
    expect(offenders(pattern, allowed)).toEqual([]);
  });
});
