import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';

const CONNECTIONS = 3;
const PORTS = { 'smtp:': 25, 'smtps:': 465 } as const;

/** What MAIL_URL says. Null: it is none that we speak. Query and path are refused: they would be options nobody meant. */
export function readMailUrl(text: string) {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  if (protocol !== 'smtp:' && protocol !== 'smtps:') return null;
  if (hostname === '' || !['', '/'].includes(pathname) || search !== '' || hash !== '') return null;
  try {
    return {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? PORTS[protocol] : Number(port),
      isTls: protocol === 'smtps:',
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
    };
  } catch {
    return null; // a "%" that begins no character
  }
}

/**
 * A few connections that wait for the next mail. On the way to another machine the talk is encrypted, by smtps:// or by
 * STARTTLS, and certificates are verified.
 *
 * @throws {Error} the address is none of MAIL_URL's; the configuration was read without it
 */
export function mailTransport(url: string, timeoutMs: number) {
  const place = readMailUrl(url);
  if (!place) throw new Error('MAIL_URL is no address of a mail service.');
  const { host, port, isTls, user, password } = place;
  return createTransport({
    ...{ pool: true, maxConnections: CONNECTIONS, maxRequeues: 0 },
    ...{ host, port, secure: isTls },
    ...(!isTls && (isThisMachine(host) ? { ignoreTLS: true } : { requireTLS: true })),
    ...(user !== '' && { auth: { user, pass: password } }),
    ...{ connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, dnsTimeout: timeoutMs, socketTimeout: timeoutMs },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
}

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
