import { registeredStates } from '../../evidence/derived/registered-states.ts';
import { registryGap } from '../../evidence/derived/registry-gap.ts';
import { stateOfArea } from '../../evidence/derived/state-of-area.ts';
import { standingOfPlace } from '../../evidence/derived/state-places.ts';
import type { Location } from '../../evidence/kinds.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a location that sends orders and whose PIN is on no place of business of the registrations of its State. Sure
 * only where the service tells every place with its PIN: one that is silent about additional places passes nobody and
 * accuses nobody. A PIN that lies in several States is never flagged, and a State without a GSTIN is left to
 * gst/location-states.
 */
export const locationApob = defineCheck({
  id: 'gst/location-apob',
  area: 'gst',
  title: { en: 'Each sending location is on the registration', hi: 'ऑर्डर भेजने वाली हर लोकेशन पंजीकरण में दर्ज है' },
  severity: 'high',
  rule: {
    name: { en: 'Places of business on a registration', hi: 'पंजीकरण में व्यवसाय के स्थान' },
    effectiveFrom: '2017-07-01',
    source: 'CGST Act 2017, sections 2(85) and 25; sellercentral.amazon.in 202187110; thegstco.com',
    status: 'verified',
  },
  why: {
    en: 'A warehouse from which you sell must stand on your registration, as principal or additional place of business.',
    hi: 'जिस गोदाम से आप बेचते हैं, वह पंजीकरण में मुख्य या अतिरिक्त स्थान के रूप में दर्ज होना चाहिए।',
  },
  cost: {
    en: 'Stock at an undeclared place can be seized, and marketplaces refuse to take it in.',
    hi: 'बिना दर्ज जगह का माल ज़ब्त हो सकता है, और मार्केटप्लेस उसे नहीं लेते।',
  },
  remedy: [
    {
      en: 'Open Settings, then Locations. Switch off a location that sends no orders any more.',
      hi: 'सेटिंग में Locations खोलें। जहाँ से अब ऑर्डर नहीं जाते, उस लोकेशन को बंद करें।',
    },
    { en: 'Compare its PIN code with your registration certificate.', hi: 'उसका पिन कोड पंजीकरण प्रमाणपत्र से मिलाएँ।' },
    {
      en: 'If it is missing there, add it on the GST portal as an additional place of business.',
      hi: 'अगर वहाँ नहीं है, तो GST पोर्टल पर उसे व्यवसाय के अतिरिक्त स्थान के रूप में जोड़ें।',
    },
  ],
  adminPath: '/settings/locations',
  proof: {
    en: 'The next look-up finds the PIN code of each sending location on the registration of its State.',
    hi: 'अगली बार पूछने पर हर लोकेशन का पिन कोड उसके राज्य के पंजीकरण में मिलेगा।',
  },
  requires: ['locations', 'registrations', 'registry'],
  messages: {
    missing: {
      en: 'Orders are sent from {location}, PIN code {pin}. Your registration in {state} names no place there.',
      hi: '{location} (पिन कोड {pin}) से ऑर्डर भेजे जाते हैं। {state} के आपके पंजीकरण में वहाँ कोई स्थान दर्ज नहीं है।',
    },
  },
  applies: ({ locations, registrations }) => {
    const registered = registeredStates(registrations);
    return locations.some((location) => isSending(location) && registered.has(stateOfArea(location.address) ?? ''));
  },
  *evaluate({ locations, registrations, registry }) {
    const registered = registeredStates(registrations);
    for (const location of locations.filter(isSending)) {
      if (standingOfPlace(location, registered, registry) !== 'missing') continue;
      const { name, address } = location;
      const data = { location: name.slice(0, 60), pin: address.pin ?? '', state: stateOfArea(address) ?? '' };
      yield { subject: location.id, messageId: 'missing', data };
    }
  },
  lacks({ locations, registrations, registry }, { asOf }) {
    const registered = registeredStates(registrations);
    const open = locations.filter(
      (location) => isSending(location) && standingOfPlace(location, registered, registry) === 'unknown',
    );
    if (open.length === 0) return null;
    const isOurs = open.every(({ address }) => address.pin === null);
    if (isOurs) return { kind: 'locations', reason: 'too-little' };
    return { kind: 'registry', reason: registryGap(registry, asOf) ?? 'too-little' };
  },
});

function isSending({ isActive, fulfillsOnlineOrders, isFulfillmentService, address }: Location): boolean {
  return isActive && (fulfillsOnlineOrders || isFulfillmentService) && stateOfArea(address) !== null;
}
