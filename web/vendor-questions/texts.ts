import type { QuestionnaireAnswer } from '../../core/api/vendors.ts';
import type { Text } from '../../core/text.ts';
import type { Saying as SayingOf } from '../link-page/saying.ts';
import { LINK_TEXTS } from '../link-page/texts.ts';

export const TEXTS = {
  ...LINK_TEXTS,
  title: { en: 'Questions on security', hi: 'सुरक्षा पर सवाल' },
  intro: {
    en: 'A shop that uses your service asks you twenty short questions on security. You need no log-in.',
    hi: 'आपकी सेवा का उपयोग करने वाली एक दुकान आपसे सुरक्षा पर बीस छोटे सवाल पूछती है। लॉग-इन नहीं चाहिए।',
  },
  introDraft: {
    en: 'What you write stays in this tab until you send it. Nothing is sent before you have seen all answers once more.',
    hi: 'आप जो लिखते हैं, वह भेजने तक इसी टैब में रहता है। सभी जवाब दोबारा दिखाए बिना कुछ नहीं भेजा जाता।',
  },
  introSecrets: {
    en: 'Write no passwords, keys or data of customers.',
    hi: 'पासवर्ड, की (key) या ग्राहकों का डेटा न लिखें।',
  },
  whose: {
    en: '{shop} asks about {vendor}. If you do not know this shop, close the page.',
    hi: '{shop} आपसे {vendor} के बारे में पूछती है। यह दुकान आपकी जानी-पहचानी न हो तो पेज बंद कर दें।',
  },
  goneDraft: {
    en: 'Your answers are still in this tab. Open the link of your message here once more, or a new one from the same shop.',
    hi: 'आपके जवाब इस टैब में अब भी हैं। अपने संदेश का लिंक यहीं दोबारा खोलें, या उसी दुकान का नया लिंक।',
  },
  changed: {
    en: 'The questions have changed since. Open the link of your message here once more; most of your answers stay.',
    hi: 'इस बीच सवाल बदल गए हैं। अपने संदेश का लिंक यहीं दोबारा खोलें; ज़्यादातर जवाब बने रहेंगे।',
  },
  tooLong: {
    en: 'The answers are longer than we can take. Make some of them shorter, then send again.',
    hi: 'जवाब उससे लंबे हैं जितना हम ले सकते हैं। कुछ जवाब छोटे करें, फिर भेजें।',
  },
  refused: {
    en: 'Some answers could not be taken. Look through them, then send again.',
    hi: 'कुछ जवाब नहीं लिए जा सके। उन्हें देखें, फिर भेजें।',
  },
  unreachable: {
    en: 'We could not be reached. Your answers are still here. Check your connection, then try again.',
    hi: 'हमसे संपर्क नहीं हो पाया। आपके जवाब यहीं हैं। अपना इंटरनेट देखें, फिर कोशिश करें।',
  },
  noRoom: {
    en: 'This browser does not keep drafts. Leave the tab open until you have sent the answers.',
    hi: 'यह ब्राउज़र अधूरे जवाब नहीं रखता। जवाब भेजने तक टैब खुला रखें।',
  },
  questionOf: { en: 'Question {number} of {total}', hi: 'सवाल {number}, कुल {total}' },
  answeredOf: { en: '{number} of {total} answered', hi: '{total} में से {number} के जवाब दिए' },
  words: {
    en: 'In your words (optional, at most {most} characters)',
    hi: 'अपने शब्दों में (वैकल्पिक, ज़्यादा से ज़्यादा {most} अक्षर)',
  },
  back: { en: 'Back', hi: 'वापस' },
  next: { en: 'Next', hi: 'आगे' },
  toReview: { en: 'Look through all answers', hi: 'सभी जवाब देखें' },
  whoTitle: { en: 'Who answers', hi: 'जवाब कौन दे रहा है' },
  whoHint: {
    en: 'The shop sees your name and role with the answers. Nobody else does.',
    hi: 'जवाबों के साथ दुकान आपका नाम और पद देखती है, और कोई नहीं।',
  },
  name: { en: 'Your name', hi: 'आपका नाम' },
  role: { en: 'Your role', hi: 'आपका पद' },
  reviewTitle: { en: 'Look through your answers', hi: 'अपने जवाब देख लें' },
  reviewHint: {
    en: 'The shop gets exactly this. After sending it cannot be changed; the shop can ask you anew.',
    hi: 'दुकान को ठीक यही मिलेगा। भेजने के बाद यह बदला नहीं जा सकता; दुकान फिर से पूछ सकती है।',
  },
  notAnswered: { en: 'Not answered yet', hi: 'अभी जवाब नहीं दिया' },
  change: { en: 'Change', hi: 'बदलें' },
  send: { en: 'Send to the shop', hi: 'दुकान को भेजें' },
  sending: { en: 'Sending', hi: 'भेजा जा रहा है' },
  answerAll: {
    en: 'Answer every question and say who answers, then send. Still open: {number}.',
    hi: 'हर सवाल का जवाब दें और बताएँ कि जवाब कौन दे रहा है, फिर भेजें। अभी बाकी: {number}।',
  },
  thanks: { en: 'Thank you. The shop has your answers.', hi: 'धन्यवाद। आपके जवाब दुकान के पास हैं।' },
  keptAt: { en: 'Received on {at}.', hi: '{at} को मिले।' },
} as const satisfies Readonly<Record<string, Text>>;

export type Saying = SayingOf<keyof typeof TEXTS>;

export const ANSWERS: Readonly<Record<QuestionnaireAnswer['answer'], Text>> = {
  yes: { en: 'Yes', hi: 'हाँ' },
  no: { en: 'No', hi: 'नहीं' },
  partly: { en: 'Partly', hi: 'कुछ हद तक' },
  'not-applicable': { en: 'Not applicable', hi: 'लागू नहीं' },
};
