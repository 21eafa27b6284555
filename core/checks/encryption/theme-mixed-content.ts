import type { ThemeResource } from '../../evidence/kinds.ts';
import type { Finding } from '../check.ts';
import { defineCheck } from '../check.ts';

type MessageId = 'form' | 'code' | 'image';

/** What a form sends is graver than what runs, and that than what is only shown. */
const KIND_OF: Readonly<Record<ThemeResource['element'], MessageId>> = {
  form: 'form',
  script: 'code',
  stylesheet: 'code',
  iframe: 'code',
  image: 'image',
};
const GRAVITY: Readonly<Record<MessageId, number>> = { form: 2, code: 1, image: 0 };

interface Place {
  readonly kind: MessageId;
  readonly host: string;
  readonly file: string;
  readonly line: number;
  readonly count: number;
}

/**
 * Fails a theme file that loads "http://…". Sure of the address; whether the line is ever reached, the file does not
 * tell. One finding a host, with its gravest place.
 */
export const themeMixedContent = defineCheck({
  id: 'security/theme-mixed-content',
  area: 'security',
  control: 'ENC-06',
  title: { en: 'The theme loads everything over https', hi: 'थीम सब कुछ https से लोड करती है' },
  severity: 'high',
  rule: {
    name: { en: 'No mixed content', hi: 'http और https का मेल नहीं' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.8.26; PCI DSS 4.0.1, 4.2.1',
    status: 'verified',
  },
  why: {
    en: 'What comes over http can be changed on the way. A changed script sees all that customers type.',
    hi: 'http से आने वाली चीज़ रास्ते में बदली जा सकती है। बदली हुई स्क्रिप्ट ग्राहक का लिखा सब देख लेती है।',
  },
  cost: {
    en: 'Browsers block such parts, so the page may break. A form sent this way shows its content to others.',
    hi: 'ब्राउज़र ऐसे हिस्से रोक देता है और पेज बिगड़ सकता है। ऐसे भेजा फ़ॉर्म दूसरे लोग पढ़ सकते हैं।',
  },
  remedy: [
    {
      en: 'Open Online Store, then Themes. Choose Edit code on the published theme.',
      hi: 'Online Store में Themes खोलें। प्रकाशित थीम पर Edit code चुनें।',
    },
    { en: 'Open the file at the line shown.', hi: 'दिखाई गई पंक्ति पर फ़ाइल खोलें।' },
    {
      en: 'Change http to https in the address, or remove the line.',
      hi: 'पते में http को https करें, या पंक्ति हटाएँ।',
    },
  ],
  adminPath: '/themes',
  proof: {
    en: 'The next check finds no http address in the published theme.',
    hi: 'अगली जाँच में प्रकाशित थीम में कोई http पता नहीं मिलेगा।',
  },
  requires: ['theme'],
  messages: {
    form: {
      en: 'A form is sent to {host} over http: {file}, line {line}. Places in all: {count}.',
      hi: 'एक फ़ॉर्म http से {host} को जाता है: {file}, पंक्ति {line}। कुल जगहें: {count}।',
    },
    code: {
      en: 'Code is loaded from {host} over http: {file}, line {line}. Places in all: {count}.',
      hi: '{host} से कोड http पर लोड होता है: {file}, पंक्ति {line}। कुल जगहें: {count}।',
    },
    image: {
      en: 'An image is loaded from {host} over http: {file}, line {line}. Places in all: {count}.',
      hi: '{host} से तस्वीर http पर लोड होती है: {file}, पंक्ति {line}। कुल जगहें: {count}।',
    },
  },
  *evaluate({ theme }) {
    const byHost = new Map<string, Place>();
    for (const { filename, resources } of theme.files) {
      for (const { element, scheme, host, line } of resources) {
        if (scheme !== 'http') continue;
        const before = byHost.get(host);
        const count = (before?.count ?? 0) + 1;
        const here: Place = { kind: KIND_OF[element], host, file: filename, line, count };
        const isGraver = !before || GRAVITY[here.kind] > GRAVITY[before.kind];
        byHost.set(host, isGraver ? here : { ...before, count });
      }
    }
    for (const place of byHost.values()) yield findingAt(place);
  },
});

function findingAt({ kind, host, file, line, count }: Place): Finding<MessageId> {
  const finding = { subject: host, messageId: kind, data: { host, file, line, count } };
  // Browsers try https for an image by themselves.
  return kind === 'image' ? { ...finding, severity: 'low' } : finding;
}
