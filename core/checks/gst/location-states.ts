import { registeredStates } from '../../evidence/derived/registered-states.ts';
import { stateOfArea } from '../../evidence/derived/state-of-area.ts';
import type { Location } from '../../evidence/kinds.ts';
import { defineCheck } from '../check.ts';

const MOST_NAMES = 5;

/**
 * Fails a shop registered in Maharashtra that sends orders from a warehouse in Karnataka. Sure where orders are sent;
 * an active location that sends none may hold goods or not, so it weighs little. One finding a State, and the State of
 * the shop address is left to gst/shop-address-state: one cause, one alert.
 */
export const locationStates = defineCheck({
  id: 'gst/location-states',
  area: 'gst',
  title: { en: 'A GSTIN covers the State of each location', hi: 'हर लोकेशन के राज्य का GSTIN मौजूद है' },
  severity: 'high',
  rule: {
    name: { en: 'Registration where goods are kept', hi: 'जहाँ माल रखा है, वहाँ पंजीकरण' },
    effectiveFrom: '2017-07-01',
    source: 'CGST Act 2017, sections 2(85), 22(1) and 25(1)',
    status: 'verified',
  },
  why: {
    en: 'Goods kept in a State are sold from that State. It needs its own GSTIN, with the warehouse on it.',
    hi: 'माल जिस राज्य में रखा है, बिक्री वहीं से मानी जाती है। उस राज्य का GSTIN चाहिए, जिस पर गोदाम दर्ज हो।',
  },
  cost: {
    en: 'Orders sent from there carry the tax of another State. Stock on the road can be held.',
    hi: 'वहाँ से भेजे ऑर्डर पर दूसरे राज्य का कर लगता है। रास्ते में माल रोका जा सकता है।',
  },
  remedy: [
    {
      en: 'Open Settings, then Locations. Switch off a location that is no longer used.',
      hi: 'सेटिंग में Locations खोलें। जो लोकेशन काम में नहीं है, उसे बंद करें।',
    },
    { en: 'If you hold a GSTIN there, add it in Prahari.', hi: 'अगर वहाँ का GSTIN है, तो उसे Prahari में जोड़ें।' },
    {
      en: 'If not, ask your CA to register that State with the warehouse as a place of business.',
      hi: 'अगर नहीं है, तो अपने CA से उस राज्य में पंजीकरण करवाएँ और गोदाम को व्यवसाय का स्थान बनवाएँ।',
    },
  ],
  adminPath: '/settings/locations',
  proof: {
    en: 'The next check finds a GSTIN for the State of each active location.',
    hi: 'अगली जाँच में हर सक्रिय लोकेशन के राज्य का GSTIN मिलेगा।',
  },
  requires: ['shop', 'locations', 'registrations'],
  messages: {
    fulfils: {
      en: 'Orders are sent from {state} ({code}): {locations}. No GSTIN entered is of that State.',
      hi: '{state} ({code}) से ऑर्डर भेजे जाते हैं: {locations}। उस राज्य का कोई GSTIN नहीं लिखा गया है।',
    },
    mayHold: {
      en: 'Active in {state} ({code}): {locations}. If goods are kept there, a GSTIN of that State is needed.',
      hi: '{state} ({code}) में सक्रिय: {locations}। अगर वहाँ माल रखा है, तो उस राज्य का GSTIN चाहिए।',
    },
  },
  applies: ({ locations, registrations }) =>
    registrations.length > 0 && locations.some(({ isActive, address }) => isActive && stateOfArea(address) !== null),
  *evaluate({ shop, locations, registrations }) {
    const covered = new Set([...registeredStates(registrations), stateOfArea(shop.address)]);
    const byState = new Map<string, Location[]>();
    for (const location of locations) {
      const state = location.isActive ? stateOfArea(location.address) : null;
      if (state === null || covered.has(state)) continue;
      const there = byState.get(state);
      if (there) there.push(location);
      else byState.set(state, [location]);
    }
    for (const [state, there] of byState) {
      const sending = there.filter((location) => location.fulfillsOnlineOrders || location.isFulfillmentService);
      const isSending = sending.length > 0;
      const data = { state, code: state, locations: namesOf(isSending ? sending : there) };
      if (isSending) yield { subject: state, messageId: 'fulfils', data };
      else yield { subject: state, messageId: 'mayHold', data, severity: 'low' };
    }
  },
});

function namesOf(locations: readonly Location[]): string {
  const names = locations.slice(0, MOST_NAMES).map(({ name }) => name.slice(0, 60));
  const rest = locations.length - names.length;
  return names.join(', ') + (rest > 0 ? ` +${rest}` : '');
}
