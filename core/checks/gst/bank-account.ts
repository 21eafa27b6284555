import type { RegistryEntry, TaxpayerKind } from '../../evidence/registry.ts';
import type { StatedRegistration } from '../../evidence/tax-profile.ts';
import { addDays, dayInIndia } from '../../gst/days.ts';
import { lawWith, thresholdOn, type LawChanges } from '../../gst/law.ts';
import { maskGstin } from '../../gst/mask-gstin.ts';
import type { Day } from '../../time.ts';
import { defineCheck } from '../check.ts';
import { dueInData } from '../due-in-data.ts';

/** Who need not name a bank account. Registrations that an officer made are exempt too, but nothing tells them. */
const EXEMPT: readonly (TaxpayerKind | null)[] = ['tds', 'tcs'];

/**
 * Fails a registration on which, as the merchant states, no bank account stands. Nobody else tells, so "not stated" is
 * not assessed; only while the 30 days run it is asked for. The day of registration comes from the merchant, else from
 * the registry.
 */
export const bankAccount = defineCheck({
  id: 'gst/bank-account',
  area: 'gst',
  title: { en: 'A bank account stands on each registration', hi: 'हर पंजीकरण में बैंक खाता दर्ज है' },
  severity: 'high',
  rule: {
    name: { en: 'Bank account within 30 days of registration', hi: 'पंजीकरण के 30 दिन में बैंक खाता' },
    effectiveFrom: '2023-08-04',
    source: 'CGST Rules 2017, rule 10A; GSTN advisory 2025-11-20 (filingin.com); start date general knowledge',
    status: 'verified',
  },
  why: {
    en: 'A new registration needs a bank account within 30 days. If the first GSTR-1 comes earlier, before that.',
    hi: 'नए पंजीकरण में 30 दिन के भीतर बैंक खाता दर्ज करना होता है। पहला GSTR-1 उससे पहले हो, तो उससे पहले।',
  },
  cost: {
    en: 'The portal suspends the registration by itself, and sales have to stop until it is active again.',
    hi: 'पोर्टल पंजीकरण अपने आप निलंबित कर देता है, और फिर सक्रिय होने तक बिक्री रोकनी पड़ती है।',
  },
  remedy: [
    {
      en: 'Sign in to the GST portal: Services, Registration, Amendment of Registration Non-Core Fields.',
      hi: 'GST पोर्टल पर साइन इन करें: Services, Registration, Amendment of Registration Non-Core Fields।',
    },
    {
      en: 'Add an account in the name of the business, and submit it.',
      hi: 'व्यवसाय के नाम का खाता जोड़ें और जमा करें।',
    },
    { en: 'Tick the bank account on the GST page of Prahari.', hi: 'Prahari के GST पेज पर बैंक खाता दर्ज होना चुनें।' },
  ],
  proof: {
    en: 'The next check finds a bank account stated for each registration.',
    hi: 'अगली जाँच में हर पंजीकरण के लिए बैंक खाता लिखा मिलेगा।',
  },
  requires: ['taxProfile', 'law'],
  uses: ['registry'],
  dueOn: dueInData('dueDay'),
  messages: {
    late: {
      en: '{gstin}: no bank account stands on the registration. It was due by {dueDay}.',
      hi: '{gstin}: पंजीकरण में बैंक खाता दर्ज नहीं है। यह {dueDay} तक करना था।',
    },
    soon: {
      en: '{gstin}: add a bank account by {dueDay}, or before the first GSTR-1 if that is earlier.',
      hi: '{gstin}: {dueDay} तक बैंक खाता जोड़ें, या पहले GSTR-1 से पहले, अगर वह पहले हो।',
    },
    missing: {
      en: '{gstin}: no bank account stands on the registration.',
      hi: '{gstin}: पंजीकरण में बैंक खाता दर्ज नहीं है।',
    },
  },
  applies: ({ taxProfile, registry }) =>
    taxProfile.registrations.some((stated) => !isExempt(entryOf(stated, registry))),
  *evaluate({ taxProfile, registry, law }, { asOf }) {
    const today = dayInIndia(asOf);
    for (const stated of taxProfile.registrations) {
      const entry = entryOf(stated, registry);
      if (isExempt(entry) || stated.hasBankAccount === true) continue;
      const gstin = maskGstin(stated.gstin);
      const due = dueDay(stated, entry, law);
      if (due !== null && today <= due) {
        yield { subject: gstin, messageId: 'soon', data: { gstin, dueDay: due }, severity: 'medium' };
      } else if (stated.hasBankAccount === false) {
        if (due === null) yield { subject: gstin, messageId: 'missing', data: { gstin } };
        else yield { subject: gstin, messageId: 'late', data: { gstin, dueDay: due }, severity: 'critical' };
      }
    }
  },
  lacks({ taxProfile, registry }) {
    const isOpen = taxProfile.registrations.some(
      (stated) => stated.hasBankAccount === null && !isExempt(entryOf(stated, registry)),
    );
    return isOpen ? { kind: 'taxProfile', reason: 'not-stated' } : null;
  },
});

/** Null: the day of registration is not known, or lies before the rule. */
function dueDay(stated: StatedRegistration, entry: RegistryEntry | undefined, law: LawChanges): Day | null {
  const since = stated.registeredOn ?? entry?.known?.record.registeredOn ?? null;
  const days = since === null ? null : thresholdOn(lawWith(law), 'bank-account-days', since);
  return since === null || days === null ? null : addDays(since, days.value);
}

function entryOf({ gstin }: StatedRegistration, registry: readonly RegistryEntry[] = []): RegistryEntry | undefined {
  return registry.find((entry) => entry.gstin === gstin);
}

function isExempt(entry: RegistryEntry | undefined): boolean {
  return EXEMPT.includes(entry?.known?.record.taxpayerKind ?? null);
}
