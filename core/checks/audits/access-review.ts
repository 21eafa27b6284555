import { SENSITIVE_SERVICES } from '../../data/sensitive-services.ts';
import { addDays, dayInIndia } from '../../gst/days.ts';
import { liveAccounts } from '../../people/facts.ts';
import { defineCheck } from '../check.ts';

const MOST_DAYS = 92;

/**
 * Fails a service with accounts that nobody confirmed as needed within 92 days, one finding for all of them. Sure of what
 * was confirmed here.
 */
export const accessReview = defineCheck({
  id: 'security/access-review',
  area: 'security',
  control: 'AUD-03',
  title: { en: 'Each account was confirmed within the quarter', hi: 'हर खाते की पुष्टि इस तिमाही में हुई है' },
  severity: 'high',
  rule: {
    name: { en: 'Review of access rights', hi: 'पहुँच के अधिकारों की समीक्षा' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 7.2.4; ISO/IEC 27001:2022, A.5.18; CIS Controls 8.1, 5.1 and 6.8',
    status: 'verified',
  },
  why: {
    en: 'Access is given in a minute and forgotten for years. A look each quarter finds what is left over.',
    hi: 'पहुँच एक मिनट में दी जाती है और सालों भूली रहती है। हर तिमाही देखने से बची हुई पहुँच मिलती है।',
  },
  cost: {
    en: 'Old accounts are doors that nobody watches.',
    hi: 'पुराने खाते ऐसे दरवाज़े हैं जिन पर कोई नज़र नहीं रखता।',
  },
  remedy: [
    {
      en: 'Open People in Prahari, and go through the accounts of the service.',
      hi: 'Prahari में लोग खोलें और उस सेवा के खाते एक-एक करके देखें।',
    },
    { en: 'Confirm those that are needed, and switch the others off.', hi: 'ज़रूरी खातों की पुष्टि करें और बाकी बंद करें।' },
  ],
  proof: {
    en: 'Each active account was confirmed within 92 days.',
    hi: 'हर चालू खाते की पुष्टि 92 दिन के अंदर हुई हो।',
  },
  requires: ['people'],
  messages: {
    open: {
      en: '{service}: {count} of {all} accounts were not confirmed within 92 days, {label} among them.',
      hi: '{service}: {all} में से {count} खातों की पुष्टि 92 दिन में नहीं हुई, जैसे {label}।',
    },
  },
  *evaluate({ people }, { asOf }) {
    const oldest = addDays(dayInIndia(asOf), -MOST_DAYS);
    const live = liveAccounts(people, null, asOf);
    for (const service of SENSITIVE_SERVICES) {
      const accounts = live.filter((account) => account.service === service);
      const open = accounts.filter(({ confirmedOn }) => confirmedOn === null || confirmedOn < oldest);
      const [first] = open;
      if (!first) continue;
      const data = { service, count: open.length, all: accounts.length, label: first.label };
      yield { subject: service, messageId: 'open', data };
    }
  },
  lacks: ({ people }, { asOf }) =>
    liveAccounts(people, null, asOf).length === 0 ? { kind: 'people', reason: 'too-little' } : null,
});
