import { readFileSync } from 'node:fs';
import { checkServerIdentity, connect, type SecureVersion, type TLSSocket } from 'node:tls';
import { TLS_VERSIONS, type TlsReport, type TlsVersion } from '../../core/evidence/storefront.ts';
import type { ConnectorOptions } from './guarded-connector.ts';
import { isPublicAddress, judgeUrl, publicAddressOf, resolveBySystem } from './outbound-address.ts';

const LOOK_MS = 5_000;
const MAX_NAME_CHARS = 100;
/** Our own library refuses TLS 1.0 and 1.1 unless told, and a server that offers them would look clean. */
const ANY_CIPHER = 'DEFAULT@SECLEVEL=0';

interface Dialled {
  readonly host: string;
  readonly port: number;
  readonly servername: string;
  readonly ca: Buffer | undefined;
}

type Handshake = { readonly socket: TLSSocket } | { readonly fault: string; readonly isAnswered: boolean };

/**
 * Shakes hands with a host, and hangs up. The one place that looks at a certificate which a browser would refuse: nothing
 * is ever sent over such a connection. Null: nobody shakes hands there, or we do not go there.
 */
export function createTlsLook({ resolve = resolveBySystem, connectTo, caFile }: ConnectorOptions) {
  const ca = caFile === undefined ? undefined : readFileSync(caFile);

  return async function lookAtTls(host: string, signal?: AbortSignal): Promise<TlsReport | null> {
    let dialled: Dialled;
    try {
      judgeUrl(`https://${host}/`);
      const address = connectTo?.host ?? (await publicAddressOf(host, resolve));
      dialled = { host: address, port: connectTo?.port ?? 443, servername: host, ca };
    } catch {
      return null;
    }
    const handshake = await shakeHands(dialled, { minVersion: 'TLSv1', maxVersion: 'TLSv1.3', signal });
    signal?.throwIfAborted();
    if ('fault' in handshake && !handshake.isAnswered) return null;
    if ('socket' in handshake && !connectTo && !isPublicAddress(handshake.socket.remoteAddress ?? '')) {
      handshake.socket.destroy();
      return null;
    }
    const seen = 'fault' in handshake ? noCertificate(handshake.fault) : certificateOf(handshake.socket, host);
    if ('socket' in handshake) handshake.socket.destroy();
    const versions = await versionsOf(dialled, signal);
    signal?.throwIfAborted();
    return { ...seen, versions };
  };
}

type Seen = Omit<TlsReport, 'versions'>;

const noCertificate = (fault: string): Seen => ({
  isTrusted: false,
  isNameRight: false,
  fault,
  validTo: null,
  issuer: null,
});

function certificateOf(socket: TLSSocket, host: string): Seen {
  const certificate = socket.getPeerCertificate();
  if (Object.keys(certificate).length === 0) return noCertificate('NO_CERTIFICATE');
  // The chain is judged before the name: with a bad chain, nobody has looked at the name yet.
  const chainFault = socket.authorized ? null : codeOf(socket.authorizationError);
  const isNameRight = checkServerIdentity(host, certificate) === undefined;
  const isTrusted = chainFault === null || chainFault === 'ERR_TLS_CERT_ALTNAME_INVALID';
  const ends = Date.parse(certificate.valid_to);
  return {
    isTrusted,
    isNameRight,
    fault: isTrusted && !isNameRight ? 'ERR_TLS_CERT_ALTNAME_INVALID' : chainFault,
    validTo: Number.isNaN(ends) ? null : new Date(ends).toISOString(),
    issuer: nameOf(certificate.issuer.O) ?? nameOf(certificate.issuer.CN),
  };
}

/** A name in a certificate may come several times. */
function nameOf(value: string | string[] | undefined): string | null {
  return [value ?? []].flat()[0]?.slice(0, MAX_NAME_CHARS) ?? null;
}

async function versionsOf(dialled: Dialled, signal: AbortSignal | undefined): Promise<TlsReport['versions']> {
  const tried = await Promise.all(
    TLS_VERSIONS.map(async (version) => [version, await isAccepted(dialled, version, signal)] as const),
  );
  return Object.fromEntries(tried) as Record<TlsVersion, boolean | null>;
}

async function isAccepted(
  dialled: Dialled,
  version: SecureVersion,
  signal: AbortSignal | undefined,
): Promise<boolean | null> {
  const handshake = await shakeHands(dialled, { minVersion: version, maxVersion: version, signal });
  if ('fault' in handshake) return handshake.isAnswered ? false : null;
  handshake.socket.destroy();
  return true;
}

function shakeHands(
  { host, port, servername, ca }: Dialled,
  {
    minVersion,
    maxVersion,
    signal,
  }: { minVersion: SecureVersion; maxVersion: SecureVersion; signal: AbortSignal | undefined },
): Promise<Handshake> {
  return new Promise((resolve) => {
    let isConnected = false;
    const deadline = AbortSignal.timeout(LOOK_MS);
    const stop = signal ? AbortSignal.any([signal, deadline]) : deadline;
    const options = { host, port, servername, minVersion, maxVersion, ciphers: ANY_CIPHER };
    const socket = connect({ ...options, ...(ca && { ca }), rejectUnauthorized: false, ALPNProtocols: ['http/1.1'] });
    const end = (handshake: Handshake) => {
      stop.removeEventListener('abort', onStop);
      if ('fault' in handshake) socket.destroy();
      resolve(handshake);
    };
    const onStop = () => end({ fault: 'ETIMEDOUT', isAnswered: false });
    stop.addEventListener('abort', onStop);
    if (stop.aborted) onStop();
    socket.once('connect', () => (isConnected = true));
    socket.once('secureConnect', () => end({ socket }));
    // Stays on: a connection that breaks after its handshake is no news.
    socket.on('error', (error) => end({ fault: codeOf(error), isAnswered: isConnected && !isOurs(codeOf(error)) }));
  });
}

/** Our own library does not speak the version: what the server would say is not known. */
const isOurs = (code: string): boolean =>
  code === 'ERR_SSL_NO_PROTOCOLS_AVAILABLE' || code === 'ERR_SSL_NO_CIPHERS_AVAILABLE';

function codeOf(error: unknown): string {
  const code = typeof error === 'string' ? error : (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[A-Z0-9_]{2,60}$/.test(code) ? code : 'UNKNOWN';
}
