import Router from 'koa-router';
import { z } from 'zod';

import { html } from '../frame/html.ts';
import { plainPage } from '../frame/layout.ts';
import { readObject } from '../read-body.ts';
import { MAIL_FAULTS, type CaughtMail, type MailCatcher } from './catcher.ts';
import { headerOf } from './read-mail.ts';

const Change = z.strictObject({ fault: z.enum(MAIL_FAULTS).nullable() });

/** What was mailed: a page for people, JSON for tests, and the service's faults. */
export function mailControlRoutes(catcher: MailCatcher): Router {
  const router = new Router({ prefix: '/sandbox' });

  router.get('/mails', (ctx) => {
    if (ctx.accepts('json', 'html') === 'html') ctx.body = listPage(catcher.mails);
    else ctx.body = { mails: catcher.mails.map(described) };
  });

  router.get('/mails/:number', (ctx) => {
    const mail = catcher.mails.find(({ number }) => String(number) === ctx.params['number']);
    if (!mail) return;
    ctx.body = ctx.accepts('json', 'html') === 'html' ? mailPage(mail) : { ...described(mail), raw: mail.raw };
  });

  /** The mail's own HTML, for the frame of its page: no script, no form, nothing from elsewhere. */
  router.get('/mails/:number/body', (ctx) => {
    const mail = catcher.mails.find(({ number }) => String(number) === ctx.params['number']);
    if (!mail) return;
    ctx.set('Content-Security-Policy', "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'");
    ctx.type = 'text/html; charset=utf-8';
    // Links leave the frame, as they leave a mail program.
    ctx.body = mail.html.replace('<head>', '<head><base target="_blank">');
  });

  router.post('/mail', async (ctx) => {
    const change = Change.safeParse((await readObject(ctx)) ?? {});
    if (change.success) catcher.fail(change.data.fault);
    ctx.status = change.success ? 200 : 400;
    ctx.body = change.success ? { fault: change.data.fault } : { error: z.prettifyError(change.error) };
  });

  return router;
}

function described({ number, at, from, to, headers, text, html: markup }: CaughtMail) {
  return { number, at: at.toISOString(), from, to, headers, text, html: markup };
}

const subjectOf = (mail: CaughtMail): string => headerOf(mail, 'subject') ?? '(no subject)';

function listPage(mails: readonly CaughtMail[]): string {
  const rows = mails.toReversed().map(
    (mail) =>
      html`<li class="card">
        <h2><a href="/sandbox/mails/${mail.number}">${subjectOf(mail)}</a></h2>
        <p class="quiet">to ${mail.to.join(', ')} · ${mail.at.toISOString()}</p>
      </li>`,
  );
  return plainPage(
    'Mails',
    html`<p class="mark">Sandbox</p>
      <h1>What Prahari mailed</h1>
      <p>Nothing of it left this machine. <a href="/">All sandbox shops</a></p>
      ${
        rows.length === 0
          ? html`<p>No mail yet.</p>`
          : html`<ul class="cards">
              ${rows}
            </ul>`
      }`,
  );
}

function mailPage(mail: CaughtMail): string {
  const rows = mail.headers.map(
    ([name, value]) =>
      html`<dt>${name}</dt>
        <dd>${value}</dd>`,
  );
  return plainPage(
    subjectOf(mail),
    html`<p><a href="/sandbox/mails">All mails</a></p>
      <h1>${subjectOf(mail)}</h1>
      <iframe
        title="The mail"
        src="/sandbox/mails/${mail.number}/body"
        sandbox="allow-popups"
        style="width:100%;height:900px;border:1px solid #c9cccf"
      ></iframe>
      <h2>As text</h2>
      <pre style="white-space:pre-wrap">${mail.text}</pre>
      <h2>Headers</h2>
      <dl>${rows}</dl>`,
  );
}
