import { KeyObject, type webcrypto } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createPlainServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type TlsOptions } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { certificatePem, newKeys, type Issuer } from '../../sandbox/tls/certificate.ts';
import { createTlsLook } from './tls-look.ts';

const DAY_MS = 86_400_000;
const HOST = 'shop.example';
const servers: Server[] = [];
let folder: string;
let caFile: string;
let authority: Issuer;
let stranger: Issuer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prahari-tls-'));
  caFile = join(folder, 'ca.pem');
  [authority, stranger] = (await Promise.all(
    ['Invented authority', 'Nobody'].map(async (name) => ({ name, keys: await newKeys() })),
  )) as [Issuer, Issuer];
  const { publicKey } = authority.keys;
  const own = { subject: authority.name, publicKey, issuer: authority, hosts: null, now: new Date(), days: 900 };
  await writeFile(caFile, await certificatePem(own));
});
afterAll(async () => {
  for (const server of servers) server.close();
  await rm(folder, { recursive: true });
});

interface Served {
  readonly issuer?: Issuer;
  readonly name?: string;
  /** Days before now that it was made. */
  readonly age?: number;
  readonly options?: TlsOptions;
}

async function look({ issuer = authority, name = HOST, age = 0, options = {} }: Served) {
  const { privateKey, publicKey } = await newKeys();
  const now = new Date(Date.now() - age * DAY_MS);
  const cert = await certificatePem({ subject: name, publicKey, issuer, hosts: [name], now, days: 30 });
  return lookAt(createServer({ key: pem(privateKey), cert, ...options }, (socket) => socket.end()));
}

const pem = (key: webcrypto.CryptoKey) => KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' });

async function lookAt(server: Server) {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return createTlsLook({ connectTo: { host: '127.0.0.1', port }, caFile })(HOST);
}

describe('a look at TLS', () => {
  it('tells a good certificate, who issued it and until when', async () => {
    const report = await look({});
    expect(report).toMatchObject({ isTrusted: true, isNameRight: true, fault: null, issuer: 'Invented authority' });
    expect(Date.parse(report?.validTo ?? '') - Date.now()).toBeGreaterThan(29 * DAY_MS);
    expect(report?.versions).toMatchObject({ 'TLSv1.2': true, 'TLSv1.3': true });
  });

  it.each<[string, () => Served, object]>([
    ['expired', () => ({ age: 60 }), { isTrusted: false, isNameRight: true, fault: 'CERT_HAS_EXPIRED' }],
    [
      'of another name',
      () => ({ name: 'other.example' }),
      { isTrusted: true, isNameRight: false, fault: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    ],
    [
      'of an unknown authority',
      () => ({ issuer: stranger }),
      { isTrusted: false, isNameRight: true, fault: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    ],
    [
      'expired and of another name',
      () => ({ age: 60, name: 'other.example' }),
      { isTrusted: false, isNameRight: false, fault: 'CERT_HAS_EXPIRED' },
    ],
  ])('tells one that is %s', async (_name, served, expected) => {
    expect(await look(served())).toMatchObject(expected);
  });

  it('tells one that signed itself', async () => {
    const keys = await newKeys();
    const issuer = { name: HOST, keys };
    const made = { subject: HOST, publicKey: keys.publicKey, issuer, hosts: [HOST], now: new Date(), days: 30 };
    const cert = await certificatePem(made);
    expect(await lookAt(createServer({ key: pem(keys.privateKey), cert }, (socket) => socket.end()))).toMatchObject({
      ...{ isTrusted: false, isNameRight: true, fault: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
  });

  it.each([
    [{ minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' }, [false, false, true, false]],
    [{ minVersion: 'TLSv1.3' }, [false, false, false, true]],
    [{ minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' }, [true, true, true, true]],
    [{ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }, [true, true, false, false]],
  ] as const)('tries each version at a server of %j', async (options, expected) => {
    const report = await look({ options });
    expect(Object.values(report?.versions ?? {})).toEqual(expected);
    expect(report?.isTrusted).toBe(true);
  });

  it('tells of a server that speaks something else', async () => {
    const plain = createPlainServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    });
    expect(await lookAt(plain)).toMatchObject({ isTrusted: false, isNameRight: false, validTo: null, issuer: null });
  });

  it.each([
    ['nobody listens', { connectTo: { host: '127.0.0.1', port: 1 } }, HOST],
    ['the name leads inward', { resolve: async () => ['127.0.0.1'] }, HOST],
    ['the name is no public one', { resolve: async () => ['8.8.8.8'] }, 'localhost'],
    ['the name is an address', { resolve: async () => ['8.8.8.8'] }, '169.254.169.254'],
    ['the name does not resolve', { resolve: () => Promise.reject(new Error('ENOTFOUND')) }, HOST],
  ])('is nothing where %s', async (_name, options, host) => {
    expect(await createTlsLook(options)(host)).toBeNull();
  });

  it('stops when the caller does', async () => {
    const reason = new Error('stopped');
    const hold = createPlainServer((socket) => void socket.on('error', () => undefined));
    servers.push(hold);
    await new Promise<void>((resolve) => hold.listen(0, '127.0.0.1', resolve));
    const { port } = hold.address() as AddressInfo;
    const stop = new AbortController();
    hold.once('connection', () => stop.abort(reason));
    await expect(createTlsLook({ connectTo: { host: '127.0.0.1', port } })(HOST, stop.signal)).rejects.toBe(reason);
  });
});
