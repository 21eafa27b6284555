import type { AccountKind, SecondFactor } from '../../../core/evidence/people.ts';

/** What a cell says; undefined: nothing that we understand, so nothing is known. */
type Told<T> = T | undefined;

const YES = /^(?:y|yes|true|1|on|enabled|active|required|enforced|haan|हाँ|हां|जी हाँ|चालू|सक्रिय)$/;
const NO = /^(?:n|no|false|0|off|disabled|inactive|not required|not enforced|optional|none|nahin|नहीं|नही|बंद|निष्क्रिय)$/;

export function yesNo(cell: string): Told<boolean> {
  const word = plain(cell);
  return YES.test(word) ? true : NO.test(word) ? false : undefined;
}

const CLOSED =
  /^(?:suspended|deactivated|disabled|inactive|removed|deleted|blocked|archived|deprovisioned|left|निलंबित)$/;
const INVITED = /^(?:pending|invited|invitation sent|pending invitation|invite pending|not accepted|आमंत्रित)$/;

/** Whether an account is active. One whose invitation is open may be used by whoever accepts it. */
export function activity(cell: string): { readonly isActive?: boolean; readonly kind?: AccountKind } {
  const word = plain(cell);
  if (INVITED.test(word)) return { isActive: true, kind: 'invited' };
  const isActive = CLOSED.test(word) ? false : yesNo(cell);
  return isActive === undefined ? {} : { isActive };
}

const KINDS: readonly (readonly [RegExp, AccountKind])[] = [
  [/collaborator|partner|agency|सहयोगी/, 'collaborator'],
  [/invited|pending/, 'invited'],
  [/requested/, 'requested'],
  [/saml|sso/, 'saml'],
  [/restricted|limited/, 'restricted'],
  [/regular|staff|user|member|employee|owner|कर्मचारी/, 'regular'],
];

export function kindOf(cell: string): Told<AccountKind> {
  const word = plain(cell);
  return KINDS.find(([words]) => words.test(word))?.[1];
}

/** Strongest first: where a cell names several methods, the account has them all. */
const METHODS: readonly (readonly [RegExp, SecondFactor])[] = [
  [/security key|hardware|yubikey|titan|passkey|fido|webauthn|सुरक्षा कुंजी|पासकी/, 'key'],
  [/authenticator|\bapp\b|totp|authy|google auth|prompt|push|ऐप/, 'app'],
  [/\bsms\b|text|phone|mobile|\botp\b|call|voice|whatsapp|एसएमएस|फ़ोन|फोन/, 'sms'],
];
const WITHOUT = /^(?:not set|not set up|not enabled|not enrolled|not configured|-)$/;
/** Said of a rule, not of a person: whoever must have one need not have it yet. */
const RULE = /^(?:not )?(?:required|enforced)$/;

/** The second factor, and whether a rule asks for one. */
export function secondFactorOf(cell: string): {
  readonly secondFactor?: SecondFactor;
  readonly isSecondFactorEnforced?: boolean;
} {
  const word = plain(cell);
  if (RULE.test(word)) return { isSecondFactorEnforced: !word.startsWith('not') };
  if (WITHOUT.test(word)) return { secondFactor: 'none' };
  const method = METHODS.find(([words]) => words.test(word))?.[1];
  if (method) return { secondFactor: method };
  const isOn = yesNo(word) ?? (/^(?:set up|enrolled|configured)$/.test(word) ? true : undefined);
  return isOn === undefined ? {} : { secondFactor: isOn ? 'unnamed' : 'none' };
}

const NEVER = /^(?:never|never logged in|none|-|कभी नहीं)$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;
const INDIAN = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s?(am|pm)?)?$/i;

/**
 * A moment: ISO, or day first as India writes it; without a zone it is India's. Null: never. Undefined: no such day, or one
 * to come.
 */
export function momentOf(cell: string, now: Date): Told<string | null> {
  const text = cell.trim();
  if (NEVER.test(plain(text))) return null;
  const at = isoMoment(text) ?? indianMoment(text);
  if (at === undefined || at.getTime() > now.getTime() + 24 * 60 * 60 * 1000) return undefined;
  return at.getUTCFullYear() < 2000 ? null : at.toISOString(); // 1970 is how programs write "never"
}

function isoMoment(text: string): Date | undefined {
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone] = ISO.exec(text) ?? [];
  if (year === undefined) return undefined;
  const offset =
    zone === undefined ? '+05:30' : /^(?:z|utc)$/i.test(zone) ? 'Z' : zone.replace(/(\d{2}):?(\d{2})$/, '$1:$2');
  return dated(`${year}-${month}-${day}`, `${hour}:${minute}:${second}`, offset);
}

function indianMoment(text: string): Date | undefined {
  const [, day = '', month = '', year, hour = '0', minute = '00', second = '00', half] = INDIAN.exec(text) ?? [];
  if (year === undefined) return undefined;
  const twelve = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const two = (digits: string | number) => String(digits).padStart(2, '0');
  return dated(`${year}-${two(month)}-${two(day)}`, `${two(twelve)}:${minute}:${second}`, '+05:30');
}

/** 31 February is no day, though the clock takes it for one in March. */
function dated(day: string, time: string, offset: string): Date | undefined {
  const isDay = new Date(`${day}T00:00:00Z`);
  if (!Number.isFinite(isDay.getTime()) || isDay.toISOString().slice(0, 10) !== day) return undefined;
  const at = new Date(`${day}T${time}${offset}`);
  return Number.isFinite(at.getTime()) ? at : undefined;
}

const plain = (cell: string): string =>
  cell
    .trim()
    .toLowerCase()
    .replace(/[_\s-]+/g, (run) => (run === '-' ? '-' : ' '));
