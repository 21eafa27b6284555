import type { Language, Text } from '../../text.ts';
import type { Letter } from '../letter.ts';
import { wordsIn } from './letter-words.ts';
import { unlinked } from './shown-text.ts';

export const INVITATION_TEXTS = {
  subject: { en: 'Confirm this address for Prahari', hi: 'Prahari के लिए इस पते की पुष्टि करें' },
  preheader: { en: 'Asked for by {shop}', hi: '{shop} ने माँगा है' },
  heading: { en: 'Do you want mail about this shop?', hi: 'क्या आपको इस स्टोर के ईमेल चाहिए?' },
  what: {
    en: 'Prahari watches the shop {shop} for wrong GST and for gaps in its security. Somebody there asked us to write to you.',
    hi: 'Prahari स्टोर {shop} में गलत GST और सुरक्षा की कमियों पर नज़र रखता है। वहाँ से किसी ने आपको लिखने को कहा है।',
  },
  both: {
    en: 'You would get its alerts and its weekly report.',
    hi: 'आपको उसके अलर्ट और साप्ताहिक रिपोर्ट मिलेंगे।',
  },
  alerts: { en: 'You would get its alerts.', hi: 'आपको उसके अलर्ट मिलेंगे।' },
  weekly: { en: 'You would get its weekly report.', hi: 'आपको उसकी साप्ताहिक रिपोर्ट मिलेगी।' },
  button: { en: 'Confirm this address', hi: 'इस पते की पुष्टि करें' },
  lasts: {
    en: 'The link works for 14 days. The next page asks before it does anything.',
    hi: 'लिंक 14 दिन काम करता है। अगला पेज कुछ करने से पहले पूछता है।',
  },
  stranger: {
    en: 'If you do not know this shop, do nothing. Without your word you get no alerts and no reports.',
    hi: 'अगर आप इस स्टोर को नहीं जानते, तो कुछ न करें। आपकी हाँ के बिना न अलर्ट आएँगे, न रिपोर्ट।',
  },
  because: {
    en: 'You get this once, because a manager of {shop} entered this address.',
    hi: 'यह ईमेल एक बार आया है, क्योंकि {shop} के किसी मैनेजर ने यह पता डाला।',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Asks whoever reads an address. Nothing of the shop stands in it but what Shopify calls it. */
export function invitationLetter({
  language,
  shop,
  getsAlerts,
  getsWeekly,
  confirmUrl,
}: {
  language: Language;
  shop: string;
  getsAlerts: boolean;
  getsWeekly: boolean;
  confirmUrl: string;
}): Letter {
  const say = (text: Text) => wordsIn(language)(text, { shop: unlinked(shop) });
  const T = INVITATION_TEXTS;
  const gets = getsAlerts && getsWeekly ? T.both : getsWeekly ? T.weekly : T.alerts;
  return {
    language,
    subject: say(T.subject),
    preheader: say(T.preheader),
    blocks: [
      { kind: 'heading', text: say(T.heading) },
      { kind: 'paragraph', text: say(T.what) },
      { kind: 'paragraph', text: say(gets) },
      { kind: 'button', text: say(T.button), href: confirmUrl },
      { kind: 'paragraph', text: say(T.lasts), isQuiet: true },
      { kind: 'paragraph', text: say(T.stranger), isQuiet: true },
    ],
    because: say(T.because),
  };
}
