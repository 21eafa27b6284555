import 'reflect-metadata'; // the certificate library needs it before it is loaded
import { randomBytes, webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const DAY_MS = 86_400_000;
const CURVE = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

export interface Issuer {
  readonly name: string;
  readonly keys: webcrypto.CryptoKeyPair;
}

export function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
}

/** An X.509 v3 certificate over a P-256 key, as PEM. */
export async function certificatePem(wanted: {
  subject: string;
  publicKey: webcrypto.CryptoKey;
  issuer: Issuer;
  /** Host names for a server's certificate; null makes an authority. */
  hosts: readonly string[] | null;
  now: Date;
  days: number;
}): Promise<string> {
  const { subject, publicKey, issuer, hosts, now, days } = wanted;
  const use =
    hosts === null
      ? [
          new BasicConstraintsExtension(true, undefined, true),
          new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
        ]
      : [
          new BasicConstraintsExtension(false, undefined, true),
          new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
          new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
          new SubjectAlternativeNameExtension(hosts.map((value) => ({ type: 'dns', value }))),
        ];
  const certificate = await X509CertificateGenerator.create(
    {
      serialNumber: `4${randomBytes(16).toString('hex').slice(1)}`,
      subject: [{ CN: [subject] }],
      issuer: [{ CN: [issuer.name] }],
      // Programs judge it by the machine's time, which `now` may be ahead of.
      notBefore: new Date(Math.min(now.getTime(), Date.now()) - DAY_MS),
      notAfter: new Date(now.getTime() + days * DAY_MS),
      publicKey,
      signingKey: issuer.keys.privateKey,
      signingAlgorithm: CURVE,
      extensions: [
        ...use,
        await SubjectKeyIdentifierExtension.create(publicKey, false, webcrypto),
        await AuthorityKeyIdentifierExtension.create(issuer.keys.publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  );
  return `${certificate.toString('pem')}\n`;
}
