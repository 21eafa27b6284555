import { createHash, createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto';

import { bitString, boolean, context, integer, octetString, oid, sequence, set, utcTime, utf8 } from './der.ts';

const DAY_MS = 86_400_000;
const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));

/** An X.509 v3 certificate (RFC 5280) over a P-256 key, as PEM. */
export function certificatePem(wanted: {
  subject: string;
  /** The public half goes into the certificate. */
  key: KeyObject;
  issuer: { name: string; key: KeyObject };
  /** Host names for a server's certificate; null makes an authority. */
  hosts: readonly string[] | null;
  now: Date;
  days: number;
}): string {
  const publicKey = createPublicKey(wanted.key).export({ type: 'spki', format: 'der' });
  const toSign = sequence(
    context(0, integer(Buffer.from([2]))),
    integer(serialNumber()),
    ECDSA_WITH_SHA256,
    nameOf(wanted.issuer.name),
    sequence(
      utcTime(new Date(wanted.now.getTime() - DAY_MS)),
      utcTime(new Date(wanted.now.getTime() + wanted.days * DAY_MS)),
    ),
    nameOf(wanted.subject),
    publicKey,
    context(3, sequence(...extensions(wanted.hosts, publicKey, wanted.issuer.key))),
  );
  const der = sequence(toSign, ECDSA_WITH_SHA256, bitString(sign('sha256', toSign, wanted.issuer.key)));
  return `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/(.{64})(?!$)/g, '$1\n')}\n-----END CERTIFICATE-----\n`;
}

function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40; // positive, and never led by a zero byte
  return bytes;
}

function nameOf(commonName: string): Buffer {
  return sequence(set(sequence(oid('2.5.4.3'), utf8(commonName))));
}

function extensions(hosts: readonly string[] | null, publicKey: Buffer, issuerKey: KeyObject): Buffer[] {
  const keyIds = [
    extension('2.5.29.14', octetString(keyIdentifier(publicKey))),
    extension(
      '2.5.29.35',
      sequence(
        context(0, keyIdentifier(createPublicKey(issuerKey).export({ type: 'spki', format: 'der' })), 'primitive'),
      ),
    ),
  ];
  if (hosts === null) {
    return [
      critical('2.5.29.19', sequence(boolean(true))),
      critical('2.5.29.15', bitString(Buffer.from([0b0000_0110]), 1)), // keyCertSign, cRLSign
      ...keyIds,
    ];
  }
  return [
    critical('2.5.29.19', sequence()),
    critical('2.5.29.15', bitString(Buffer.from([0b1000_0000]), 7)), // digitalSignature
    extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))), // serverAuth
    extension('2.5.29.17', sequence(...hosts.map((host) => context(2, Buffer.from(host), 'primitive')))),
    ...keyIds,
  ];
}

function extension(id: string, value: Buffer): Buffer {
  return sequence(oid(id), octetString(value));
}

function critical(id: string, value: Buffer): Buffer {
  return sequence(oid(id), boolean(true), octetString(value));
}

function keyIdentifier(publicKey: Buffer): Buffer {
  return createHash('sha1').update(publicKey).digest();
}
