import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseReady } from './steps/child.mjs';
import { makeSecrets, openDataFolder, secretsOf, socketFolder } from './steps/data-folder.mjs';
import { checkNodeVersion } from './steps/node-version.mjs';
import { arePackagesCurrent, lockHash } from './steps/npm-packages.mjs';
import { choosePorts } from './steps/ports.mjs';
import { duration } from './steps/step.mjs';
import { decideInstall } from './steps/system-packages.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'steps-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the Node that sets up', () => {
  it.each(['20.0.0', '22.12.0', '24.1.0'])('%s will do', (version) => {
    expect(() => checkNodeVersion(version)).not.toThrow();
  });

  it.each(['18.20.1', '12.0.0', 'x'])('%s is too old', (version) => {
    expect(() => checkNodeVersion(version)).toThrow('needs Node 20 or newer');
  });
});

describe('npm packages', () => {
  it('takes node_modules for whole only with the mark of this very lock', () => {
    const root = join(folder, 'clone');
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    writeFileSync(join(root, 'package-lock.json'), '{"a":1}');
    expect(arePackagesCurrent(root)).toBe(false); // interrupted: no mark
    writeFileSync(join(root, 'node_modules/.prahari-lock'), lockHash(root));
    expect(arePackagesCurrent(root)).toBe(true);
    writeFileSync(join(root, 'package-lock.json'), '{"a":2}');
    expect(arePackagesCurrent(root)).toBe(false); // pulled a newer lock
  });
});

describe('a program that the machine may lack', () => {
  it.each([
    [{ isThere: true, isRoot: false, hasApt: false }, 'nothing'],
    [{ isThere: false, isRoot: true, hasApt: true }, 'install'],
    [{ isThere: false, isRoot: false, hasApt: true }, 'ask'],
    [{ isThere: false, isRoot: true, hasApt: false }, 'ask'],
  ])('%j: %s', (machine, decision) => {
    expect(decideInstall(machine)).toBe(decision);
  });
});

describe('ports', () => {
  const freeBut =
    (...taken: number[]) =>
    (port: number) =>
      Promise.resolve(!taken.includes(port));

  it('are the wished ones when free', async () => {
    expect(await choosePorts({ app: 3000, admin: 4000 }, freeBut())).toEqual({ app: 3000, admin: 4000 });
  });

  it('move up past a taken one, and never meet', async () => {
    expect(await choosePorts({ app: 3000, operator: 3001, worker: 3002 }, freeBut(3000))).toEqual({
      app: 3001,
      operator: 3002,
      worker: 3003,
    });
  });

  it('say so when there is none', async () => {
    await expect(choosePorts({ app: 65_535 }, freeBut(65_535))).rejects.toThrow(
      'No port from 65535 to 65535 is free for app.',
    );
  });
});

describe('the data folder', () => {
  it('belongs to its owner alone, and keeps its keys', () => {
    const data = join(folder, 'data');
    openDataFolder(data);
    const first = secretsOf(data);
    const second = secretsOf(data);
    expect(first.areNew).toBe(true);
    expect(second).toEqual({ secrets: first.secrets, areNew: false });
    expect(statSync(data).mode & 0o777).toBe(0o700);
    expect(statSync(join(data, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('starts afresh on --reset', () => {
    const data = join(folder, 'reset');
    openDataFolder(data);
    const before = secretsOf(data).secrets;
    openDataFolder(data, { reset: true });
    expect(secretsOf(data).secrets).not.toEqual(before);
  });

  it.each(['{', '{"clientId":"x"}', '[]'])('refuses damaged keys and leaves them alone: %s', (text) => {
    const data = join(folder, 'damaged');
    openDataFolder(data);
    const file = join(data, 'secrets.json');
    writeFileSync(file, text);
    expect(() => secretsOf(data)).toThrow('is damaged');
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('makes a key of 32 bytes with an id', () => {
    const [id, key] = makeSecrets().keyRing.split(':');
    expect(id).toBe('local1');
    expect(Buffer.from(key ?? '', 'base64')).toHaveLength(32);
  });

  it('keeps a socket path short enough for the system', () => {
    expect(socketFolder('/home/me/prahari/.data', '/tmp')).toBe('/home/me/prahari/.data/sockets');
    const long = socketFolder(`/home/${'deep/'.repeat(20)}.data`, '/tmp');
    expect(long).toMatch(/^\/tmp\/prahari-\d+-[0-9a-f]{12}$/);
    expect(long).toBe(socketFolder(`/home/${'deep/'.repeat(20)}.data`, '/tmp'));
  });
});

describe('what a child says', () => {
  it.each([
    ['{"ready":true,"uri":"x"}', { ready: true, uri: 'x' }],
    ['{"ready":false}', null],
    ['{"level":30,"msg":"hello"}', null],
    ['{"ready":true', null],
    ['ready', null],
  ])('%s', (line, expected) => {
    expect(parseReady(line)).toEqual(expected);
  });
});

describe('times', () => {
  it.each([
    [3.4, '3 ms'],
    [999, '999 ms'],
    [26_140, '26.1 s'],
  ])('%s ms: %s', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });
});
