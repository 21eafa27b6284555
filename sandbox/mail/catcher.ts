import type { AddressInfo, Socket } from 'node:net';

import { SMTPServer } from 'smtp-server';

import { readMail, type ReadMail } from './read-mail.ts';

/** One mail that was sent to anybody at all. */
export interface CaughtMail extends ReadMail {
  /** 1, 2, 3 … in the order in which they came. */
  readonly number: number;
  readonly at: Date;
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the wire. */
  readonly raw: string;
}

/** How a mail service can go wrong. */
export const MAIL_FAULTS = [
  'refuse', // nobody may come in
  'no-such-mailbox', // 550 for the address
  'mailbox-policy', // 550 5.7.1 for the address: it is there, and wants no such mail
  'later', // 450 for the address
  'refuse-sender', // 550 for who it is from
  'refuse-content', // 554 for what it says
  'busy', // 451 for what it says
  'accept-then-silence', // the mail is kept, and no answer comes
  'drop', // the line breaks in the middle of the mail
] as const;
export type MailFault = (typeof MAIL_FAULTS)[number];

const MOST_KEPT = 500;
const LARGEST_BYTES = 2 * 1024 * 1024;

export interface MailCatcher {
  /** What MAIL_URL takes: "smtp://127.0.0.1:PORT". */
  readonly url: string;
  /** Newest last; the last five hundred. */
  readonly mails: readonly CaughtMail[];
  /** How it behaves from now on; null: well. */
  fail(fault: MailFault | null): void;
  forget(): void;
  close(): Promise<void>;
}

const refusal = (code: number, words: string): Error => Object.assign(new Error(words), { responseCode: code });

/** A mail service on this machine alone, which delivers nothing and shows everything. */
export async function startMailCatcher({ now = () => new Date() }: { now?: () => Date } = {}): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const sockets = new Set<Socket>();
  let fault: MailFault | null = null;
  let count = 0;

  function keep(raw: string, from: string, to: readonly string[]): void {
    count += 1;
    mails.push({ number: count, at: now(), from, to, raw, ...readMail(raw) });
    if (mails.length > MOST_KEPT) mails.shift();
  }

  const answers: Partial<Record<MailFault, Error>> = {
    refuse: refusal(554, 'no service here'),
    'no-such-mailbox': refusal(550, '5.1.1 no such mailbox'),
    'mailbox-policy': refusal(550, '5.7.1 not wanted here'),
    later: refusal(450, '4.2.1 come back later'),
    'refuse-sender': refusal(550, '5.1.8 unknown sender'),
    'refuse-content': refusal(554, '5.6.0 not this'),
    busy: refusal(451, '4.3.0 busy'),
  };
  const when = (...faults: readonly MailFault[]) =>
    fault !== null && faults.includes(fault) ? answers[fault] : undefined;

  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, logger: false },
    ...{ size: LARGEST_BYTES, closeTimeout: 100 },
    onConnect: (_session, done) => done(when('refuse')),
    onMailFrom: (_address, _session, done) => done(when('refuse-sender')),
    onRcptTo: (_address, _session, done) => done(when('no-such-mailbox', 'mailbox-policy', 'later')),
    onData(stream, { envelope, remotePort }, done) {
      const pieces: Buffer[] = [];
      if (fault === 'drop') {
        stream.resume();
        for (const socket of sockets) if (socket.remotePort === remotePort) socket.destroy();
        return;
      }
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const refused = when('refuse-content', 'busy');
        const { mailFrom, rcptTo } = envelope;
        if (!refused) {
          keep(
            Buffer.concat(pieces).toString(),
            mailFrom ? mailFrom.address : '',
            rcptTo.map(({ address }) => address),
          );
        }
        if (fault !== 'accept-then-silence') done(refused);
      });
    },
  });
  server.on('error', () => undefined); // a caller that hung up
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });

  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    fail: (next) => void (fault = next),
    forget: () => void mails.splice(0),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
