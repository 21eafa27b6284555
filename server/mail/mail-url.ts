const PORTS = { 'smtp:': 25, 'smtps:': 465 } as const;

/** A mail service that takes our mails. */
export interface MailService {
  readonly host: string;
  readonly port: number;
  /** Encrypted from the first byte. */
  readonly isTls: boolean;
  /** "": it asks for no log-in. */
  readonly user: string;
  readonly password: string;
}

/** What MAIL_URL says. Null: it is none that we speak. Query and path are refused: they would be options nobody meant. */
export function readMailUrl(text: string): MailService | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  if (protocol !== 'smtp:' && protocol !== 'smtps:') return null;
  if (hostname === '' || !['', '/'].includes(pathname) || search !== '' || hash !== '') return null;
  try {
    return {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? PORTS[protocol] : Number(port),
      isTls: protocol === 'smtps:',
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
    };
  } catch {
    return null; // a "%" that begins no character
  }
}
