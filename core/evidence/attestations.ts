import type { Instant } from '../time.ts';

export const ATTESTED_ANSWERS = ['yes', 'no', 'not-applicable'] as const;
export type AttestedAnswer = (typeof ATTESTED_ANSWERS)[number];

/** One statement of one person about one question of core/data/questions. It ends by itself. */
export interface Attestation {
  readonly questionId: string;
  readonly answer: AttestedAnswer;
  readonly statedAt: Instant;
  readonly expiresAt: Instant;
  /** Number of the person's user in the admin, never a name. */
  readonly statedBy: string;
  readonly hasFile: boolean;
}

/** So long a self-check counts. Source: controls SW-01, SW-02 and PWD-03. */
export const SELF_CHECK_DAYS = 90;

/** What a person's own browser said of a password that the person typed: no password, no hash, no length. */
export interface PasswordSelfCheck {
  readonly personId: string;
  /** Masked, for findings. */
  readonly label: string;
  readonly checkedAt: Instant;
  /** 0 to 4, of zxcvbn-ts. */
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly lengthClass: LengthClass;
  /** Null: the list of breached passwords could not be asked. */
  readonly isBreached: boolean | null;
  readonly engineVersion: string;
}
/** under 8, 8–11, 12–14, 15 and more code points. */
export const LENGTH_CLASSES = ['under-8', '8-to-11', '12-to-14', '15-or-more'] as const;
export type LengthClass = (typeof LENGTH_CLASSES)[number];

export const YES_NO_UNSURE = ['yes', 'no', 'unsure'] as const;
export type YesNoUnsure = (typeof YES_NO_UNSURE)[number];

export const BROWSERS = ['chrome', 'edge', 'firefox', 'safari', 'samsung', 'opera'] as const;
export type BrowserName = (typeof BROWSERS)[number];

export const OPERATING_SYSTEMS = ['windows', 'macos', 'android', 'ios', 'linux', 'chromeos'] as const;
export type OperatingSystem = (typeof OPERATING_SYSTEMS)[number];

/** What a person's own device said, and what the person said of it. */
export interface DeviceSelfCheck {
  readonly personId: string;
  readonly label: string;
  readonly checkedAt: Instant;
  /** Null: the browser did not say, or is one that we do not know. */
  readonly browser: { readonly name: BrowserName; readonly majorVersion: number } | null;
  readonly operatingSystem: OperatingSystem | null;
  readonly answers: {
    readonly diskEncryption: YesNoUnsure;
    readonly screenLock: YesNoUnsure;
    readonly systemUpdates: YesNoUnsure;
    readonly antiMalware: YesNoUnsure;
  };
}

export interface SelfChecks {
  /** People who were asked, by id, and until when: whoever was asked and has not answered is known. */
  readonly asked: readonly { readonly personId: string; readonly label: string; readonly askedAt: Instant }[];
  /** The newest of each person. */
  readonly passwords: readonly PasswordSelfCheck[];
  readonly devices: readonly DeviceSelfCheck[];
}
