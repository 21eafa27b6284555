import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Sandbox } from '../start.ts';
import { callShop } from '../testing/shop-client.ts';
import { PLANTED, testSandbox } from '../testing/test-sandbox.ts';
import { openAuthority } from './authority.ts';

describe('the authority', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prahari-tls-'));
  const now = () => new Date('2026-11-22T12:00:00Z');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once and opened again', async () => {
    const first = readFileSync((await openAuthority(folder, now)).caFile, 'utf8');
    expect(readFileSync((await openAuthority(folder, now)).caFile, 'utf8')).toBe(first);
    const certificate = new X509Certificate(first);
    expect(certificate.ca).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(createPrivateKey(readFileSync(join(folder, 'ca-key.pem'))))).toBe(true);
  });

  it('keeps its key to its owner', () => {
    expect(statSync(join(folder, 'ca-key.pem')).mode & 0o777).toBe(0o600);
  });

  it('is made anew when its time is over, or its key is another’s', async () => {
    const first = readFileSync(join(folder, 'ca.pem'), 'utf8');
    await openAuthority(folder, () => new Date('2037-01-01T00:00:00Z'));
    const second = readFileSync(join(folder, 'ca.pem'), 'utf8');
    expect(second).not.toBe(first);
    writeFileSync(join(folder, 'ca.pem'), first);
    await openAuthority(folder, now);
    expect(readFileSync(join(folder, 'ca.pem'), 'utf8')).not.toBe(first);
  });
});

describe('the shops’ port', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await testSandbox();
  });
  afterAll(() => sandbox.close());

  /** The code with which a handshake fails, or "ok". */
  const handshake = (servername: string, ca: string | undefined) =>
    new Promise<string>((resolve) => {
      const socket = connect(
        { host: '127.0.0.1', port: sandbox.httpsPort, servername, ...(ca !== undefined && { ca }) },
        () => resolve('ok'),
      );
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      socket.once('close', () => resolve('closed'));
      socket.setTimeout(5_000, () => socket.destroy());
      socket.once('secureConnect', () => socket.destroy());
    });

  it.each([PLANTED, 'www.vastra-niketan.example', 'saaf-dukaan.myshopify.com', 'elsewhere.example'])(
    'shows a certificate for %s that the sandbox’s authority signed',
    async (host) => {
      expect(await handshake(host, readFileSync(sandbox.caFile, 'utf8'))).toBe('ok');
    },
  );

  it('is trusted by nobody who was not given the authority', async () => {
    expect(await handshake(PLANTED, undefined)).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  });

  it.each(['diwali-sale.vastra-niketan.example', 'shop.invalid', 'www.shopify.com'])(
    'has no certificate for %s',
    async (host) => {
      expect(await handshake(host, readFileSync(sandbox.caFile, 'utf8'))).not.toBe('ok');
    },
  );

  it('gives the forgotten domain its certificate once mended', async () => {
    await sandbox.core.mend(PLANTED, 'domain-without-tls');
    expect(await handshake('diwali-sale.vastra-niketan.example', readFileSync(sandbox.caFile, 'utf8'))).toBe('ok');
  });

  it('sends plain HTTP to HTTPS', async () => {
    const answer = await fetch(`http://127.0.0.1:${sandbox.httpsPort}/products/x?y=1`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([301, 'https://127.0.0.1/products/x?y=1']);
  });

  it('knows no shop at another name', async () => {
    expect((await callShop(sandbox, 'https://elsewhere.example/')).status).toBe(404);
  });
});
