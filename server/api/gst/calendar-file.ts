import { createHash } from 'node:crypto';
import type { CalendarEntry } from '../../../core/evidence/summaries.ts';
import { addDays } from '../../../core/gst/days.ts';
import { maskGstin } from '../../../core/gst/mask-gstin.ts';
import type { Language, Text } from '../../../core/text.ts';
import { fill } from '../../../core/text.ts';
import type { Instant } from '../../../core/time.ts';

/** Longest line in octets, without its end (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

const TITLE: Text = { en: '{form} for {period}', hi: '{period} का {form}' };
const BANK: Text = { en: 'Bank account on the registration', hi: 'पंजीकरण में बैंक खाता' };
const LUT: Text = { en: 'Letter of undertaking for {period}', hi: '{period} का LUT' };
const DOUBT: Text = {
  en: 'This day could not be confirmed. Look at the GST portal.',
  hi: 'इस तारीख की पुष्टि नहीं हो सकी। GST पोर्टल पर देखें।',
};

/**
 * What is still to be done, as a calendar file (RFC 5545): one whole day each. A number stays masked, since calendars
 * are shared. The same entry has the same id in each download, so that importing it again changes it.
 */
export function calendarFile(entries: readonly CalendarEntry[], asOf: Instant, language: Language): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Prahari//GST calendar//EN', 'CALSCALE:GREGORIAN'];
  for (const entry of entries) if (entry.state !== 'filed') lines.push(...eventOf(entry, asOf, language));
  lines.push('END:VCALENDAR');
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function eventOf(entry: CalendarEntry, asOf: Instant, language: Language): string[] {
  const { form, period, dueOn, gstin, isVerified } = entry;
  const title = form === 'BANK' ? BANK : form === 'LUT' ? LUT : TITLE;
  const summary = `${fill(title[language], { form, period })} (${maskGstin(gstin)})`;
  return [
    'BEGIN:VEVENT',
    `UID:${idOf(entry)}@prahari`,
    `DTSTAMP:${asOf.replace(/\.\d+/, '').replace(/[-:]/g, '')}`,
    `DTSTART;VALUE=DATE:${dueOn.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${addDays(dueOn, 1).replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary)}`,
    ...(isVerified ? [] : [`DESCRIPTION:${escaped(DOUBT[language])}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Tells nobody the number that it is made of. */
function idOf({ gstin, form, period }: CalendarEntry): string {
  return createHash('sha256').update(`prahari calendar ${gstin} ${form} ${period}`).digest('hex').slice(0, 32);
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r?\n/g, '\\n');
}

/** A longer line goes on behind a blank; no character is cut in two. */
function folded(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
