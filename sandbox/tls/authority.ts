import { createPrivateKey, generateKeyPairSync, X509Certificate, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSecureContext, type SecureContext } from 'node:tls';

import { certificatePem } from './certificate.ts';

const AUTHORITY_NAME = 'Prahari sandbox authority (this machine only)';
const HOSTS_REMEMBERED = 1_000;

/** The sandbox's own certificate authority: one a folder, trusted by nobody but the app in development. */
export interface Authority {
  readonly caFile: string;
  /** A server certificate for the host, made on the first call. */
  contextFor(host: string): SecureContext;
}

/** Opens the authority in the folder, or makes it: `ca.pem` for everybody, `ca-key.pem` for its owner only. */
export function openAuthority(folder: string, now: () => Date): Authority {
  const caFile = join(folder, 'ca.pem');
  const keyFile = join(folder, 'ca-key.pem');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isStillGood(caFile, keyFile, now())) writeAuthority(caFile, keyFile, now());
  const issuer = { name: AUTHORITY_NAME, key: createPrivateKey(readFileSync(keyFile)) };
  const contexts = new Map<string, SecureContext>();

  return {
    caFile,
    contextFor(host) {
      const known = contexts.get(host);
      if (known) return known;
      if (contexts.size >= HOSTS_REMEMBERED) contexts.clear();
      const key = newKey();
      const cert = certificatePem({ subject: host, key, issuer, hosts: [host], now: now(), days: 90 });
      const made = createSecureContext({ key: pemOf(key), cert, minVersion: 'TLSv1.2' });
      contexts.set(host, made);
      return made;
    },
  };
}

function isStillGood(caFile: string, keyFile: string, now: Date): boolean {
  if (!existsSync(caFile) || !existsSync(keyFile)) return false;
  const certificate = new X509Certificate(readFileSync(caFile));
  return certificate.checkPrivateKey(createPrivateKey(readFileSync(keyFile))) && new Date(certificate.validTo) > now;
}

function writeAuthority(caFile: string, keyFile: string, now: Date): void {
  const key = newKey();
  const issuer = { name: AUTHORITY_NAME, key };
  writeFileSync(keyFile, pemOf(key), { mode: 0o600 });
  writeFileSync(caFile, certificatePem({ subject: AUTHORITY_NAME, key, issuer, hosts: null, now, days: 3_650 }));
}

function newKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
