import type { DeviceSelfCheck, PasswordSelfCheck } from '../evidence/attestations.ts';
import type { Instant } from '../time.ts';

/** What a link asks one person to do in her own browser. */
export const SELF_CHECK_PURPOSES = ['password', 'device'] as const;
export type SelfCheckPurpose = (typeof SELF_CHECK_PURPOSES)[number];

/** POST /api/people/:id/invitations (manager): the address is told once and never again; a new one ends the one before. */
export interface Invitation {
  readonly url: string;
  readonly expiresAt: Instant;
}

/** POST /self-check/open: whoever has the link begins. */
export interface OpenedSelfCheck {
  readonly purpose: SelfCheckPurpose;
  /** The person who was asked, so that somebody with a forwarded link sees that it is not theirs. */
  readonly personName: string;
  /** What a guesser of this very person would try first. Only for a password. */
  readonly words: readonly string[];
}

/** POST /self-check/password: all that leaves the browser. When it was is the server's to say. */
export type PasswordVerdict = Pick<PasswordSelfCheck, 'score' | 'lengthClass' | 'isBreached' | 'engineVersion'>;

/** POST /self-check/device. */
export type DeviceReport = Pick<DeviceSelfCheck, 'browser' | 'operatingSystem' | 'answers'>;

/** Both answer with what was kept, word for word. */
export type KeptSelfCheck = { readonly checkedAt: Instant } & (
  ({ readonly purpose: 'password' } & PasswordVerdict) | ({ readonly purpose: 'device' } & DeviceReport)
);
