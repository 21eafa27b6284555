import { mailAddress } from '../../core/notices/address.ts';

/** "Prahari <alerts@prahari.example>", or the address alone. */
const SENDER = /^(?:([\p{L}\p{N}][\p{L}\p{M}\p{N} .&-]{0,59}) <([^<>]{3,254})>|([^<>\s]{3,254}))$/u;

export interface MailSender {
  readonly name: string;
  readonly address: string;
}

/** Reads MAIL_FROM; null: it is neither an address nor a name with one. */
export function readSender(text: string): MailSender | null {
  const [, name = 'Prahari', named, alone] = SENDER.exec(text) ?? [];
  const address = mailAddress(named ?? alone ?? '');
  return address === null ? null : { name: name.trim(), address };
}
