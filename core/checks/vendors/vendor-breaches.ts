import { openBreaches } from '../../vendors/duties.ts';
import { defineCheck } from '../check.ts';
import { shownName } from '../register-evidence.ts';

/**
 * Fails a vendor at which a person noted an incident that nobody closed. As sure as that person; nothing here watches
 * the news.
 */
export const vendorBreaches = defineCheck({
  id: 'security/vendor-breaches',
  area: 'security',
  control: 'VND-09',
  title: { en: 'Incidents at vendors are dealt with', hi: 'वेंडर के यहाँ हुई घटनाएँ निपटाई गई हैं' },
  severity: 'medium',
  rule: {
    name: { en: 'Incidents at suppliers', hi: 'आपूर्तिकर्ताओं के यहाँ की घटनाएँ' },
    effectiveFrom: '2022-10-25',
    source:
      'ISO/IEC 27001:2022, A.5.22 and A.5.26; CIS Controls 8.1, 15.4 and 17.2; from mid-May 2027 also DPDP Act 2023, section 8(6)',
    status: 'verified',
  },
  why: {
    en: 'Your customers’ data may be among what leaked there. Then you have to tell them and the Board.',
    hi: 'वहाँ लीक हुए डेटा में आपके ग्राहकों का डेटा हो सकता है। तब उन्हें और बोर्ड को बताना होता है।',
  },
  cost: {
    en: 'The days for reporting run from the moment when you know of it.',
    hi: 'सूचना देने की समय-सीमा उसी पल से चलती है, जब आपको पता चलता है।',
  },
  remedy: [
    {
      en: 'Ask the vendor which of your data was touched, and when.',
      hi: 'वेंडर से पूछें कि आपका कौन-सा डेटा और कब प्रभावित हुआ।',
    },
    {
      en: 'Change tokens and passwords that the vendor held.',
      hi: 'जो टोकन और पासवर्ड वेंडर के पास थे, उन्हें बदलें।',
    },
    {
      en: 'Close the incident at the vendor in Prahari when that is done.',
      hi: 'यह हो जाने पर Prahari में वेंडर की घटना बंद करें।',
    },
  ],
  proof: {
    en: 'The next check finds each incident closed.',
    hi: 'अगली जाँच में हर घटना बंद मिले।',
  },
  requires: ['vendorBook'],
  messages: {
    open: {
      en: 'An incident at {vendor} of {day} is not dealt with. Open incidents: {count}.',
      hi: '{vendor} के यहाँ {day} की घटना निपटाई नहीं गई है। खुली घटनाएँ: {count}।',
    },
  },
  applies: ({ vendorBook: { entries } }) => entries.length > 0,
  *evaluate({ vendorBook }) {
    for (const entry of vendorBook.entries) {
      const open = openBreaches({ entry });
      const day = open.map(({ happenedOn }) => happenedOn).sort()[0];
      if (day === undefined) continue;
      const data = { vendor: shownName(entry.name), day, count: open.length };
      yield { subject: entry.id, messageId: 'open', severity: 'high', data };
    }
  },
});
