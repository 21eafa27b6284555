import type { Account, PeopleBook } from '../../evidence/people.ts';
import { answerTo, gapOf, saidNo } from '../../people/answers.ts';
import { factOf, liveAccounts } from '../../people/facts.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';

const MOST_ADMINS = 2;

/**
 * Fails a store in which more than two people besides the owner have full permissions, and one that says that rights go
 * beyond the work. Sure of the count where a list tells it; whether exports, payments and apps are given with care, no
 * list tells, so nothing passes without the shop's answer.
 */
export const leastPrivilege = defineCheck({
  id: 'security/least-privilege',
  area: 'security',
  control: 'NET-07',
  title: { en: 'Rights in the store go no further than the work', hi: 'स्टोर में अधिकार सिर्फ़ काम भर के हैं' },
  severity: 'high',
  rule: {
    name: { en: 'Least privilege', hi: 'सिर्फ़ ज़रूरी अधिकार' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 7.2.1 and 7.2.2; ISO/IEC 27001:2022, A.5.15 and A.8.2; CIS Controls 8.1, 5.4 and 6.8',
    status: 'verified',
  },
  why: {
    en: 'Each full account opens everything. The fewer there are, the less a stolen one matters.',
    hi: 'पूरे अधिकार वाला हर खाता सब खोलता है। वे जितने कम, चोरी का नुकसान उतना कम।',
  },
  cost: {
    en: 'From an account meant for packing, customers could be exported and payouts turned.',
    hi: 'पैकिंग के लिए बने खाते से ग्राहक एक्सपोर्ट हो सकते हैं और भुगतान मोड़ा जा सकता है।',
  },
  remedy: [
    {
      en: 'Open Settings, then Users, and look at the role of each person.',
      hi: 'सेटिंग में Users खोलें और हर व्यक्ति की भूमिका देखें।',
    },
    {
      en: 'Leave full permissions to two people besides the owner, and give others a role for their work.',
      hi: 'मालिक के अलावा दो लोगों को पूरे अधिकार दें, बाकी को काम की भूमिका दें।',
    },
    {
      en: 'Then answer the question again under Security in Prahari.',
      hi: 'फिर Prahari में सुरक्षा के नीचे इस सवाल का जवाब दोबारा दें।',
    },
  ],
  adminPath: '/settings/account',
  proof: {
    en: 'At most two such accounts, and a "yes" of the shop that still counts.',
    hi: 'ऐसे ज़्यादा से ज़्यादा दो खाते, और स्टोर का मान्य "हाँ"।',
  },
  requires: ['attestations'],
  uses: ['people'],
  messages: {
    many: {
      en: '{count} accounts besides the owner have full permissions, {labels} among them.',
      hi: 'मालिक के अलावा {count} खातों के पास पूरे अधिकार हैं, जैसे {labels}।',
    },
    no: {
      en: 'The shop says that some people have more rights than their work needs.',
      hi: 'स्टोर का कहना है कि कुछ लोगों के पास काम से ज़्यादा अधिकार हैं।',
    },
  },
  *evaluate({ attestations, people }, { asOf }) {
    const admins = people ? adminsOf(people, asOf) : [];
    if (admins.length > MOST_ADMINS) {
      const labels = admins.slice(0, 3).map(({ label }) => label);
      yield { subject: 'admins', messageId: 'many', data: { count: admins.length, labels: labels.join(', ') } };
    }
    if (saidNo(answerTo('least-privilege', attestations, asOf))) yield { subject: 'shop', messageId: 'no' };
  },
  lacks({ attestations }, { asOf }) {
    const reason = gapOf(answerTo('least-privilege', attestations, asOf));
    return reason === null ? null : { kind: 'attestations', reason };
  },
  standsOn: () => 'attested',
});

function adminsOf(people: PeopleBook, asOf: Instant): Account[] {
  return liveAccounts(people, 'shopify', asOf).filter(
    (account) => factOf(account, 'isAdmin', asOf)?.value === true && factOf(account, 'isOwner', asOf)?.value !== true,
  );
}
