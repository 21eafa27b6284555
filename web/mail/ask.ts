import type { DoneMailLink, OpenedMailLink } from '../../core/api/mail-link.ts';
import { ask } from '../link-page/ask.ts';

/** @throws {AskError} */
export const openLink = (token: string): Promise<OpenedMailLink> => ask('/mail/open', { token });

const ACTS = {
  confirm: '/mail/confirm',
  acknowledge: '/mail/acknowledge',
  'stop-alerts': '/mail/leave',
  'stop-weekly': '/mail/leave',
} as const satisfies Readonly<Record<OpenedMailLink['purpose'], string>>;

/** What a person's press does. @throws {AskError} */
export const press = (purpose: OpenedMailLink['purpose'], wish: { isCombined?: boolean } = {}): Promise<DoneMailLink> =>
  ask(ACTS[purpose], wish);
