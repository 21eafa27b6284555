import { attestedCheck } from '../attested.ts';

/** Fails a shop whose domain hangs on a mailbox with a password alone, as it says itself. */
export const ownerMailbox = attestedCheck({
  id: 'security/owner-mailbox',
  control: 'NET-05',
  question: 'owner-mailbox',
  title: { en: 'The mailbox that owns the domain is protected', hi: 'जिस मेल पर डोमेन दर्ज है वह बचा हुआ है' },
  severity: 'high',
  rule: {
    name: { en: 'The domain is in known hands', hi: 'डोमेन जाने-पहचाने हाथों में है' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.5.9; CIS Controls 8.1, 4.9',
    status: 'verified',
  },
  why: {
    en: 'The registrar trusts the mailbox on file. Whoever reads it can move your domain elsewhere.',
    hi: 'रजिस्ट्रार दर्ज मेल पर भरोसा करता है। जो उसे पढ़ सके, वह डोमेन कहीं और ले जा सकता है।',
  },
  cost: {
    en: 'With the domain go the shop, the mail, and every account that mail can reset.',
    hi: 'डोमेन के साथ स्टोर, मेल और मेल से खुलने वाले सारे खाते चले जाते हैं।',
  },
  remedy: [
    {
      en: 'Sign in at your registrar, and look which mailbox is on file.',
      hi: 'रजिस्ट्रार पर साइन इन करें और देखें कि कौन-सा मेल दर्ज है।',
    },
    {
      en: 'Turn on the second factor of that mailbox, and of the registrar account.',
      hi: 'उस मेल पर और रजिस्ट्रार के खाते पर दूसरा चरण चालू करें।',
    },
  ],
  no: {
    en: 'The shop says that the mailbox of its domain has no second factor.',
    hi: 'स्टोर का कहना है कि उसके डोमेन वाले मेल पर दूसरा चरण नहीं है।',
  },
});
