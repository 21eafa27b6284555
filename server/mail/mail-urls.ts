import type { Language } from '../../core/text.ts';
import type { MailGrant, MailLinks } from './mail-links.ts';

/** Where people who hold a link are received. */
export const MAIL_PATH = '/mail';
/** Where one POST stops mails, and nothing is shown. */
export const STOP_PATH = '/mail/stop';

export type MailUrls = ReturnType<typeof mailUrls>;

/** Addresses of links in mails. The page's token stands behind the "#", which no browser sends and no log keeps. */
export function mailUrls({ appUrl, links }: { appUrl: string; links: Pick<MailLinks, 'link'> }) {
  return {
    page: (grant: MailGrant, language: Language): string =>
      `${appUrl}${MAIL_PATH}?lang=${language}#${links.link(grant)}`,
    /** For programs that read mail: RFC 8058 knows no other place than the address itself. */
    oneClick: (grant: MailGrant): string => `${appUrl}${STOP_PATH}?token=${links.link(grant)}`,
  };
}
