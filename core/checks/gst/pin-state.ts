import { stateOfPin } from '../../data/pins.ts';
import { stateOfZone } from '../../data/states.ts';
import { isInIndia } from '../../evidence/derived/state-of-area.ts';
import type { Location, PostalArea } from '../../evidence/kinds.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails an address with PIN 560001 (Karnataka) in the zone MH. Sure: a PIN that two States share, or that the table
 * does not know, is never called a mismatch.
 */
export const pinState = defineCheck({
  id: 'gst/pin-state',
  area: 'gst',
  title: { en: 'PIN codes lie in the State of their address', hi: 'पिन कोड अपने पते के राज्य में हैं' },
  severity: 'medium',
  rule: {
    name: { en: 'Address of the supplier on the invoice', hi: 'इनवॉइस पर विक्रेता का पता' },
    effectiveFrom: '2017-07-01',
    source: 'CGST Rules 2017, rule 46(a); PIN code table of Shopify/worldwide @2514b31c (2026-08-06)',
    status: 'verified',
  },
  why: {
    en: 'The State of an address decides the tax. E-invoice and e-way bill portals compare it with the PIN code.',
    hi: 'पते के राज्य से कर तय होता है। ई-इनवॉइस और ई-वे बिल पोर्टल इसे पिन कोड से मिलाते हैं।',
  },
  cost: {
    en: 'A wrong State can put the wrong tax on orders, and stop an e-way bill.',
    hi: 'गलत राज्य से ऑर्डर पर गलत कर लग सकता है और ई-वे बिल रुक सकता है।',
  },
  remedy: [
    {
      en: 'For the shop address, open Settings, then General.',
      hi: 'स्टोर के पते के लिए सेटिंग में General खोलें।',
    },
    { en: 'For a location, open Settings, then Locations.', hi: 'लोकेशन के लिए सेटिंग में Locations खोलें।' },
    { en: 'Correct the PIN code or the State, and save.', hi: 'पिन कोड या राज्य ठीक करें और सेव करें।' },
  ],
  adminPath: '/settings/locations',
  proof: {
    en: 'The next check finds each PIN code in the State of its address.',
    hi: 'अगली जाँच में हर पिन कोड अपने पते के राज्य में मिलेगा।',
  },
  requires: ['shop', 'locations'],
  messages: {
    shop: {
      en: 'The shop address has PIN code {pin}, which lies in {pinState}. Its State is set to {state}.',
      hi: 'स्टोर के पते का पिन कोड {pin} {pinState} में है। पते में राज्य {state} लिखा है।',
    },
    location: {
      en: 'Location {location} has PIN code {pin}, which lies in {pinState}. Its State is set to {state}.',
      hi: 'लोकेशन {location} का पिन कोड {pin} {pinState} में है। पते में राज्य {state} लिखा है।',
    },
  },
  applies: ({ shop, locations }) => isReadable(shop.address) || locations.some(isJudged),
  *evaluate({ shop, locations }) {
    const atShop = mismatchOf(shop.address);
    if (atShop) yield { subject: 'shop', messageId: 'shop', data: atShop };
    for (const location of locations.filter(isJudged)) {
      const mismatch = mismatchOf(location.address);
      if (!mismatch) continue;
      yield { subject: location.id, messageId: 'location', data: { location: location.name, ...mismatch } };
    }
  },
});

function isJudged(location: Location): boolean {
  return location.isActive && isReadable(location.address);
}

function isReadable(area: PostalArea): boolean {
  return isInIndia(area) && area.pin !== null && stateOfZone(area.provinceCode) !== null;
}

function mismatchOf(area: PostalArea): { pin: string; state: string; pinState: string } | null {
  const state = stateOfZone(area.provinceCode);
  if (!isReadable(area) || area.pin === null || state === null) return null;
  const byPin = stateOfPin(area.pin);
  return byPin.kind === 'one' && byPin.code !== state ? { pin: area.pin, state, pinState: byPin.code } : null;
}
