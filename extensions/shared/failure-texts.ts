import type { Text } from '../../core/text.ts';
import type { Failure, FailureKind } from './admin-api.ts';

/** What to say instead of figures, and what the merchant can do. Each is one heading and one sentence. */
const FAILURE_TEXTS: Readonly<Record<FailureKind, { readonly heading: Text; readonly whatToDo: Text }>> = {
  offline: {
    heading: { en: 'No answer from Prahari', hi: 'Prahari से जवाब नहीं आया' },
    whatToDo: {
      en: 'See whether you are connected to the internet, then try again. Nothing is lost.',
      hi: 'देखें कि इंटरनेट चल रहा है या नहीं, फिर दोबारा कोशिश करें। कुछ भी नहीं खोया है।',
    },
  },
  'signed-out': {
    heading: { en: 'Your session has ended', hi: 'आपका सत्र समाप्त हो गया है' },
    whatToDo: {
      en: 'Open Prahari once from the menu on the left, then come back to this page.',
      hi: 'बाएँ मेन्यू से एक बार Prahari खोलें, फिर इस पेज पर लौटें।',
    },
  },
  denied: {
    heading: { en: 'You may not see this yet', hi: 'अभी आप यह नहीं देख सकते' },
    whatToDo: {
      en: 'Ask the owner of the shop to change your role in the settings of Prahari.',
      hi: 'दुकान के मालिक से कहें कि Prahari की सेटिंग में आपकी भूमिका बदल दें।',
    },
  },
  busy: {
    heading: { en: 'Prahari is busy', hi: 'Prahari अभी व्यस्त है' },
    whatToDo: {
      en: 'Many questions came at once. Try again in a minute.',
      hi: 'एक साथ बहुत सवाल आए हैं। एक मिनट बाद दोबारा कोशिश करें।',
    },
  },
  gone: {
    heading: { en: 'Not found in this shop', hi: 'इस दुकान में नहीं मिला' },
    whatToDo: {
      en: 'It may have been deleted. Load this page again to see what there is.',
      hi: 'हो सकता है इसे हटा दिया गया हो। जो मौजूद है उसे देखने के लिए यह पेज फिर से खोलें।',
    },
  },
  refused: {
    heading: { en: 'This could not be done', hi: 'यह नहीं हो सका' },
    whatToDo: {
      en: 'Load this page again and try once more. Nothing was changed.',
      hi: 'यह पेज फिर से खोलें और एक बार और कोशिश करें। कुछ भी नहीं बदला गया।',
    },
  },
  fault: {
    heading: { en: 'Something went wrong on our side', hi: 'हमारी तरफ़ से कुछ गड़बड़ हुई' },
    whatToDo: {
      en: 'Try again in a few minutes. Your shop and its orders are not touched by this.',
      hi: 'कुछ मिनट बाद दोबारा कोशिश करें। आपकी दुकान और उसके ऑर्डर पर इसका कोई असर नहीं है।',
    },
  },
};

const WAIT: Text = {
  en: 'Try again in {seconds} seconds.',
  hi: '{seconds} सेकंड बाद दोबारा कोशिश करें।',
};
const LONGEST_SECONDS = 120;

/** `seconds` is filled in where the server named a time that one can wait for. */
export function failureWords(failure: Pick<Failure, 'kind' | 'retryAfterS'>): {
  readonly heading: Text;
  readonly whatToDo: Text;
  readonly data: { readonly seconds: number };
} {
  const { heading, whatToDo } = FAILURE_TEXTS[failure.kind];
  const seconds = failure.retryAfterS ?? 0;
  const isShort = failure.kind === 'busy' && seconds > 0 && seconds <= LONGEST_SECONDS;
  return { heading, whatToDo: isShort ? WAIT : whatToDo, data: { seconds } };
}
