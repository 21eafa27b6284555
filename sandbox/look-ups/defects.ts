import type { AppDefect, ShopDefect } from '../defect.ts';
import { cleanRegistry, registryOf, type RegistryState } from './registry-state.ts';

/** The showroom's PIN, which Shopify's location carries, and another part of Mumbai. */
const SHOWROOM_PIN = '400013';
const FORT_PIN = '400001';

/** What can be wrong with a registration. Shopify hears of none of it: the daily look-up finds it. */
export const LOOK_UP_DEFECTS: readonly ShopDefect[] = [
  registryDefect({
    id: 'registration-suspended',
    title: 'The GST registration is suspended',
    checkId: 'gst/registration-status',
    isPresent: ({ status }) => status !== 'Active',
    plant: () => ({ status: 'Suspended' }),
    mend: () => ({ status: 'Active' }),
  }),
  registryDefect({
    id: 'showroom-not-on-registration',
    title: 'The Mumbai showroom moved and is not named on the registration',
    checkId: 'gst/location-apob',
    isPresent: ({ places }) => !places.some(({ pin }) => pin === SHOWROOM_PIN),
    plant: ({ places }) => ({
      places: places.map((place) => (place.pin === SHOWROOM_PIN ? { ...place, pin: FORT_PIN } : place)),
    }),
    mend: (_registry, clean) => ({ places: clean.places }),
  }),
  registryDefect({
    id: 'returns-not-filed',
    title: 'The last month’s GST returns were not filed',
    checkId: 'gst/returns-filed',
    isPresent: ({ unfiledMonths }) => unfiledMonths > 0,
    plant: () => ({ unfiledMonths: 1 }),
    mend: () => ({ unfiledMonths: 0 }),
  }),
];

/** What only time or the merchant's own words bring about; the registry's switches help (README). */
export const LOOK_UP_APP_DEFECTS: readonly AppDefect[] = [
  {
    where: 'app',
    id: 'composition-stated',
    title: 'The registration was stated as composition in Prahari, and the shop charges tax',
    checkId: 'gst/composition-tax',
  },
  {
    where: 'app',
    id: 'registration-renamed',
    title: 'The registry’s name changed between two look-ups',
    checkId: 'gst/registration-changes',
  },
];

function registryDefect({
  id,
  title,
  checkId,
  ...defect
}: {
  id: string;
  title: string;
  checkId: string;
  isPresent: (registry: RegistryState) => boolean;
  plant: (registry: RegistryState) => Partial<RegistryState>;
  mend: (registry: RegistryState, clean: RegistryState) => Partial<RegistryState>;
}): ShopDefect {
  return {
    where: 'shop',
    ...{ id, title, checkId, webhookTopic: null },
    isPresent: (shop) => defect.isPresent(registryOf(shop)),
    plant: (shop) => void Object.assign(registryOf(shop), defect.plant(registryOf(shop))),
    mend: (shop) => void Object.assign(registryOf(shop), defect.mend(registryOf(shop), cleanRegistry(shop.name))),
  };
}
