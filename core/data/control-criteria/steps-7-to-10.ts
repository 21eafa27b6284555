import type { Text } from '../../text.ts';

/** What passes, in plain words: core/data/control-criteria.ts says what a row means. */
export const CRITERIA_OF_STEPS_7_TO_10: Readonly<Record<string, Text>> = {
  'VND-01': {
    en: 'Each app, script host and provider is listed with purpose, owner and kind of data.',
    hi: 'हर ऐप, स्क्रिप्ट होस्ट और प्रदाता उद्देश्य, ज़िम्मेदार और डेटा के प्रकार के साथ दर्ज है।',
  },
  'VND-02': {
    en: "Each app's risk score is under 60, or a reason with an end is written down.",
    hi: 'हर ऐप का जोखिम स्कोर 60 से कम है, या अंतिम तारीख़ वाला कारण लिखा है।',
  },
  'VND-03': {
    en: 'Vendors with much access hold a security report that is not older than a year.',
    hi: 'ज़्यादा एक्सेस वाले वेंडर के पास सुरक्षा की रिपोर्ट है, जो एक साल से पुरानी नहीं है।',
  },
  'VND-04': {
    en: 'A contract with safeguards, breach notice and deletion is on file.',
    hi: 'सुरक्षा, सेंध की सूचना और मिटाने की शर्तों वाला अनुबंध रखा है।',
  },
  'VND-05': {
    en: 'Every gateway in use shows a current PCI DSS attestation.',
    hi: 'इस्तेमाल होने वाला हर गेटवे मौजूदा PCI DSS प्रमाण दिखाता है।',
  },
  'VND-06': { en: 'No app went unused for 90 days.', hi: 'कोई ऐप 90 दिन से बिना इस्तेमाल नहीं है।' },
  'VND-07': {
    en: 'Each custom app has an owner, and its token is under a year old.',
    hi: 'हर कस्टम ऐप का ज़िम्मेदार है और उसका टोकन एक साल से नया है।',
  },
  'VND-08': {
    en: 'Each collaborator account was confirmed within 90 days.',
    hi: 'हर सहयोगी खाते की 90 दिन के भीतर पुष्टि हुई है।',
  },
  'VND-09': {
    en: 'Every vendor with much access has a contact for incidents.',
    hi: 'ज़्यादा एक्सेस वाले हर वेंडर का घटना के लिए संपर्क दर्ज है।',
  },
  'NET-01': {
    en: 'One valid SPF record ends in -all or ~all and needs at most 10 look-ups.',
    hi: 'एक मान्य SPF रिकॉर्ड -all या ~all पर खत्म होता है और ज़्यादा से ज़्यादा 10 बार पूछता है।',
  },
  'NET-02': {
    en: 'DMARC sends forged mail to quarantine or refuses it, for all of the mail.',
    hi: 'DMARC सारी जाली मेल को अलग रखता है या लौटाता है।',
  },
  'NET-03': {
    en: 'At least one DKIM key of 1024 bits or more stands for the mail services in use.',
    hi: 'इस्तेमाल होने वाली मेल सेवाओं के लिए 1024 बिट या ज़्यादा की कम से कम एक DKIM कुंजी है।',
  },
  'NET-04': {
    en: 'MTA-STS is enforced and TLS reports are asked for.',
    hi: 'MTA-STS लागू है और TLS रिपोर्ट माँगी जाती हैं।',
  },
  'NET-05': {
    en: "The domain is 30 days old or more, its transfer is locked, and its owner's mailbox is protected.",
    hi: 'डोमेन 30 दिन या ज़्यादा पुराना है, उसका ट्रांसफ़र लॉक है और मालिक का मेल सुरक्षित है।',
  },
  'NET-06': {
    en: 'A CAA record is there and allows the authority in use.',
    hi: 'CAA रिकॉर्ड है और इस्तेमाल होने वाले प्रमाणपत्र जारीकर्ता को अनुमति देता है।',
  },
  'NET-07': {
    en: 'At most two people besides the owner have all permissions; others have only what they need.',
    hi: 'मालिक के अलावा ज़्यादा से ज़्यादा दो लोगों के पास पूरे अधिकार हैं; बाकी के पास सिर्फ़ ज़रूरी।',
  },
  'NET-08': {
    en: 'Systems outside Shopify are updated within 30 days, with only the needed ports open.',
    hi: 'Shopify के बाहर के सिस्टम 30 दिन में अपडेट होते हैं और सिर्फ़ ज़रूरी पोर्ट खुले हैं।',
  },
  'NET-09': {
    en: 'System logs are kept 180 days inside India, logs of access to personal data one year.',
    hi: 'सिस्टम के लॉग 180 दिन भारत में और निजी डेटा खोलने के लॉग एक साल रखे जाते हैं।',
  },
  'NET-10': {
    en: 'A valid security.txt names a contact and has not ended.',
    hi: 'मान्य security.txt में संपर्क है और उसकी तारीख़ बाकी है।',
  },
  'NET-11': {
    en: 'No foreign site may read answers that carry a log-in.',
    hi: 'कोई बाहरी साइट लॉग-इन वाले जवाब नहीं पढ़ सकती।',
  },
  'NET-12': {
    en: 'Headers reach grade B- or better where you control them.',
    hi: 'जहाँ हेडर आपके हाथ में हैं, वहाँ ग्रेड B- या बेहतर है।',
  },
  'BRP-01': {
    en: 'The plan is complete, was approved within a year, and each role has a deputy.',
    hi: 'योजना पूरी है, एक साल के भीतर मंज़ूर हुई है और हर भूमिका का एक विकल्प है।',
  },
  'BRP-02': {
    en: 'Contacts of authority, bank, Shopify, marketplaces, lawyer and insurer were checked within 180 days.',
    hi: 'प्राधिकरण, बैंक, Shopify, मार्केटप्लेस, वकील और बीमा के संपर्क 180 दिन के भीतर जाँचे गए हैं।',
  },
  'BRP-03': {
    en: 'Every clock that applies to the shop is switched on and has an owner.',
    hi: 'स्टोर पर लागू हर समय-सीमा चालू है और उसका ज़िम्मेदार है।',
  },
  'BRP-04': { en: 'One exercise took place within a year, with notes.', hi: 'एक साल के भीतर एक अभ्यास हुआ, नोट के साथ।' },
  'BRP-05': {
    en: "Texts for people, the board and CERT-In are ready in English and your customers' main language.",
    hi: 'लोगों, बोर्ड और CERT-In के लिए सूचनाएँ अंग्रेज़ी और ग्राहकों की मुख्य भाषा में तैयार हैं।',
  },
  'BRP-06': {
    en: 'Products, theme, pages and customer list were restored in a test within 180 days.',
    hi: 'प्रॉडक्ट, थीम, पेज और ग्राहक सूची 180 दिन के भीतर परीक्षण में वापस लाई गई हैं।',
  },
  'BRP-07': {
    en: 'A contact for CERT-In is named and was sent in the prescribed form.',
    hi: 'CERT-In के लिए संपर्क व्यक्ति तय है और तय रूप में भेजा गया है।',
  },
  'AUD-01': {
    en: 'Every open statement was answered or renewed within the month.',
    hi: 'हर खुले सवाल का जवाब महीने के भीतर दिया या दोहराया गया है।',
  },
  'AUD-02': {
    en: "A qualified auditor's report is under a year old; in India, one empanelled by CERT-In.",
    hi: 'योग्य ऑडिटर की रिपोर्ट एक साल से नई है; भारत में CERT-In की सूची का ऑडिटर।',
  },
  'AUD-03': { en: 'Every account was confirmed within 92 days.', hi: 'हर खाते की 92 दिन के भीतर पुष्टि हुई है।' },
  'AUD-04': {
    en: 'Critical defects are closed within 7 days, high 30, medium 90, low 180.',
    hi: 'अति गंभीर कमियाँ 7 दिन में, ज़्यादा 30, मध्यम 90 और कम 180 दिन में ठीक होती हैं।',
  },
  'AUD-05': {
    en: 'Each accepted risk has a person, a reason and an end within a year.',
    hi: 'हर माने हुए जोखिम का व्यक्ति, कारण और एक साल के भीतर अंतिम तारीख़ है।',
  },
  'AUD-06': {
    en: 'The PCI questionnaire of the right type was signed within a year, with the question on scripts answered.',
    hi: 'सही प्रकार की PCI प्रश्नावली एक साल के भीतर हस्ताक्षरित है और स्क्रिप्ट वाले सवाल का जवाब है।',
  },
  'AUD-07': {
    en: 'Privacy, refund, shipping, terms and contact texts exist and are linked.',
    hi: 'गोपनीयता, रिफ़ंड, शिपिंग, शर्तें और संपर्क के पेज हैं और जुड़े हैं।',
  },
  'AUD-08': {
    en: 'Cookie banner and data-sale settings fit the countries that you sell to.',
    hi: 'कुकी बैनर और डेटा की सेटिंग आपके बिक्री वाले देशों के हिसाब से हैं।',
  },
  'AUD-09': {
    en: 'Old exports, drafts and closed accounts are removed by a written schedule.',
    hi: 'पुराने एक्सपोर्ट, ड्राफ़्ट और बंद खाते लिखे हुए नियम से हटाए जाते हैं।',
  },
};
