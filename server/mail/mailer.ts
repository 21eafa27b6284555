import { mailAddress } from '../../core/notices/address.ts';
import type { Language } from '../../core/text.ts';
import type { Attempt } from '../outbox/channel.ts';
import type { MailSender } from './mail-address.ts';
import { mailAttempt } from './mail-attempt.ts';
import { mailTransport } from './mail-transport.ts';
import type { MailService } from './mail-url.ts';

/** One mail as it is sent, each time the same. */
export interface MailMessage {
  /** One plain address. */
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly language: Language;
  /** Of its delivery; receivers tell repeats by it and by `messageId`. */
  readonly identity: string;
  /** Without angle brackets: "word@our.host". */
  readonly messageId: string;
  /** When it was composed. */
  readonly writtenAt: string;
  /** Where one POST stops such mails; null: there is nothing to stop. */
  readonly stopUrl: string | null;
}

/** The way out for mail. */
export interface Mailer {
  /** One try. Throws nothing but defects. */
  send(message: MailMessage): Promise<Attempt>;
  close(): void;
}

/** Characters that would begin another header, and those that programs read as such. */
const BREAKS = /[\p{Cc}\u2028\u2029]/u;
const DEFAULT_TIMEOUT_MS = 20_000;

/**
 * Sends through one SMTP service. Texts become parts of the message and nothing else: no file, no address is read, and no
 * list of addresses is taken.
 *
 * @param timeoutMs for each step of the talk
 */
export function createMailer({
  service,
  from,
  timeoutMs = DEFAULT_TIMEOUT_MS,
}: {
  service: MailService;
  from: MailSender;
  timeoutMs?: number;
}): Mailer {
  const transport = mailTransport(service, timeoutMs);
  return {
    async send(message) {
      const { to, subject, html, text, language, identity, messageId, writtenAt, stopUrl } = message;
      if ([subject, identity, messageId, stopUrl ?? ''].some((line) => BREAKS.test(line)) || mailAddress(to) !== to) {
        return { outcome: 'never', code: 'bad-message' };
      }
      try {
        await transport.sendMail({
          ...{ from, to: { name: '', address: to }, subject, html, text },
          ...{ messageId: `<${messageId}>`, date: new Date(writtenAt), xMailer: false },
          headers: {
            'X-Prahari-Notice': identity,
            'Content-Language': language,
            'Auto-Submitted': 'auto-generated',
            ...(stopUrl !== null && {
              'List-Unsubscribe': `<${stopUrl}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
          },
          ...{ disableFileAccess: true, disableUrlAccess: true },
        });
        return { outcome: 'sent' };
      } catch (error) {
        return mailAttempt(error);
      }
    },
    close: () => transport.close(),
  };
}
