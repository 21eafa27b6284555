import { daysBetween, dayInIndia } from '../../gst/days.ts';
import { defineCheck } from '../check.ts';

const SOON_DAYS = 14;

/**
 * Fails a crawler signature that ends within 14 days, or has ended: without it the shop's bot protection may turn our
 * visits away. Sure of the day, which the merchant entered with the signature.
 */
export const crawlerSignature = defineCheck({
  id: 'security/crawler-signature',
  area: 'security',
  control: 'MON-11',
  title: { en: 'The signature for our visits is current', hi: 'हमारी विज़िट का सिग्नेचर चालू है' },
  severity: 'medium',
  rule: {
    name: { en: 'Scans stay possible', hi: 'जाँच चलती रहे' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.8.16; PCI DSS 4.0.1, 11.3.2; Shopify: Online Store, Preferences, Crawler access',
    status: 'verified',
  },
  why: {
    en: 'Shopify’s crawler signatures last three months at most and are not renewed by themselves.',
    hi: 'Shopify के क्रॉलर सिग्नेचर ज़्यादा से ज़्यादा तीन महीने चलते हैं और खुद नए नहीं होते।',
  },
  cost: {
    en: 'Once it ends, the shop may turn our visits away, and changes on your pages stay unseen.',
    hi: 'खत्म होने पर स्टोर हमारी विज़िट रोक सकता है और पेज के बदलाव दिखाई नहीं देंगे।',
  },
  remedy: [
    {
      en: 'Open Online Store, Preferences, Crawler access, and create a new signature for the domain.',
      hi: 'Online Store में Preferences और Crawler access खोलें और डोमेन का नया सिग्नेचर बनाएँ।',
    },
    { en: 'Enter it in the settings of Prahari.', hi: 'उसे Prahari की सेटिंग में लिखें।' },
  ],
  adminPath: '/online_store/preferences',
  proof: {
    en: 'The next check is sent with a signature that lasts more than 14 days.',
    hi: 'अगली जाँच ऐसे सिग्नेचर के साथ जाएगी जो 14 दिन से ज़्यादा चले।',
  },
  requires: ['storefront'],
  messages: {
    soon: { en: 'The signature for {host} ends on {endsDay}.', hi: '{host} का सिग्नेचर {endsDay} को खत्म होगा।' },
    ended: { en: 'The signature for {host} ended on {endsDay}.', hi: '{host} का सिग्नेचर {endsDay} को खत्म हो गया।' },
  },
  applies: ({ storefront }) => storefront.hosts.some(({ signatureEndsOn }) => signatureEndsOn !== null),
  *evaluate({ storefront }, { asOf }) {
    for (const { host, signatureEndsOn } of storefront.hosts) {
      if (signatureEndsOn === null) continue;
      const daysLeft = daysBetween(dayInIndia(asOf), signatureEndsOn);
      const data = { host, endsDay: signatureEndsOn };
      if (daysLeft < 0) yield { subject: host, messageId: 'ended', data };
      else if (daysLeft <= SOON_DAYS) yield { subject: host, messageId: 'soon', data, severity: 'low' };
    }
  },
});
