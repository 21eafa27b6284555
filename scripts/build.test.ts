import { execFileSync } from 'node:child_process';
import { relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '..');

describe('the production build', () => {
  it('reaches core and server alone: no sandbox, no embedded store, no test', () => {
    const tsc = resolve(ROOT, 'node_modules/typescript/bin/tsc');
    const listed = execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--listFilesOnly'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    });
    const own = listed
      .split('\n')
      .filter(Boolean)
      .map((file) => relative(ROOT, resolve(ROOT, file)))
      .filter((file) => !file.startsWith('node_modules/'));
    expect(own).toContain('server/main.ts');
    expect(own.filter((file) => !/^(core|server)\//.test(file))).toEqual([]);
    expect(own.filter((file) => /\.test\.ts$/.test(file))).toEqual([]);
  });
});
