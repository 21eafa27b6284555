import { stateOfPin } from '../../data/pins.ts';
import { successorOf } from '../../data/state-codes.ts';
import type { Location, Registration } from '../kinds.ts';
import type { RegistryEntry, RegistryPlace } from '../registry.ts';
import type { StatePlaces } from '../summaries.ts';
import { registeredStates } from './registered-states.ts';
import { stateOfArea } from './state-of-area.ts';

/**
 * Whether the registration of its State names a place with the PIN of a location. `straddles`: the PIN lies in several
 * States, so nothing follows from it. `unknown`: the location has no PIN, or the registry does not tell all places.
 */
export type PlaceStanding = 'named' | 'missing' | 'straddles' | 'unregistered' | 'unknown';

export function standingOfPlace(
  location: Location,
  registered: ReadonlySet<string>,
  registry: readonly RegistryEntry[] | null,
): PlaceStanding {
  const state = stateOfArea(location.address);
  const pin = digitsOf(location.address.pin);
  if (state === null || pin === null) return 'unknown';
  if (!registered.has(state)) return 'unregistered';
  const entries = (registry ?? []).filter(({ gstin }) => stateOfGstin(gstin) === state);
  const places = entries.flatMap(({ known }) => (known === null ? [] : placesOf(known.record)));
  if (places.some((place) => digitsOf(place.pin) === pin)) return 'named';
  if (stateOfPin(pin).kind === 'several') return 'straddles';
  return entries.length > 0 && entries.every(tellsAllPlaces) ? 'missing' : 'unknown';
}

/** Every State in which the shop is registered or has an active location, by code; locations by name. */
export function statePlaces(
  locations: readonly Location[],
  registrations: readonly Registration[],
  registry: readonly RegistryEntry[] | null,
): StatePlaces[] {
  const registered = registeredStates(registrations);
  const byState = new Map<string, Location[]>([...registered].map((state) => [state, []]));
  for (const location of locations) {
    const state = location.isActive ? stateOfArea(location.address) : null;
    if (state === null) continue;
    const there = byState.get(state);
    if (there) there.push(location);
    else byState.set(state, [location]);
  }
  return [...byState]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([state, there]) => ({
      state,
      isRegistered: registered.has(state),
      locations: there
        .sort((one, other) => (one.name < other.name ? -1 : 1))
        .map((location) => ({
          id: location.id,
          name: location.name,
          pin: location.address.pin,
          fulfillsOnlineOrders: location.fulfillsOnlineOrders,
          isOnRegistration: claimOf(standingOfPlace(location, registered, registry)),
        })),
    }));
}

function claimOf(standing: PlaceStanding): boolean | null {
  if (standing === 'named') return true;
  return standing === 'missing' ? false : null;
}

function placesOf({
  principal,
  additional,
}: {
  principal: RegistryPlace | null;
  additional: readonly RegistryPlace[] | null;
}) {
  return [...(principal === null ? [] : [principal]), ...(additional ?? [])];
}

/** One place without a PIN may be the very one. */
function tellsAllPlaces({ known }: RegistryEntry): boolean {
  if (known === null || known.record.principal === null || known.record.additional === null) return false;
  return placesOf(known.record).every(({ pin }) => digitsOf(pin) !== null);
}

function stateOfGstin(gstin: string): string {
  const code = gstin.slice(0, 2);
  return successorOf(code) ?? code;
}

function digitsOf(pin: string | null): string | null {
  const digits = pin?.replace(/[ -]/g, '') ?? '';
  return /^[1-9][0-9]{5}$/.test(digits) ? digits : null;
}
