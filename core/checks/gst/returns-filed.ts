import { filingOf } from '../../evidence/derived/filing.ts';
import { registryGap } from '../../evidence/derived/registry-gap.ts';
import { returnCalendar, type CalendarEvidence } from '../../evidence/derived/return-calendar.ts';
import type { RegistryEntry, TaxpayerKind } from '../../evidence/registry.ts';
import type { CalendarEntry } from '../../evidence/summaries.ts';
import { dayInIndia } from '../../gst/days.ts';
import { maskGstin } from '../../gst/mask-gstin.ts';
import { defineCheck } from '../check.ts';
import type { Finding } from '../check.ts';
import { dueInData } from '../due-in-data.ts';
import type { Day, Instant } from '../../time.ts';

/** Forms that are filed, as the registry tells; deposits, letters and bank accounts have checks of their own. */
const RETURNS: readonly string[] = ['GSTR-1', 'GSTR-3B', 'CMP-08', 'GSTR-4', 'GSTR-9'];
/** Kinds whose returns the calendar does not hold. */
const OTHER_KINDS: readonly (TaxpayerKind | null)[] = ['isd', 'tds', 'tcs', 'uin', 'nrtp', 'oidar', 'government'];

/**
 * Fails a return whose day has passed and that the registry, asked after that day, does not list as filed. Looks 60
 * days back. Sure as far as the registry is up to date; a due day that rests on an unconfirmed source only informs,
 * and an extension of one period belongs into the operator's folder of rows.
 */
export const returnsFiled = defineCheck({
  id: 'gst/returns-filed',
  area: 'gst',
  title: { en: 'GST returns of the last 60 days are filed', hi: 'पिछले 60 दिनों के GST रिटर्न दाखिल हैं' },
  severity: 'high',
  rule: {
    name: { en: 'Returns and their due days', hi: 'GST रिटर्न और उनकी अंतिम तारीखें' },
    effectiveFrom: '2021-01-01',
    source: 'CGST Act 2017, sections 37 and 39; Notification 76/2020-CT; CGST Rules 2017, rules 21 and 138E',
    status: 'verified',
  },
  why: {
    en: 'Each return has its day. Buyers see their credit only after your GSTR-1 is filed.',
    hi: 'हर GST रिटर्न की अंतिम तारीख होती है। खरीदार को क्रेडिट आपका GSTR-1 दाखिल होने पर ही दिखता है।',
  },
  cost: {
    en: 'Late fee and interest grow daily. After two unfiled periods e-way bills stop, after six months the registration can be cancelled.',
    hi: 'विलंब शुल्क और ब्याज रोज़ बढ़ते हैं। दो अवधि बाकी रहें तो ई-वे बिल बंद, छह महीने में पंजीकरण रद्द हो सकता है।',
  },
  remedy: [
    {
      en: 'Sign in to the GST portal and open Returns, then the period named.',
      hi: 'GST पोर्टल पर साइन इन करें, Returns खोलें और बताई गई अवधि चुनें।',
    },
    {
      en: 'File the return with your CA, the oldest period first.',
      hi: 'अपने CA के साथ GST रिटर्न दाखिल करें, सबसे पुरानी अवधि पहले।',
    },
    {
      en: 'If it is filed already, the registry shows it after a day or two.',
      hi: 'अगर दाखिल कर चुके हैं, तो रजिस्ट्री में एक-दो दिन में दिखेगा।',
    },
  ],
  proof: {
    en: 'The next look-up lists each return that fell due.',
    hi: 'अगली बार पूछने पर हर वह GST रिटर्न मिलेगा जिसकी तारीख निकल चुकी है।',
  },
  requires: ['taxProfile', 'registry', 'law'],
  dueOn: dueInData('dueDay'),
  messages: {
    one: {
      en: '{gstin}: {form} of {period} was due on {dueDay}. The registry shows none filed as of {day}.',
      hi: '{gstin}: {period} के {form} की अंतिम तारीख {dueDay} थी। {day} तक रजिस्ट्री में वह दाखिल नहीं दिखता।',
    },
    several: {
      en: '{gstin}: {form} of {periods} is unfiled as of {day}. The first was due on {dueDay}.',
      hi: '{gstin}: {periods} के {form} {day} तक दाखिल नहीं दिखते। पहले की अंतिम तारीख {dueDay} थी।',
    },
  },
  applies: ({ taxProfile, registry }) =>
    taxProfile.registrations.some(({ gstin }) => !hasOtherReturns(entryOf(registry, gstin))),
  *evaluate(evidence, { asOf }) {
    const byForm = new Map<string, CalendarEntry[]>();
    for (const entry of returnsOf(evidence, asOf)) {
      if (entry.state !== 'overdue') continue;
      const key = `${maskGstin(entry.gstin)} ${entry.form}`;
      byForm.set(key, [...(byForm.get(key) ?? []), entry]);
    }
    for (const [subject, entries] of byForm) {
      const [first] = entries;
      const learnedAt = first && entryOf(evidence.registry, first.gstin)?.returns?.learnedAt;
      if (first && learnedAt !== undefined) yield { subject, ...saidOf(first, entries, dayInIndia(learnedAt)) };
    }
  },
  lacks(evidence, { asOf }) {
    const { taxProfile, registry } = evidence;
    for (const stated of taxProfile.registrations) {
      const entry = entryOf(registry, stated.gstin);
      if (hasOtherReturns(entry)) continue;
      if (filingOf(stated, entry, taxProfile.turnover) === null) return { kind: 'taxProfile', reason: 'not-stated' };
      if (!entry?.returns) return { kind: 'registry', reason: registryGap(entry ? [entry] : [], asOf) ?? 'too-little' };
    }
    const isOpen = returnsOf(evidence, asOf).some(({ state }) => state === 'unknown');
    return isOpen ? { kind: 'registry', reason: 'not-asked' } : null;
  },
});

function entryOf(registry: readonly RegistryEntry[], gstin: string): RegistryEntry | undefined {
  return registry.find((entry) => entry.gstin === gstin);
}

function hasOtherReturns(entry: RegistryEntry | undefined): boolean {
  return OTHER_KINDS.includes(entry?.known?.record.taxpayerKind ?? null);
}

function returnsOf(evidence: Omit<CalendarEvidence, 'isExporting'>, asOf: Instant): CalendarEntry[] {
  return returnCalendar({ ...evidence, isExporting: false }, asOf).filter(({ form }) => RETURNS.includes(form));
}

/** Two unfiled periods stop e-way bills, so they weigh more than one. */
function saidOf(
  first: CalendarEntry,
  entries: readonly CalendarEntry[],
  day: Day,
): Omit<Finding<MessageId>, 'subject'> {
  const data = { gstin: maskGstin(first.gstin), form: first.form, dueDay: first.dueOn, day };
  const doubt = entries.every(({ isVerified }) => isVerified) ? {} : { severity: 'info' as const };
  if (entries.length === 1) return { messageId: 'one', data: { ...data, period: first.period }, ...doubt };
  const periods = entries.map(({ period }) => period).join(', ');
  return { messageId: 'several', data: { ...data, periods }, severity: 'critical', ...doubt };
}

type MessageId = 'one' | 'several';
