import { attestedCheck } from '../attested.ts';

/** Fails a shop with servers of its own that are not updated or stand open, as it says itself. */
export const ownServers = attestedCheck({
  id: 'security/own-servers',
  control: 'NET-08',
  question: 'own-servers',
  title: { en: 'Own servers are updated and closed', hi: 'अपने सर्वर अपडेट और बंद हैं' },
  severity: 'high',
  rule: {
    name: { en: 'Systems are patched and reachable only where needed', hi: 'सिस्टम अपडेट हैं और ज़रूरत भर ही खुले हैं' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.8.8 and A.8.20; CIS Controls 8.1, 4.4 and 7.3; PCI DSS 4.0.1, 1.4.1 and 6.3.3',
    status: 'verified',
  },
  why: {
    en: 'Shopify looks after its own servers. Those you rent beside it are yours to look after.',
    hi: 'Shopify अपने सर्वर सँभालता है। उसके अलावा किराए के सर्वर आपको सँभालने हैं।',
  },
  cost: {
    en: 'An old server can be taken over in hours, with the customer data that lies on it.',
    hi: 'पुराना सर्वर घंटों में कब्ज़े में जा सकता है, उस पर रखे ग्राहक डेटा के साथ।',
  },
  remedy: [
    {
      en: 'Ask whoever runs the server to install updates, and to do so each month.',
      hi: 'सर्वर चलाने वाले से कहें कि अपडेट लगाए, और हर महीने लगाए।',
    },
    {
      en: 'Close every port but those that are needed, and hide pages for administration.',
      hi: 'ज़रूरी पोर्ट छोड़कर सब बंद कराएँ और एडमिन के पेज छिपाएँ।',
    },
  ],
  no: {
    en: 'The shop says that its own servers are not updated, or stand open.',
    hi: 'स्टोर का कहना है कि उसके सर्वर अपडेट नहीं हैं या खुले हैं।',
  },
});
