import type { webcrypto } from 'node:crypto';
import { createPrivateKey, createPublicKey, KeyObject, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSecureContext, type SecureContext } from 'node:tls';

import { certificatePem, newKeys, type Issuer } from './certificate.ts';

const AUTHORITY_NAME = 'Prahari sandbox authority (this machine only)';
const HOSTS_REMEMBERED = 1_000;

/** The sandbox's own certificate authority: one a folder, trusted by nobody but the app in development. */
export interface Authority {
  readonly caFile: string;
  /** A server certificate for the host, made on the first call; for 90 days unless told. */
  contextFor(host: string, days?: number): Promise<SecureContext>;
}

/** Opens the authority in the folder, or makes it: `ca.pem` for everybody, `ca-key.pem` for its owner only. */
export async function openAuthority(folder: string, now: () => Date): Promise<Authority> {
  const caFile = join(folder, 'ca.pem');
  const keyFile = join(folder, 'ca-key.pem');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isStillGood(caFile, keyFile, now())) await writeAuthority(caFile, keyFile, now());
  const issuer: Issuer = { name: AUTHORITY_NAME, keys: readKeys(keyFile) };
  const contexts = new Map<string, Promise<SecureContext>>();

  async function make(host: string, days: number): Promise<SecureContext> {
    const { privateKey, publicKey } = await newKeys();
    const cert = await certificatePem({ subject: host, publicKey, issuer, hosts: [host], now: now(), days });
    return createSecureContext({ key: pemOf(privateKey), cert, minVersion: 'TLSv1.2' });
  }

  return {
    caFile,
    contextFor(host, days = 90) {
      const known = contexts.get(`${host} ${days}`);
      if (known) return known;
      if (contexts.size >= HOSTS_REMEMBERED) contexts.clear();
      const made = make(host, days);
      contexts.set(`${host} ${days}`, made);
      return made;
    },
  };
}

function isStillGood(caFile: string, keyFile: string, now: Date): boolean {
  if (!existsSync(caFile) || !existsSync(keyFile)) return false;
  const certificate = new X509Certificate(readFileSync(caFile));
  return certificate.checkPrivateKey(createPrivateKey(readFileSync(keyFile))) && new Date(certificate.validTo) > now;
}

async function writeAuthority(caFile: string, keyFile: string, now: Date): Promise<void> {
  const keys = await newKeys();
  const issuer = { name: AUTHORITY_NAME, keys };
  const { publicKey } = keys;
  writeFileSync(keyFile, pemOf(keys.privateKey), { mode: 0o600 });
  writeFileSync(
    caFile,
    await certificatePem({ subject: AUTHORITY_NAME, publicKey, issuer, hosts: null, now, days: 3_650 }),
  );
}

function readKeys(keyFile: string): webcrypto.CryptoKeyPair {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const privateKey = createPrivateKey(readFileSync(keyFile));
  return {
    privateKey: privateKey.toCryptoKey(algorithm, true, ['sign']),
    publicKey: createPublicKey(privateKey).toCryptoKey(algorithm, true, ['verify']),
  };
}

function pemOf(key: webcrypto.CryptoKey): string {
  return KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }).toString();
}
