import { attestedCheck } from '../attested.ts';

/** Fails a shop that could lose its accounts with one phone, as it says itself. As sure as the person who answered. */
export const recovery = attestedCheck({
  id: 'security/recovery',
  control: 'MFA-07',
  question: 'recovery',
  title: { en: 'A lost phone does not lock the shop out', hi: 'फ़ोन खोने से स्टोर बाहर नहीं हो जाता' },
  severity: 'medium',
  rule: {
    name: { en: 'Recovery of accounts is prepared', hi: 'खाता वापस पाने की तैयारी है' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.5.17; CIS Controls 8.1, 6.3',
    status: 'verified',
  },
  why: {
    en: 'A second factor protects only as long as you can still get in yourself.',
    hi: 'दूसरा चरण तभी काम का है जब आप खुद अंदर जा सकें।',
  },
  cost: {
    en: 'Without codes or a second administrator, a lost phone can stop the store for days.',
    hi: 'कोड या दूसरे एडमिन के बिना खोया फ़ोन स्टोर को कई दिन रोक सकता है।',
  },
  remedy: [
    {
      en: 'Open your Shopify account, then Security, and print the recovery codes.',
      hi: 'अपने Shopify खाते में Security खोलें और रिकवरी कोड प्रिंट करें।',
    },
    { en: 'Do the same for mail, and lock the paper away.', hi: 'मेल के लिए भी यही करें और कागज़ को ताले में रखें।' },
    {
      en: 'Give one more trusted person the rights of an administrator.',
      hi: 'एक और भरोसेमंद व्यक्ति को एडमिन के अधिकार दें।',
    },
  ],
  no: {
    en: 'The shop says that a lost phone could lock it out.',
    hi: 'स्टोर का कहना है कि फ़ोन खोने पर वह बाहर हो सकता है।',
  },
});
