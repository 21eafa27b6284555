/** What mailboxes are called in practice: RFC 5321 without quotes, comments, routes and address literals. */
const MAIL_ADDRESS =
  /^(?=.{3,254}$)(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{1,59})$/;

/** "Prahari <alerts@prahari.example>", or the address alone. */
const SENDER = /^(?:([\p{L}\p{N}][\p{L}\p{M}\p{N} .&-]{0,59}) <([^<>]{3,254})>|([^<>\s]{3,254}))$/u;

/** One plain address: no list, no group, no quoted part that parsers disagree about. */
export const isMailAddress = (text: string): boolean => MAIL_ADDRESS.test(text);

export interface MailSender {
  readonly name: string;
  readonly address: string;
}

/** Reads MAIL_FROM; null: it is neither an address nor a name with one. */
export function readSender(text: string): MailSender | null {
  const [, name = 'Prahari', named, alone] = SENDER.exec(text) ?? [];
  const address = named ?? alone ?? '';
  return isMailAddress(address) ? { name: name.trim(), address } : null;
}
