import { startMailCatcher, type MailCatcher } from '../sandbox/mail/catcher.ts';
import { headerOf } from '../sandbox/mail/read-mail.ts';
import type { MailMessage } from '../server/mail/mailer.ts';
import { readMailUrl, type MailService } from '../server/mail/mail-url.ts';

export { headerOf };
export type { MailFault } from '../sandbox/mail/catcher.ts';

/** The sandbox's catcher, and how the app would be told of it. */
export async function mailCatcher(): Promise<MailCatcher & { readonly service: MailService }> {
  const catcher = await startMailCatcher();
  const service = readMailUrl(catcher.url);
  if (!service) throw new Error('The catcher has no address.');
  return { ...catcher, service };
}

export function aMail(over: Partial<MailMessage> = {}): MailMessage {
  return {
    to: 'asha@marigold.example',
    subject: '2 new alerts, ₹14,200 GST at stake',
    html: '<!doctype html><p>Wrong tax on 14 orders.</p>',
    text: 'Wrong tax on 14 orders.\n',
    language: 'en',
    identity: 'alerts:0123456789abcdef01234567:mail:0123456789abcdef01234568',
    messageId: 'invented-word@prahari.example',
    writtenAt: '2026-11-23T03:30:00.000Z',
    stopUrl: 'https://prahari.example/mail/stop?token=invented',
    ...over,
  };
}
