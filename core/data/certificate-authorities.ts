/** An authority that issues certificates, and the names by which CAA records allow it. */
export interface CertificateAuthority {
  /** Part of the issuer's name in its certificates, in lower case. */
  readonly issuer: string;
  readonly caaNames: readonly string[];
}

/**
 * Only authorities whose names were confirmed; of another one nobody is told that a record leaves it out. Source:
 * published help pages that list the names (interssl.com, support.getshifter.io; read 2026-11-22).
 */
export const CERTIFICATE_AUTHORITIES: readonly CertificateAuthority[] = [
  { issuer: "let's encrypt", caaNames: ['letsencrypt.org'] },
  { issuer: 'digicert', caaNames: ['digicert.com'] },
  { issuer: 'sectigo', caaNames: ['sectigo.com', 'comodoca.com'] },
  { issuer: 'amazon', caaNames: ['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com'] },
];
