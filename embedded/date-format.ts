import { StoreError } from './errors.ts';

/** Writes moments by a $dateToString format, in UTC, at an offset (+05:30) or in a zone of the tz database. */
export function zonedFormat(format: string, timezone: string): (date: Date) => string {
  if (/%(?![YmdHMSL%])/.test(format))
    throw new StoreError(18535, 'Invalid, or here unknown, format character in $dateToString');
  const local = localClock(timezone);
  return (date) => {
    const iso = local(date).toISOString();
    const parts: Readonly<Record<string, string>> = {
      Y: iso.slice(0, 4),
      m: iso.slice(5, 7),
      d: iso.slice(8, 10),
      H: iso.slice(11, 13),
      M: iso.slice(14, 16),
      S: iso.slice(17, 19),
      L: iso.slice(20, 23),
      '%': '%',
    };
    return format.replace(/%(.)/g, (_, letter: string) => parts[letter] ?? '');
  };
}

/** The moment shifted so that its UTC fields read as the local ones. */
function localClock(timezone: string): (date: Date) => Date {
  if (/^(UTC|GMT|Z)$/.test(timezone)) return (date) => date;
  const [, sign, hours, minutes = '00'] = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(timezone) ?? [];
  if (sign)
    return (date) => new Date(date.getTime() + Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000);
  let clock: Intl.DateTimeFormat;
  try {
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'medium' });
  } catch {
    throw new StoreError(40485, `unrecognized time zone identifier: "${timezone}"`);
  }
  return (date) => {
    const seconds = new Date(`${clock.format(date).replace(' ', 'T')}Z`).getTime();
    return new Date(seconds + (((date.getTime() % 1_000) + 1_000) % 1_000));
  };
}
