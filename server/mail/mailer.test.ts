import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aMail, headerOf, mailCatcher, type MailFault } from '../../test/mail-catcher.ts';
import type { Attempt } from '../outbox/channel.ts';
import { createMailer, type Mailer, type MailMessage } from './mailer.ts';

const from = { name: 'Prahari', address: 'alerts@prahari.example' };
let catcher: Awaited<ReturnType<typeof mailCatcher>>;
let mailer: Mailer;

beforeAll(async () => {
  catcher = await mailCatcher();
  mailer = createMailer({ service: catcher.service, from, timeoutMs: 400 });
});
afterAll(async () => {
  mailer.close();
  await catcher.close();
});
beforeEach(() => {
  catcher.fail(null);
  catcher.forget();
});

describe('a mail', () => {
  it('carries its identity, who it is from, how to stop it, and both of its faces', async () => {
    const message = aMail({ subject: '2 नए अलर्ट, ₹14,200 GST पर असर', html: '<p>₹ नमस्ते</p>', text: '₹ नमस्ते\n' });
    expect(await mailer.send(message)).toEqual({ outcome: 'sent' });
    const [mail] = catcher.mails;
    if (!mail) throw new Error('nothing came');
    expect(mail).toMatchObject({ from: from.address, to: [message.to], text: '₹ नमस्ते\n', html: '<p>₹ नमस्ते</p>' });
    expect(Object.fromEntries(mail.headers)).toMatchObject({
      From: 'Prahari <alerts@prahari.example>',
      To: 'asha@marigold.example',
      Subject: message.subject,
      'Message-ID': '<invented-word@prahari.example>',
      'X-Prahari-Notice': message.identity,
      'List-Unsubscribe': '<https://prahari.example/mail/stop?token=invented>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      Date: 'Mon, 23 Nov 2026 03:30:00 +0000',
    });
  });

  it('that nobody asked for says nothing of stopping', async () => {
    await mailer.send(aMail({ stopUrl: null }));
    expect(catcher.mails[0]?.headers.filter(([name]) => /^list-/i.test(name))).toEqual([]);
  });

  it('P3: is sent again under the same id and with the same words', async () => {
    catcher.fail('accept-then-silence');
    expect(await mailer.send(aMail())).toEqual({ outcome: 'again', code: 'timed-out' });
    catcher.fail(null);
    expect(await mailer.send(aMail())).toEqual({ outcome: 'sent' });
    const told = catcher.mails.map((mail) => [
      headerOf(mail, 'message-id'),
      headerOf(mail, 'x-prahari-notice'),
      mail.text,
    ]);
    expect(told).toHaveLength(2);
    expect(told[0]).toEqual(told[1]);
  });
});

it.each<[MailFault, Attempt]>([
  ['no-such-mailbox', { outcome: 'never', code: 'bounced' }],
  ['mailbox-policy', { outcome: 'never', code: 'refused' }],
  ['later', { outcome: 'again', code: 'refused-for-now' }],
  ['refuse-sender', { outcome: 'again', code: 'sender-refused' }],
  ['refuse-content', { outcome: 'never', code: 'refused' }],
  ['busy', { outcome: 'again', code: 'refused-for-now' }],
  ['accept-then-silence', { outcome: 'again', code: 'timed-out' }],
  ['drop', { outcome: 'again', code: 'unreachable' }],
])('a service that answers with "%s": %j', async (fault, attempt) => {
  catcher.fail(fault);
  expect(await mailer.send(aMail())).toEqual(attempt);
  // The next mail goes through, whatever became of the connection.
  catcher.fail(null);
  expect(await mailer.send(aMail())).toEqual({ outcome: 'sent' });
});

it('a service that lets nobody in, or is not there, is asked again', async () => {
  const alone = await mailCatcher();
  alone.fail('refuse');
  const other = createMailer({ service: alone.service, from, timeoutMs: 400 });
  expect(await other.send(aMail())).toMatchObject({ outcome: 'again' });
  await alone.close();
  expect(await other.send(aMail())).toEqual({ outcome: 'again', code: 'unreachable' });
  other.close();
});

it('on the way to another machine a mail is not sent in the clear', async () => {
  // Leads here as well, and does not say so.
  const service = { ...catcher.service, host: '0.0.0.0' };
  const strict = createMailer({ service, from, timeoutMs: 400 });
  expect(await strict.send(aMail())).toMatchObject({ outcome: 'again', code: 'tls' });
  expect(catcher.mails).toEqual([]);
  strict.close();
});

const BREAKS = ['\r\nBcc: eve@evil.example', '\nSubject: Pay', '\r', '\u0000', '\u0085', '\u2028X: y', '\u2029'];

describe('M1: a line break in a header', () => {
  it.each(
    BREAKS.flatMap((ending) =>
      (['subject', 'identity', 'messageId', 'stopUrl', 'to'] as const).map((field) => [field, JSON.stringify(ending)]),
    ),
  )('%s with %s is not sent', async (field, ending) => {
    const { [field as keyof MailMessage]: clean } = aMail();
    const message = aMail({ [field]: `${clean}${JSON.parse(ending) as string}` });
    expect(await mailer.send(message)).toEqual({ outcome: 'never', code: 'bad-message' });
    expect(catcher.mails).toEqual([]);
  });

  it('in the words of the mail adds no header', async () => {
    const words = 'First\r\n\r\nBcc: eve@evil.example\r\n.\r\nMAIL FROM:<x@evil.example>\r\n';
    await mailer.send(aMail({ text: words, html: `<p>${words}</p>` }));
    expect(catcher.mails).toHaveLength(1);
    const names = catcher.mails[0]?.headers.map(([name]) => name.toLowerCase()).sort();
    expect(names).toEqual([
      ...['auto-submitted', 'content-language', 'content-type', 'date', 'from', 'list-unsubscribe'],
      ...['list-unsubscribe-post', 'message-id', 'mime-version', 'subject', 'to', 'x-prahari-notice'],
    ]);
    expect(catcher.mails[0]?.to).toEqual(['asha@marigold.example']);
  });
});

it.each([
  '"x@evil.example y"@corp.example',
  'asha@marigold.example, eve@evil.example',
  'Asha <asha@marigold.example>',
  'team:asha@marigold.example,eve@evil.example;',
  '(((((((((((a)))))))))))asha@marigold.example',
  'asha@[127.0.0.1]',
  'asha@localhost',
  'asha@marigold.example\u202E',
  'आशा@marigold.example',
  'asha@marigold..example',
  '.asha@marigold.example',
  '@evil.example:asha@marigold.example',
  '',
  `${'a'.repeat(300)}@marigold.example`,
])('M2: %j is no address that we write to', async (to) => {
  expect(await mailer.send(aMail({ to }))).toEqual({ outcome: 'never', code: 'bad-message' });
  expect(catcher.mails).toEqual([]);
});

it('M3: words that look like files, addresses or templates stay words', async () => {
  const words = 'file:///etc/passwd https://evil.example/x {{constructor}} ${7*7} <%= 7*7 %> {path:"/etc/passwd"}';
  await mailer.send(aMail({ text: words, html: `<p>${words}</p>`, subject: '{{subject}} ${7*7}' }));
  expect(catcher.mails[0]).toMatchObject({ text: expect.stringContaining(words), html: `<p>${words}</p>` });
  // Only texts are taken as parts: what is no text is refused before it is read.
  const sly = { path: '/etc/passwd' } as unknown as string;
  expect(await mailer.send(aMail({ html: sly }))).toMatchObject({ outcome: expect.stringMatching(/again|never/) });
  expect(catcher.mails).toHaveLength(1);
});
