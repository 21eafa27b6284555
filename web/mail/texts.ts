import { SEVERITY_NAMES } from '../../core/notices/letters/alert-texts.ts';
import type { Text } from '../../core/text.ts';
import type { Saying as SayingOf } from '../link-page/saying.ts';
import { LINK_TEXTS } from '../link-page/texts.ts';

export { SEVERITY_NAMES };

export const TEXTS = {
  ...LINK_TEXTS,
  title: { en: 'Mail from Prahari', hi: 'Prahari के ईमेल' },
  intro: {
    en: 'See what the link of your mail would do. Nothing happens before you press a button on the next page.',
    hi: 'देखें कि ईमेल का लिंक क्या करेगा। अगले पेज पर बटन दबाने से पहले कुछ नहीं होता।',
  },
  begin: { en: 'See what it does', hi: 'देखें' },
  goneNext: {
    en: 'Its time may be over, or the shop may have removed the address. The app shows all alerts.',
    hi: 'शायद समय पूरा हो गया, या स्टोर ने पता हटा दिया। ऐप में सब अलर्ट दिखते हैं।',
  },
  forShop: { en: 'Shop {shop}, address {address}', hi: 'स्टोर {shop}, पता {address}' },
  forShopAlone: { en: 'Shop {shop}', hi: 'स्टोर {shop}' },
  confirmTitle: { en: 'Get mail about this shop?', hi: 'इस स्टोर के ईमेल चाहिए?' },
  confirmBoth: {
    en: 'You will get its alerts and its weekly report. Each mail has a link to stop them.',
    hi: 'आपको अलर्ट और साप्ताहिक रिपोर्ट मिलेंगे। हर ईमेल में उन्हें बंद करने का लिंक है।',
  },
  confirmAlerts: {
    en: 'You will get its alerts. Each mail has a link to stop them.',
    hi: 'आपको अलर्ट मिलेंगे। हर ईमेल में उन्हें बंद करने का लिंक है।',
  },
  confirmWeekly: {
    en: 'You will get its weekly report. Each mail has a link to stop it.',
    hi: 'आपको साप्ताहिक रिपोर्ट मिलेगी। हर ईमेल में उसे बंद करने का लिंक है।',
  },
  combined: {
    en: 'One weekly report for all shops that invited this address',
    hi: 'जिन स्टोर ने यह पता जोड़ा, उन सब की एक साप्ताहिक रिपोर्ट',
  },
  combinedHint: {
    en: 'No shop sees the others.',
    hi: 'कोई स्टोर दूसरे को नहीं देखता।',
  },
  confirm: { en: 'Confirm this address', hi: 'इस पते की पुष्टि करें' },
  confirmDone: { en: 'This address is confirmed', hi: 'इस पते की पुष्टि हो गई' },
  acknowledgeTitle: { en: 'Acknowledge these alerts?', hi: 'ये अलर्ट “देख लिए” करें?' },
  acknowledgeWhat: {
    en: 'Others in the shop see that somebody works on them. They stay until a check finds them mended.',
    hi: 'स्टोर में सबको दिखेगा कि इन पर काम चल रहा है। जब तक जाँच इन्हें ठीक न पाए, ये रहते हैं।',
  },
  acknowledge: { en: 'Acknowledge', hi: 'देख लिया' },
  acknowledgeDone: { en: 'These alerts are acknowledged', hi: 'ये अलर्ट देख लिए गए' },
  noneOpen: {
    en: 'None of these alerts is open any more. There is nothing to do.',
    hi: 'इनमें से कोई अलर्ट अब खुला नहीं है। कुछ करना बाकी नहीं।',
  },
  stopAlertsTitle: { en: 'Stop mails about alerts?', hi: 'अलर्ट के ईमेल बंद करें?' },
  stopAlertsWhat: {
    en: 'This address gets no more alerts of this shop. The app still shows them all, the critical ones too.',
    hi: 'इस पते पर इस स्टोर के अलर्ट नहीं आएँगे। ऐप में सब दिखते रहेंगे, अति गंभीर भी।',
  },
  stopWeeklyTitle: { en: 'Stop the weekly report?', hi: 'साप्ताहिक रिपोर्ट बंद करें?' },
  stopWeeklyWhat: {
    en: 'This address gets no more weekly reports of this shop, nor those that come in one mail with it. The app has them.',
    hi: 'इस पते पर इस स्टोर की साप्ताहिक रिपोर्ट नहीं आएगी, न उसी ईमेल में आने वाली। वे ऐप में रहेंगी।',
  },
  stop: { en: 'Stop these mails', hi: 'ये ईमेल बंद करें' },
  stopDone: { en: 'These mails are stopped', hi: 'ये ईमेल बंद हो गए' },
  closePage: { en: 'You can close this page.', hi: 'आप यह पेज बंद कर सकते हैं।' },
} as const satisfies Readonly<Record<string, Text>>;

export type Saying = SayingOf<keyof typeof TEXTS>;
