import type { Severity } from '../../severity.ts';
import type { Text } from '../../text.ts';
import type { NewsKind } from '../news.ts';
import type { Counted } from './letter-words.ts';

export const SEVERITY_NAMES: Readonly<Record<Severity, Text>> = {
  critical: { en: 'Critical', hi: 'अति गंभीर' },
  high: { en: 'High', hi: 'ज़्यादा' },
  medium: { en: 'Medium', hi: 'मध्यम' },
  low: { en: 'Low', hi: 'कम' },
  info: { en: 'Information', hi: 'जानकारी' },
};

/** What is new about an alert, said beside it. What was opened needs no word: it is new. */
export const KIND_NAMES: Readonly<Record<Exclude<NewsKind, 'resolved'>, Text>> = {
  opened: { en: 'New', hi: 'नया' },
  reopened: { en: 'Back again', hi: 'फिर से खुला' },
  graver: { en: 'More severe than before', hi: 'पहले से ज़्यादा गंभीर' },
  woken: { en: 'No longer muted', hi: 'अब म्यूट नहीं' },
};

export const ALERT_COUNTS = {
  opened: {
    one: { en: '{count} new alert', hi: '{count} नया अलर्ट' },
    other: { en: '{count} new alerts', hi: '{count} नए अलर्ट' },
  },
  needing: {
    one: { en: '{count} alert needs a look', hi: '{count} अलर्ट देखना है' },
    other: { en: '{count} alerts need a look', hi: '{count} अलर्ट देखने हैं' },
  },
  critical: {
    one: { en: '{count} critical alert', hi: '{count} अति गंभीर अलर्ट' },
    other: { en: '{count} critical alerts', hi: '{count} अति गंभीर अलर्ट' },
  },
  resolved: {
    one: { en: '{count} alert resolved', hi: '{count} अलर्ट हल हुआ' },
    other: { en: '{count} alerts resolved', hi: '{count} अलर्ट हल हुए' },
  },
  more: {
    one: { en: 'And {count} more. The app shows all.', hi: 'और {count} अलर्ट। ऐप में सब दिखते हैं।' },
    other: { en: 'And {count} more. The app shows all.', hi: 'और {count} अलर्ट। ऐप में सब दिखते हैं।' },
  },
} as const satisfies Readonly<Record<string, Counted>>;

export const ALERT_TEXTS = {
  withMore: { en: '{first}, {count} more', hi: '{first}, {count} और' },
  withStake: { en: '{first}, ₹{amount} GST at stake', hi: '{first}, ₹{amount} GST पर असर' },
  nextDue: { en: 'First due on {day} · {shop}', hi: 'सबसे पहले {day} तक · {shop}' },
  asOfShort: { en: 'As of {moment} · {shop}', hi: '{moment} की जानकारी · {shop}' },
  asOf: { en: '{shop}, as of {moment}.', hi: '{shop}, {moment} की जानकारी।' },
  atStake: { en: 'GST at stake', hi: 'GST जिस पर असर है' },
  firstDue: { en: 'First due', hi: 'सबसे पहले' },
  doFirst: { en: 'Do this first', hi: 'पहले यह करें' },
  openAlerts: { en: 'Open the alerts', hi: 'अलर्ट खोलें' },
  openOne: { en: 'Open this alert', hi: 'यह अलर्ट खोलें' },
  stakeOfOne: { en: '₹{amount} GST at stake', hi: '₹{amount} GST पर असर' },
  dueOfOne: { en: 'due on {day}', hi: '{day} तक' },
  resolved: { en: 'Resolved', hi: 'हल हुए' },
  acknowledgeHint: {
    en: 'Working on them? Say so, and others in the shop see it. The next page asks before it does anything.',
    hi: 'इन पर काम कर रहे हैं? बता दें, ताकि स्टोर में सबको दिखे। अगला पेज कुछ करने से पहले पूछता है।',
  },
  acknowledge: { en: 'Acknowledge these alerts', hi: '“देख लिया” बताएँ' },
  because: {
    en: 'You get this because this address was confirmed for alerts of {shop}.',
    hi: 'यह ईमेल इसलिए आया कि इस पते पर {shop} के अलर्ट पाने की पुष्टि हुई थी।',
  },
} as const satisfies Readonly<Record<string, Text>>;
