import type { Text } from '../../text.ts';

/** What passes, in plain words: core/data/control-criteria.ts says what a row means. */
export const CRITERIA_OF_STEPS_4_TO_6: Readonly<Record<string, Text>> = {
  'PWD-01': {
    en: 'Passwords have at least 12 characters, common ones are refused; 8 with a letter and a digit is the floor.',
    hi: 'पासवर्ड में कम से कम 12 अक्षर हैं और आम पासवर्ड मना हैं; अक्षर और अंक वाले 8 न्यूनतम हैं।',
  },
  'PWD-02': {
    en: 'No active account is reported as weak or outside the rule.',
    hi: 'कोई चालू खाता कमज़ोर या नियम से बाहर नहीं बताया गया।',
  },
  'PWD-03': {
    en: 'Each person ran the check within 90 days with score 3 or more. The password is in no known leak.',
    hi: 'हर व्यक्ति ने 90 दिन के भीतर जाँच की और स्कोर 3 या ज़्यादा आया। पासवर्ड किसी ज्ञात लीक में नहीं है।',
  },
  'PWD-04': {
    en: 'No general mailbox is a log-in, and no account is used by more than one person.',
    hi: 'कोई सामान्य मेलबॉक्स लॉग-इन नहीं है और किसी खाते को एक से ज़्यादा लोग नहीं चलाते।',
  },
  'PWD-05': {
    en: 'The owner confirms that the team uses a password manager.',
    hi: 'मालिक पुष्टि करता है कि टीम पासवर्ड मैनेजर इस्तेमाल करती है।',
  },
  'PWD-06': {
    en: 'Passwords change after a leak, not by the calendar, where a second factor is on.',
    hi: 'जहाँ दूसरा चरण चालू है, वहाँ पासवर्ड लीक के बाद बदलते हैं, तारीख़ से नहीं।',
  },
  'PWD-07': {
    en: 'No mailbox of your domain is in a leak that is newer than its last password change.',
    hi: 'आपके डोमेन का कोई मेलबॉक्स ऐसी लीक में नहीं है जो उसके पिछले पासवर्ड बदलने के बाद की हो।',
  },
  'MON-01': {
    en: 'No script library has a known high or critical flaw.',
    hi: 'किसी स्क्रिप्ट लाइब्रेरी में कोई ज्ञात गंभीर कमी नहीं है।',
  },
  'MON-02': {
    en: 'Each outside script, frame and form target has an owner and a reason.',
    hi: 'बाहर की हर स्क्रिप्ट, फ़्रेम और फ़ॉर्म के पते का ज़िम्मेदार और कारण तय है।',
  },
  'MON-03': {
    en: 'Scripts were compared in the last 7 days, and no change waits longer than 3 days for a decision.',
    hi: 'पिछले 7 दिन में स्क्रिप्ट मिलाई गईं और कोई बदलाव 3 दिन से ज़्यादा फ़ैसले के बिना नहीं है।',
  },
  'MON-04': {
    en: 'Nothing is loaded from a host that is known to be bad.',
    hi: 'किसी जाने-माने बुरे होस्ट से कुछ नहीं लिया जाता।',
  },
  'MON-05': {
    en: 'No private key of Shopify, a gateway or a cloud stands in pages, scripts or theme files.',
    hi: 'पेज, स्क्रिप्ट या थीम में Shopify, गेटवे या क्लाउड की कोई गुप्त कुंजी नहीं है।',
  },
  'MON-06': {
    en: 'Every change of the published theme since it was accepted has been accepted too.',
    hi: 'थीम मानी जाने के बाद का हर बदलाव भी माना गया है।',
  },
  'MON-07': {
    en: 'Other sites cannot show your storefront or account pages inside theirs.',
    hi: 'दूसरी साइट आपके स्टोरफ़्रंट या खाते के पेज अपने भीतर नहीं दिखा सकतीं।',
  },
  'MON-08': {
    en: 'No script reads payment or password fields and sends them to an unknown host.',
    hi: 'कोई स्क्रिप्ट भुगतान या पासवर्ड के फ़ील्ड पढ़कर अनजान होस्ट को नहीं भेजती।',
  },
  'MON-09': {
    en: 'Your own hosts hand out no backup, dump, environment or version-control file.',
    hi: 'आपके अपने होस्ट कोई बैकअप, डंप या अंदरूनी फ़ाइल बाहर नहीं देते।',
  },
  'MON-10': {
    en: 'No name of your domain points to a service that nobody holds any more.',
    hi: 'आपके डोमेन का कोई नाम ऐसी सेवा पर नहीं जाता जो अब किसी के पास नहीं है।',
  },
  'MON-11': { en: 'The last complete check is under 7 days old.', hi: 'पिछली पूरी जाँच 7 दिन से कम पुरानी है।' },
  'MFA-01': {
    en: "The owner's account has a second factor, seen within 90 days.",
    hi: 'मालिक के खाते पर दूसरा चरण है, 90 दिन के भीतर देखा हुआ।',
  },
  'MFA-02': {
    en: 'Every active person in the store has a second factor.',
    hi: 'स्टोर के हर सक्रिय व्यक्ति के खाते पर दूसरा चरण है।',
  },
  'MFA-03': { en: 'Every active mailbox has a second factor.', hi: 'हर चालू मेलबॉक्स पर दूसरा चरण है।' },
  'MFA-04': {
    en: 'The second factor is required for every active person.',
    hi: 'हर सक्रिय व्यक्ति के लिए दूसरा चरण अनिवार्य है।',
  },
  'MFA-05': {
    en: 'Administrators use a passkey, a security key or an app; SMS or a call alone is weaker.',
    hi: 'एडमिन पासकी, सुरक्षा कुंजी या ऐप इस्तेमाल करते हैं; सिर्फ़ SMS या कॉल कमज़ोर है।',
  },
  'MFA-06': {
    en: 'Registrar, DNS, gateway, GST portal, courier, marketplaces, ads and social accounts each have a second factor.',
    hi: 'रजिस्ट्रार, DNS, गेटवे, GST पोर्टल, कूरियर, मार्केटप्लेस, विज्ञापन और सोशल खातों पर दूसरा चरण है।',
  },
  'MFA-07': {
    en: 'Recovery codes are kept offline, and a second owner or administrator exists.',
    hi: 'रिकवरी कोड ऑफ़लाइन रखे हैं और कोई दूसरा मालिक या एडमिन है।',
  },
  'MFA-08': {
    en: 'No enabled account went without a sign-in for 90 days.',
    hi: 'कोई चालू खाता 90 दिन से बिना साइन-इन नहीं है।',
  },
};
