import { ACCOUNT_FACTS, type AccountFact } from '../../evidence/people.ts';
import { factOf } from '../../people/facts.ts';
import { defineCheck } from '../check.ts';

/** Facts of which a conflict can change a verdict, with the name of its message. */
const MESSAGES = {
  isActive: 'isActive',
  isOwner: 'isOwner',
  isAdmin: 'isAdmin',
  secondFactor: 'secondFactor',
  isSecondFactorEnforced: 'secondFactor',
  isShared: 'isShared',
} as const satisfies Partial<Record<AccountFact, string>>;
const JUDGED = ACCOUNT_FACTS.filter((fact): fact is keyof typeof MESSAGES => Object.hasOwn(MESSAGES, fact));

/**
 * Fails an account of which two sources that both count say different things. Sure that they differ; which one is
 * right, they do not tell. Until it is settled, the stronger one is believed.
 */
export const conflictingStatements = defineCheck({
  id: 'security/conflicting-statements',
  area: 'security',
  control: 'EDU-01',
  title: { en: 'What is known of an account agrees', hi: 'खाते के बारे में जानकारी आपस में मिलती है' },
  severity: 'low',
  rule: {
    name: { en: 'The register of accounts is correct', hi: 'खातों की सूची सही है' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.5.16 and A.5.18; CIS Controls 8.1, 5.1',
    status: 'verified',
  },
  why: {
    en: 'Where two sources differ, one is wrong, and verdicts that rest on it are too.',
    hi: 'जहाँ दो स्रोत अलग कहें, वहाँ एक गलत है, और उस पर टिका फ़ैसला भी।',
  },
  cost: {
    en: 'An account that looks closed in one list may be open in fact.',
    hi: 'जो खाता एक सूची में बंद दिखे, वह असल में खुला हो सकता है।',
  },
  remedy: [
    { en: 'Open People in Prahari, and the account named.', hi: 'Prahari में लोग खोलें और बताया गया खाता देखें।' },
    {
      en: 'Look in the service itself, and correct the statement that is wrong.',
      hi: 'सेवा में खुद देखें और जो जानकारी गलत है उसे सुधारें।',
    },
  ],
  proof: {
    en: 'The next check finds that all live statements agree.',
    hi: 'अगली जाँच में सब मान्य जानकारी आपस में मिले।',
  },
  requires: ['people'],
  messages: {
    isActive: {
      en: '{service}: one source calls {label} active, another does not.',
      hi: '{service}: एक स्रोत {label} को चालू बताता है, दूसरा नहीं।',
    },
    isOwner: {
      en: '{service}: one source calls {label} the owner, another does not.',
      hi: '{service}: एक स्रोत {label} को मालिक का खाता बताता है, दूसरा नहीं।',
    },
    isAdmin: {
      en: '{service}: one source gives {label} full permissions, another does not.',
      hi: '{service}: एक स्रोत {label} को पूरे अधिकार बताता है, दूसरा नहीं।',
    },
    secondFactor: {
      en: '{service}: sources differ on the second factor of {label}.',
      hi: '{service}: {label} के दूसरे चरण पर स्रोत अलग-अलग कहते हैं।',
    },
    isShared: {
      en: '{service}: one source says that several people use {label}, another does not.',
      hi: '{service}: एक स्रोत कहता है कि {label} को कई लोग इस्तेमाल करते हैं, दूसरा नहीं।',
    },
  },
  applies: ({ people }) => people.accounts.length > 0,
  *evaluate({ people }, { asOf }) {
    for (const account of people.accounts) {
      for (const fact of JUDGED) {
        if (factOf(account, fact, asOf)?.isConflict !== true) continue;
        const messageId = MESSAGES[fact];
        const data = { service: account.service, label: account.label };
        yield { subject: `${account.id} ${messageId}`, messageId, data };
      }
    }
  },
});
