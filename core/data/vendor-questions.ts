import type { Text } from '../text.ts';

/** Changes whenever a question is added, dropped or asks something else: answers are kept with it. */
export const QUESTIONS_VERSION = '2026-11';

/** One thing that a shop asks a vendor. "Yes" is the good answer to each. */
export interface VendorQuestion {
  /** For ever: answers are kept by it. */
  readonly id: VendorQuestionId;
  /** Rows of core/data/controls that a good answer is evidence for. */
  readonly controls: readonly string[];
  readonly text: Text;
  /** What to write beside yes or no. */
  readonly help: Text;
  /** What a shop looks for when it reads the answer. */
  readonly good: Text;
}

export const VENDOR_QUESTION_IDS = [
  'least-data',
  'own-log-ins',
  'access-reviews',
  'support-access',
  'location',
  'encryption',
  'secrets',
  'sub-processors',
  'deletion',
  'backups',
  'breach-notice',
  'security-contact',
  'patching',
  'penetration-test',
  'reports',
  'logs',
  'script-changes',
  'training',
  'continuity',
  'insurance',
] as const;
export type VendorQuestionId = (typeof VENDOR_QUESTION_IDS)[number];

/**
 * Own words. Sources of what is asked: DPDP Rules 2025, rule 6 (safeguards, logs, contract with processors); CERT-In
 * Directions of 28-04-2022 (six hours, logs of 180 days in India); PCI DSS 4.0.1, 6.4.3, 11.6.1 and 12.8; ISO/IEC
 * 27001:2022, A.5.19–5.22; CIS Controls, 15.
 */
const ROWS: Readonly<Record<VendorQuestionId, Omit<VendorQuestion, 'id'>>> = {
  'least-data': {
    controls: ['VND-01', 'VND-02'],
    text: {
      en: 'Does your service read only the data of our shop that it needs?',
      hi: 'क्या आपकी सेवा हमारी दुकान का सिर्फ़ वही डेटा पढ़ती है जिसकी उसे ज़रूरत है?',
    },
    help: {
      en: 'Name the data: products, orders, customers, payments, theme. Say who reads each and for what.',
      hi: 'डेटा के नाम लिखें: उत्पाद, ऑर्डर, ग्राहक, भुगतान, थीम। हर एक को कौन पढ़ता है और किसलिए, यह भी बताएँ।',
    },
    good: {
      en: 'A short list, each with a use that you know. Nothing is kept for later.',
      hi: 'छोटी सूची, हर डेटा का ऐसा उपयोग जो आप जानते हैं। बाद के लिए कुछ नहीं रखा जाता।',
    },
  },
  'own-log-ins': {
    controls: ['VND-02', 'VND-03'],
    text: {
      en: 'Does everybody of yours who can open our data have an own log-in with a second factor?',
      hi: 'आपके यहाँ जो भी हमारा डेटा खोल सकता है, क्या उसका अपना लॉग-इन और दूसरा चरण है?',
    },
    help: {
      en: 'Say how many people that is, and which second factor they use.',
      hi: 'बताएँ कि ऐसे कितने लोग हैं और दूसरा चरण कौन-सा है।',
    },
    good: {
      en: 'Few people, no shared log-ins, a key or an app as second factor.',
      hi: 'कम लोग, साझा लॉग-इन कोई नहीं, दूसरे चरण के लिए सिक्योरिटी की या ऐप।',
    },
  },
  'access-reviews': {
    controls: ['VND-02', 'VND-03'],
    text: {
      en: 'Do you check at least every 90 days who may open our data?',
      hi: 'क्या आप कम से कम हर 90 दिन में देखते हैं कि हमारा डेटा कौन खोल सकता है?',
    },
    help: {
      en: 'Say when you did it last, and how soon a leaver loses the rights.',
      hi: 'बताएँ कि पिछली बार कब देखा, और नौकरी छोड़ने वाले के अधिकार कितनी जल्दी हटते हैं।',
    },
    good: {
      en: 'A day within the last 90. Leavers lose their rights on the same day.',
      hi: 'पिछले 90 दिन के भीतर की तारीख। छोड़ने वालों के अधिकार उसी दिन हटते हैं।',
    },
  },
  'support-access': {
    controls: ['VND-02', 'VND-08'],
    text: {
      en: 'Does your support open our data or our admin only when we ask?',
      hi: 'क्या आपकी सहायता टीम हमारा डेटा या एडमिन हमारे कहने पर ही खोलती है?',
    },
    help: {
      en: 'Say who may, for how long, and where we can see it afterwards.',
      hi: 'बताएँ कि कौन खोल सकता है, कितनी देर के लिए, और हम बाद में इसे कहाँ देख सकते हैं।',
    },
    good: {
      en: 'Only after a request of ours, for a limited time, and each visit is logged.',
      hi: 'सिर्फ़ हमारे कहने पर, तय समय के लिए, और हर बार का लॉग रहता है।',
    },
  },
  location: {
    controls: ['VND-01', 'VND-04'],
    text: {
      en: 'Can you name every country and provider where our data lies, backups too?',
      hi: 'क्या आप हर देश और प्रदाता बता सकते हैं जहाँ हमारा डेटा और उसका बैकअप रखा है?',
    },
    help: { en: 'List country and provider of each place.', hi: 'हर जगह का देश और प्रदाता लिखें।' },
    good: {
      en: 'A whole list. You know which of it lies outside India.',
      hi: 'पूरी सूची। आपको पता है कि कौन-सा डेटा भारत से बाहर है।',
    },
  },
  encryption: {
    controls: ['VND-03', 'VND-04'],
    text: {
      en: 'Is our data encrypted on its way and where it is stored?',
      hi: 'क्या हमारा डेटा भेजते समय और रखने की जगह पर एन्क्रिप्टेड है?',
    },
    help: {
      en: 'Name the least TLS version, what is encrypted at rest, and who holds the keys.',
      hi: 'सबसे पुराना मान्य TLS संस्करण, क्या-क्या एन्क्रिप्टेड रखा है, और की (key) किसके पास हैं, यह लिखें।',
    },
    good: {
      en: 'TLS 1.2 or newer; database, files and backups are encrypted; few people reach the keys.',
      hi: 'TLS 1.2 या नया; डेटाबेस, फ़ाइलें और बैकअप एन्क्रिप्टेड; की (key) तक कम लोगों की पहुँच।',
    },
  },
  secrets: {
    controls: ['VND-03', 'VND-07'],
    text: {
      en: 'Are keys and tokens of our shop kept in a vault, and never in code or chats?',
      hi: 'क्या हमारी दुकान की की (key) और टोकन वॉल्ट में रहते हैं, कोड या चैट में कभी नहीं?',
    },
    help: {
      en: 'Say where they are kept, and how often they are changed. Write none of them here.',
      hi: 'बताएँ कि वे कहाँ रहते हैं और कितनी बार बदले जाते हैं। उनमें से कोई भी यहाँ न लिखें।',
    },
    good: {
      en: 'A vault or encrypted fields, changed within a year and after each doubt.',
      hi: 'वॉल्ट या एन्क्रिप्टेड फ़ील्ड; साल भर में और हर शक के बाद बदले जाते हैं।',
    },
  },
  'sub-processors': {
    controls: ['VND-04'],
    text: {
      en: 'Is there a current list of all firms that you pass our data on to?',
      hi: 'क्या उन सभी फ़र्मों की ताज़ा सूची है जिन्हें आप हमारा डेटा देते हैं?',
    },
    help: {
      en: 'Give the address of the list, and say how we hear of a new one.',
      hi: 'सूची का पता दें, और बताएँ कि नई फ़र्म जुड़ने पर हमें कैसे पता चलता है।',
    },
    good: {
      en: 'A list with purpose and country. You are told before a new one begins.',
      hi: 'उद्देश्य और देश सहित सूची। नई फ़र्म शुरू होने से पहले आपको बताया जाता है।',
    },
  },
  deletion: {
    controls: ['VND-04', 'VND-06'],
    text: {
      en: 'Do you delete our data within 30 days after we leave or ask for it?',
      hi: 'हमारे छोड़ने या कहने के 30 दिन के भीतर क्या आप हमारा डेटा मिटा देते हैं?',
    },
    help: {
      en: 'Say what is kept longer and why, and when backups are gone.',
      hi: 'बताएँ कि क्या ज़्यादा समय रहता है और क्यों, और बैकअप कब तक मिटते हैं।',
    },
    good: {
      en: 'Thirty days or less, backups soon after. What stays is named with its law.',
      hi: 'तीस दिन या कम, बैकअप उसके जल्द बाद। जो रहता है, उसका कानून बताया गया है।',
    },
  },
  backups: {
    controls: ['VND-03'],
    text: {
      en: 'Do you back up our data, and did a restore succeed in the last 365 days?',
      hi: 'क्या आप हमारे डेटा का बैकअप लेते हैं, और पिछले 365 दिनों में उसे वापस लाकर जाँचा है?',
    },
    help: {
      en: 'Say how often a backup is made, and on which day a restore was last tried.',
      hi: 'बताएँ कि बैकअप कितनी बार बनता है, और उसे वापस लाने की जाँच पिछली बार किस दिन हुई।',
    },
    good: {
      en: 'Daily backups in another place, and a day on which a restore worked.',
      hi: 'दूसरी जगह रोज़ का बैकअप, और वह तारीख जब उसे वापस लाना सफल रहा।',
    },
  },
  'breach-notice': {
    controls: ['VND-04', 'VND-09'],
    text: {
      en: 'Do you tell us of a breach that may concern our data within 24 hours?',
      hi: 'हमारे डेटा से जुड़ी सेंध की सूचना क्या आप हमें 24 घंटे के भीतर देते हैं?',
    },
    help: {
      en: 'Say within how many hours, to whom of us, and what the notice tells.',
      hi: 'बताएँ कि कितने घंटे में, हमारे यहाँ किसे, और सूचना में क्या लिखा होता है।',
    },
    good: {
      en: 'A number of hours, 24 or fewer, and it stands in the contract. Your own duties may begin then.',
      hi: 'घंटों की संख्या, 24 या कम, और वह अनुबंध में लिखी है। आपके अपने कर्तव्य तभी शुरू हो सकते हैं।',
    },
  },
  'security-contact': {
    controls: ['VND-09'],
    text: {
      en: 'Is there a contact for security that answers at any hour?',
      hi: 'क्या सुरक्षा के लिए ऐसा संपर्क है जो किसी भी समय जवाब देता है?',
    },
    help: {
      en: 'Give an e-mail address or a page, and a phone number for urgent cases.',
      hi: 'ई-मेल पता या पेज दें, और ज़रूरी मामलों के लिए फ़ोन नंबर।',
    },
    good: {
      en: 'A shared address of a team, not of one person. Add it to the vendor in your register.',
      hi: 'टीम का साझा पता, किसी एक व्यक्ति का नहीं। इसे अपनी सूची में वेंडर के साथ जोड़ें।',
    },
  },
  patching: {
    controls: ['VND-03'],
    text: {
      en: 'Are grave flaws in your software mended within 30 days?',
      hi: 'क्या आपके सॉफ़्टवेयर की गंभीर खामियाँ 30 दिन के भीतर ठीक होती हैं?',
    },
    help: {
      en: 'Say how you learn of flaws, libraries included, and how fast those under attack are mended.',
      hi: 'बताएँ कि खामियों का पता कैसे चलता है, लाइब्रेरी की भी। जिन पर हमला हो रहा है, उनके ठीक होने का समय भी बताएँ।',
    },
    good: {
      en: 'Thirty days at most, some days for flaws under attack, and a tool that watches libraries.',
      hi: 'ज़्यादा से ज़्यादा तीस दिन, हमले वाली खामियों के लिए कुछ दिन, और लाइब्रेरी पर नज़र रखने वाला टूल।',
    },
  },
  'penetration-test': {
    controls: ['VND-03'],
    text: {
      en: 'Has somebody independent tested your service for flaws in the last 365 days?',
      hi: 'क्या पिछले 365 दिनों में किसी स्वतंत्र व्यक्ति ने आपकी सेवा की खामियाँ जाँची हैं?',
    },
    help: {
      en: 'Say who, when, what was in scope, and what is still open. A summary by mail helps.',
      hi: 'बताएँ कि किसने, कब, क्या-क्या जाँचा, और क्या अब भी खुला है। मेल से सार भेजना अच्छा रहेगा।',
    },
    good: {
      en: 'A named tester, a day, your service in scope, and nothing grave left open.',
      hi: 'जाँचने वाले का नाम, तारीख, दायरे में आपकी सेवा, और कोई गंभीर खामी बाकी नहीं।',
    },
  },
  reports: {
    controls: ['VND-03', 'VND-05'],
    text: {
      en: 'Do you hold a report or certificate that is valid today: SOC 2 type II, ISO 27001 or PCI DSS?',
      hi: 'क्या आपके पास आज मान्य रिपोर्ट या प्रमाणपत्र है: SOC 2 टाइप II, ISO 27001 या PCI DSS?',
    },
    help: {
      en: 'Say which, until when, and whether its scope names the service that we use.',
      hi: 'बताएँ कि कौन-सा, कब तक मान्य, और क्या उसके दायरे में हमारी सेवा का नाम है।',
    },
    good: {
      en: 'The paper itself, with your service in its scope. For card data it is PCI DSS.',
      hi: 'खुद कागज़, जिसके दायरे में आपकी सेवा हो। कार्ड के डेटा के लिए PCI DSS।',
    },
  },
  logs: {
    controls: ['VND-04', 'NET-09'],
    text: {
      en: 'Do you keep logs of who opened our data for at least 180 days?',
      hi: 'क्या आप कम से कम 180 दिन तक लॉग रखते हैं कि हमारा डेटा किसने खोला?',
    },
    help: {
      en: 'Say for how long, and whether a copy lies in India where CERT-In’s rule applies to you.',
      hi: 'बताएँ कि कितने समय तक। CERT-In का नियम आप पर लागू हो, तो बताएँ कि क्या एक प्रति भारत में है।',
    },
    good: {
      en: '180 days or more, in India where the rule applies; a year for personal data.',
      hi: '180 दिन या ज़्यादा, जहाँ नियम लागू हो वहाँ भारत में; व्यक्तिगत डेटा के लिए एक साल।',
    },
  },
  'script-changes': {
    controls: ['MON-02', 'MON-03'],
    text: {
      en: 'Do you tell us before your script on our pages changes, or give us its checksum?',
      hi: 'क्या हमारे पेज पर आपकी स्क्रिप्ट बदलने से पहले आप बताते हैं, या उसका चेकसम देते हैं?',
    },
    help: {
      en: 'Say how we hear of a change, and what else your script loads. No script: not applicable.',
      hi: 'बताएँ कि बदलाव का पता हमें कैसे चलता है, और आपकी स्क्रिप्ट और क्या लोड करती है। स्क्रिप्ट न हो तो लागू नहीं।',
    },
    good: {
      en: 'Versioned addresses or a checksum, and a list of the hosts that it loads from.',
      hi: 'संस्करण वाले पते या चेकसम, और उन होस्ट की सूची जहाँ से वह लोड करती है।',
    },
  },
  training: {
    controls: ['VND-03'],
    text: {
      en: 'Are your staff trained each year in phishing and the handling of data?',
      hi: 'क्या आपके कर्मचारियों को हर साल फ़िशिंग और डेटा सँभालने का प्रशिक्षण मिलता है?',
    },
    help: {
      en: 'Say when it was last, and what share of your people took part.',
      hi: 'बताएँ कि पिछली बार कब हुआ और कितने प्रतिशत लोगों ने भाग लिया।',
    },
    good: {
      en: 'A day within the last year, and nearly everybody. Developers learn about code as well.',
      hi: 'पिछले साल के भीतर की तारीख, और लगभग सभी लोग। डेवलपर कोड की सुरक्षा भी सीखते हैं।',
    },
  },
  continuity: {
    controls: ['VND-03'],
    text: {
      en: 'Can your service go on when one place or provider of yours fails?',
      hi: 'आपकी कोई एक जगह या प्रदाता बंद हो जाए, तो क्या आपकी सेवा चलती रहती है?',
    },
    help: {
      en: 'Say after how many hours it is back, and how much data could be lost.',
      hi: 'बताएँ कि कितने घंटे में सेवा वापस आती है और कितना डेटा खो सकता है।',
    },
    good: {
      en: 'Hours that your shop can bear, and a practice run within the last year.',
      hi: 'इतने घंटे जितने आपकी दुकान सह सके, और पिछले साल के भीतर एक अभ्यास।',
    },
  },
  insurance: {
    controls: ['VND-04'],
    text: {
      en: 'Are you insured against damage by a breach?',
      hi: 'क्या सेंध से हुए नुकसान के लिए आपका बीमा है?',
    },
    help: {
      en: 'Say up to which sum, and whether damage of your customers is covered.',
      hi: 'बताएँ कि कितनी रकम तक, और क्या आपके ग्राहकों का नुकसान भी शामिल है।',
    },
    good: {
      en: 'A sum that fits the number of your customers. Small firms often have none.',
      hi: 'आपके ग्राहकों की संख्या के हिसाब से रकम। छोटी फ़र्मों के पास अक्सर बीमा नहीं होता।',
    },
  },
};

/** Every question, in the order in which it is asked. */
export const VENDOR_QUESTIONS: readonly VendorQuestion[] = VENDOR_QUESTION_IDS.map((id) => ({ id, ...ROWS[id] }));

const BY_ID: ReadonlyMap<string, VendorQuestion> = new Map(VENDOR_QUESTIONS.map((question) => [question.id, question]));

/** Null: nobody asks this, or not any more. */
export function vendorQuestionById(id: string): VendorQuestion | null {
  return BY_ID.get(id) ?? null;
}
