import { judgeGstin } from '../../core/gst/gstin.ts';
import type { RegistryPlaceState, RegistryState } from './registry-state.ts';

/** One number as the registry knows it; the services write it in their own fields. */
export interface RegistrationFacts {
  readonly gstin: string;
  readonly pan: string;
  readonly legalName: string;
  readonly tradeName: string;
  readonly status: string;
  readonly taxpayerType: string;
  readonly constitution: string;
  /** "yyyy-mm-dd"; "" for none. */
  readonly registeredOn: string;
  readonly cancelledOn: string;
  readonly updatedOn: string;
  readonly places: readonly RegistryPlaceState[];
}

/** The State of the shops. Numbers of other States are not in this registry. */
const STATE_CODE = '27';
const CONSTITUTIONS: Readonly<Record<string, string>> = {
  P: 'Proprietorship',
  C: 'Private Limited Company',
  H: 'Hindu Undivided Family',
  F: 'Partnership',
  A: 'Society/ Club/ Trust/ AOP',
  T: 'Society/ Club/ Trust/ AOP',
};

/** Any Maharashtra number that can exist, 27AAPFU0939F1ZV among them, is the shop's own; null: the registry has none. */
export function registrationIn(registry: RegistryState, gstin: string): RegistrationFacts | null {
  const verdict = judgeGstin(gstin);
  if (!verdict.ok || verdict.layout !== 'regular' || verdict.stateCode !== STATE_CODE) return null;
  return factsOf(registry, gstin);
}

/** Numbers of a service's own documentation need not be able to exist. */
export function factsOf(registry: RegistryState, gstin: string): RegistrationFacts {
  const pan = gstin.slice(2, 12);
  const isOver = /^(cancelled|inactive)/i.test(registry.status);
  return {
    gstin,
    pan,
    legalName: registry.legalName,
    tradeName: registry.tradeName,
    status: registry.status,
    taxpayerType: registry.taxpayerType,
    constitution: CONSTITUTIONS[pan.charAt(3)] ?? 'Others',
    registeredOn: '2020-07-01',
    cancelledOn: isOver ? '2026-10-31' : '',
    updatedOn: '2024-04-01',
    places: registry.places,
  };
}

/** "2020-07-01" as "01/07/2020", and as a service that changed its form writes it. */
export function indianDate(day: string, isChanged = false): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (day === '') return '';
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return isChanged ? `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}` : `${date}/${month}/${year}`;
}

export function oneLine({ building, street, city, district, state, pin }: RegistryPlaceState): string {
  return [building, street, city, district, state, pin].join(', ');
}
