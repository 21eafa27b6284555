import { attestedCheck } from '../attested.ts';

/** Fails a shop that says its router is not set up safely. As sure as whoever looked at the router. */
export const router = attestedCheck({
  id: 'security/router',
  control: 'SW-04',
  question: 'router',
  title: { en: 'The office router is set up safely', hi: 'दफ़्तर का राउटर सुरक्षित ढंग से सेट है' },
  severity: 'medium',
  rule: {
    name: { en: 'Network devices are hardened', hi: 'नेटवर्क उपकरण मज़बूत किए हुए' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.8.20; CIS Controls 8.1, 4.4 and 12.1; PCI DSS 4.0.1, 2.3.1',
    status: 'verified',
  },
  why: {
    en: 'Everything that the office sends goes through the router. First passwords of routers are known to all.',
    hi: 'दफ़्तर का सारा इंटरनेट राउटर से जाता है। राउटर के पहले पासवर्ड सबको पता होते हैं।',
  },
  cost: {
    en: 'Whoever gets into it can read along, or lead your team to false log-in pages.',
    hi: 'जो राउटर में घुस जाए, वह सब देख सकता है या टीम को नकली लॉग-इन पेज पर भेज सकता है।',
  },
  remedy: [
    {
      en: 'Open the router by its address, and change the password of the administrator.',
      hi: 'राउटर का पेज खोलें और उसका एडमिन पासवर्ड बदलें।',
    },
    {
      en: 'Update its software, choose WPA2 or WPA3, and give guests a network of their own.',
      hi: 'उसका सॉफ़्टवेयर अपडेट करें, WPA2 या WPA3 चुनें और मेहमानों का Wi-Fi अलग करें।',
    },
    { en: 'Turn off management from the internet.', hi: 'इंटरनेट से राउटर बदलने की सुविधा बंद करें।' },
  ],
  no: {
    en: 'The shop says that its router is not set up safely.',
    hi: 'स्टोर का कहना है कि उसका राउटर सुरक्षित ढंग से सेट नहीं है।',
  },
});
