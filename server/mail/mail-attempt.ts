import type { Attempt } from '../outbox/channel.ts';

/** What nodemailer's errors carry. Their texts may hold addresses, so they go no further. */
interface MailError {
  readonly code?: string;
  /** Of the server's answer. */
  readonly responseCode?: number;
  readonly response?: string;
  /** During which command: "RCPT TO". */
  readonly command?: string;
}

/** The receiving server does not want such mail at all; the address may well be right. RFC 3463, X.7.X. */
const POLICY = /\b5\.7\.\d/;

const AGAIN: Readonly<Record<string, string>> = {
  ETIMEDOUT: 'timed-out',
  EAUTH: 'mail-sign-in',
  ENOAUTH: 'mail-sign-in',
  ETLS: 'tls',
  EDNS: 'unreachable',
};

/**
 * What a failed try means. 5xx for the address: the mailbox is not there ("bounced"). 5xx for what we wrote: never again.
 * Everything else says nothing about this mail, so it is tried again.
 */
export function mailAttempt(error: unknown): Attempt {
  const { code = '', responseCode = 0, response = '', command = '' } = (error ?? {}) as MailError;
  const isFinal = responseCode >= 500 && responseCode < 600;
  if (isFinal && command.startsWith('RCPT')) {
    return { outcome: 'never', code: POLICY.test(response) ? 'refused' : 'bounced' };
  }
  if (isFinal && command.startsWith('DATA')) return { outcome: 'never', code: 'refused' };
  if (isFinal && command.startsWith('MAIL')) return { outcome: 'again', code: 'sender-refused' };
  const known = AGAIN[code];
  if (known !== undefined) return { outcome: 'again', code: known };
  return { outcome: 'again', code: responseCode >= 400 ? 'refused-for-now' : 'unreachable' };
}
