import type { Text } from '../../core/text.ts';

/** README.txt of a pack; `{shop}`, `{asOf}`, `{madeAt}`, `{missing}` are filled in. */
export const README: Text = {
  en: `Evidence pack of {shop}

What this is: evidence for the state of the shop as of {asOf}, as Prahari read it or as
people stated it. Made at {madeAt}. It is no certificate, and nobody is told by it that a
law is met. What could not be assessed is named, with the reason.

report.json, report.pdf     the weekly report of the running week
findings.csv                each check: outcome, finding, what it stands on, its rule
evidence/                   what was read, by kind. Tax numbers are masked, people and
                            buyers left out
attestations.csv            what people stated, and until when
people.csv                  accounts without names
vendors.csv                 the register of vendors
scripts-inventory.csv       scripts of the shop's pages
scripts-changes.csv         what changed in them
alerts.csv                  all alerts
audit.json                  who did what, by number: each line holds the hash of the one before
proof.json                  the walk along that log, with its newest line
MANIFEST.sha256             SHA-256 of each file: sha256sum -c MANIFEST.sha256

The log can be verified without us: prahari audit audit.json
{missing}`,
  hi: `{shop} का सबूत पैक

यह क्या है: स्टोर की {asOf} की स्थिति के सबूत, जैसे Prahari ने पढ़ा या लोगों ने बताया।
{madeAt} पर बना। यह प्रमाणपत्र नहीं है, और यह नहीं कहता कि कोई कानून पूरा होता है।
जो नहीं जाँचा जा सका, उसका नाम और कारण लिखा है।

report.json, report.pdf     चालू हफ़्ते की साप्ताहिक रिपोर्ट
findings.csv                हर जाँच: नतीजा, क्या मिला, किस आधार पर, कौन-सा नियम
evidence/                   जो पढ़ा गया, प्रकार के अनुसार। टैक्स नंबर छिपाए गए हैं,
                            लोग और खरीदार नहीं हैं
attestations.csv            लोगों ने क्या बताया, और कब तक के लिए
people.csv                  बिना नाम के खाते
vendors.csv                 वेंडर का रजिस्टर
scripts-inventory.csv       स्टोर के पेज की स्क्रिप्ट
scripts-changes.csv         उनमें क्या बदला
alerts.csv                  सभी अलर्ट
audit.json                  किसने क्या किया, नंबर से: हर पंक्ति में पिछली का हैश है
proof.json                  उस लॉग की जाँच, सबसे नई पंक्ति के साथ
MANIFEST.sha256             हर फ़ाइल का SHA-256: sha256sum -c MANIFEST.sha256

लॉग हमारे बिना भी जाँचा जा सकता है: prahari audit audit.json
{missing}`,
};

export const NO_REPORT: Text = {
  en: '\nThere is no weekly report in this pack: none could be made yet.\n',
  hi: '\nइस पैक में साप्ताहिक रिपोर्ट नहीं है: अभी तक बन नहीं सकी।\n',
};
