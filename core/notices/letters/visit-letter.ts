import type { Language, Text } from '../../text.ts';
import type { Instant } from '../../time.ts';
import type { Letter } from '../letter.ts';
import { wordsIn } from './letter-words.ts';
import { indianMoment } from './moment-text.ts';
import { unlinked } from './shown-text.ts';

export const VISIT_TEXTS = {
  subject: { en: 'Open Prahari so that checks go on', hi: 'जाँच जारी रखने के लिए Prahari खोलें' },
  preheader: { en: '{shop} is not watched now', hi: '{shop} पर अभी नज़र नहीं है' },
  heading: { en: 'Checks have stopped', hi: 'जाँच रुक गई है' },
  what: {
    en: 'Shopify no longer lets us read {shop}. Nothing is wrong with the shop: our access ran out.',
    hi: 'Shopify अब हमें {shop} पढ़ने नहीं दे रहा। स्टोर में कोई गड़बड़ी नहीं है: हमारी अनुमति का समय पूरा हो गया।',
  },
  act: {
    en: 'Open Prahari once in your Shopify admin. Checks then go on by themselves.',
    hi: 'अपने Shopify एडमिन में Prahari एक बार खोलें। फिर जाँच अपने आप चलेगी।',
  },
  until: {
    en: 'Until then there are no new alerts. As of {moment}.',
    hi: 'तब तक नए अलर्ट नहीं आएँगे। {moment} की जानकारी।',
  },
  button: { en: 'Open Prahari', hi: 'Prahari खोलें' },
  because: {
    en: 'You get this because this address was confirmed for mail about {shop}.',
    hi: 'यह ईमेल इसलिए आया कि इस पते पर {shop} के ईमेल पाने की पुष्टि हुई थी।',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The shop's access is over, and a person has to open the app. */
export function visitLetter({
  language,
  shop,
  appUrl,
  asOf,
}: {
  language: Language;
  shop: string;
  /** The app's first page in the admin. */
  appUrl: string;
  asOf: Instant;
}): Letter {
  const data = { shop: unlinked(shop), moment: indianMoment(asOf, language) };
  const say = (text: Text) => wordsIn(language)(text, data);
  const T = VISIT_TEXTS;
  return {
    language,
    subject: say(T.subject),
    preheader: say(T.preheader),
    blocks: [
      { kind: 'heading', text: say(T.heading) },
      { kind: 'paragraph', text: say(T.what) },
      { kind: 'paragraph', text: say(T.act) },
      { kind: 'button', text: say(T.button), href: appUrl },
      { kind: 'paragraph', text: say(T.until), isQuiet: true },
    ],
    because: say(T.because),
  };
}
