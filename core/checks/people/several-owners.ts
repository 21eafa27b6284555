import { factOf, liveAccounts, weakestRungOf } from '../../people/facts.ts';
import { defineCheck } from '../check.ts';

/** Fails a store of which several accounts are said to be the owner's. As sure as the lists that say so. */
export const severalOwners = defineCheck({
  id: 'security/several-owners',
  area: 'security',
  control: 'NET-07',
  title: { en: 'The store has one owner account', hi: 'स्टोर का एक ही मालिक खाता है' },
  severity: 'low',
  rule: {
    name: { en: 'Few accounts with every right', hi: 'पूरे अधिकार वाले खाते कम' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.8.2; PCI DSS 4.0.1, 7.2.1; Shopify Admin API 2026-10, StaffMember.isShopOwner',
    status: 'verified',
  },
  why: {
    en: 'The owner can close the store and change its bank. That right should be in one known hand.',
    hi: 'मालिक स्टोर बंद कर सकता है और बैंक बदल सकता है। यह अधिकार एक जाने-पहचाने हाथ में होना चाहिए।',
  },
  cost: {
    en: 'Each further owner is one more account whose loss is the loss of the store.',
    hi: 'हर और मालिक एक ऐसा खाता है जिसके जाने से पूरा स्टोर जा सकता है।',
  },
  remedy: [
    { en: 'Open Settings, then Users, and look who is the owner.', hi: 'सेटिंग में Users खोलें और देखें कि मालिक कौन है।' },
    {
      en: 'Correct the register, or take the owner role from those who do not need it.',
      hi: 'सूची सुधारें, या जिन्हें ज़रूरत नहीं उनसे मालिक की भूमिका हटाएँ।',
    },
  ],
  adminPath: '/settings/account',
  proof: { en: 'The next check sees one owner account.', hi: 'अगली जाँच में एक ही मालिक खाता मिले।' },
  requires: ['people'],
  messages: {
    several: {
      en: '{count} accounts are said to be the owner, {labels} among them.',
      hi: '{count} खाते मालिक के बताए गए हैं, जैसे {labels}।',
    },
  },
  *evaluate({ people }, { asOf }) {
    const owners = ownersOf(people.accounts, asOf);
    if (owners.length < 2) return;
    const labels = owners.slice(0, 3).map(({ label }) => label);
    yield { subject: 'shop', messageId: 'several', data: { count: owners.length, labels: labels.join(', ') } };
  },
  lacks: ({ people }, { asOf }) =>
    ownersOf(people.accounts, asOf).length === 0 ? { kind: 'people', reason: 'too-little' } : null,
  standsOn: ({ people }, { asOf }) =>
    weakestRungOf(ownersOf(people.accounts, asOf).map((account) => factOf(account, 'isOwner', asOf))),
});

type Accounts = Parameters<typeof liveAccounts>[0]['accounts'];

function ownersOf(accounts: Accounts, asOf: string) {
  return liveAccounts({ accounts }, 'shopify', asOf).filter(
    (account) => factOf(account, 'isOwner', asOf)?.value === true,
  );
}
