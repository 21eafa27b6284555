import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

import type { Sandbox } from '../start.ts';
import { testSandbox } from '../testing/test-sandbox.ts';
import { headerOf, readMail } from './read-mail.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await testSandbox({ appUrl: 'http://localhost:3999' });
});
afterAll(() => sandbox.close());

async function send(subject: string, over: object = {}): Promise<void> {
  const transport = createTransport(sandbox.mail.url);
  try {
    await transport.sendMail({
      ...{ from: 'alerts@prahari.example', to: 'asha@marigold.example', subject },
      ...{ text: 'नमस्ते = दुकान\nline two', html: '<html><head></head><p onclick="x()">₹ <script>1</script></p></html>' },
      ...over,
    });
  } finally {
    transport.close();
  }
}
const get = (path: string, accept = 'application/json') =>
  fetch(`${sandbox.adminUrl}/sandbox${path}`, { headers: { Accept: accept } });

it('shows what was sent to anybody, taken apart', async () => {
  const subject = `नए अलर्ट, ₹14,200 GST: ${'a long tail of words '.repeat(6)}end`;
  await send(subject);
  const { mails } = (await (await get('/mails')).json()) as { mails: { number: number }[] };
  const number = mails.at(-1)?.number ?? 0;
  const mail = (await (await get(`/mails/${number}`)).json()) as Record<string, unknown>;
  expect(mail).toMatchObject({ from: 'alerts@prahari.example', to: ['asha@marigold.example'] });
  expect(mail['text']).toBe('नमस्ते = दुकान\nline two');
  expect(headerOf(mail as never, 'SUBJECT')).toBe(subject);
  expect((await get('/mails/99999')).status).toBe(404);
});

it('has a page for people, on which a mail can run nothing and load nothing', async () => {
  await send('<script>alert(1)</script>');
  const number = sandbox.mail.mails.at(-1)?.number;
  const list = await (await get('/mails', 'text/html')).text();
  expect(list).toContain('&#60;script&#62;alert(1)');
  const page = await (await get(`/mails/${number}`, 'text/html')).text();
  expect(page).toMatch(/<iframe[^>]*sandbox="allow-popups"/);
  const body = await get(`/mails/${number}/body`, 'text/html');
  expect(body.headers.get('content-security-policy')).toMatch(/^sandbox allow-popups; default-src 'none'/);
  expect(await body.text()).toContain('<base target="_blank">');
});

it('goes wrong on demand, and well again', async () => {
  const fault = async (name: unknown) =>
    (
      await fetch(`${sandbox.adminUrl}/sandbox/mail`, {
        method: 'POST',
        body: JSON.stringify({ fault: name }),
        headers: { 'Content-Type': 'application/json' },
      })
    ).status;
  expect(await fault('nonsense')).toBe(400);
  expect(await fault('later')).toBe(200);
  await expect(send('x')).rejects.toThrow(/450/);
  expect(await fault(null)).toBe(200);
  await send('x');
});

it.each<[string, string, string]>([
  ['folded headers', 'Subject: one\r\n two\r\n\tthree\r\n\r\nbody', 'one two three'],
  ['words in Q and B', 'Subject: =?UTF-8?Q?=E2=82=B9_1?= =?UTF-8?B?4oK5?=\r\n\r\n', '₹ 1₹'],
  ['a letter cut in two words', 'Subject: =?utf-8?Q?=E2=82?= =?utf-8?Q?=B9?=\r\n\r\n', '₹'],
  ['no body', 'Subject: alone', 'alone'],
])('reads %s', (_name, raw, subject) => {
  expect(headerOf(readMail(raw), 'subject')).toBe(subject);
});
