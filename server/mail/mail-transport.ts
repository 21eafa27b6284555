import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';
import type { MailService } from './mail-url.ts';

const CONNECTIONS = 3;
/**
 * A few connections that wait for the next mail. On the way to another machine the talk is encrypted, by smtps:// or by
 * STARTTLS, and certificates are verified.
 */
export function mailTransport({ host, port, isTls, user, password }: MailService, timeoutMs: number) {
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
