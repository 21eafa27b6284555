import type { ShopState } from '../shops/shop-state.ts';

/** What the GST registry holds of one shop's Maharashtra registration. Invented, like its people and places. */
export interface RegistryState {
  /** `sts`, as the registry writes it: "Active", "Suspended", "Cancelled suo-moto". */
  status: string;
  /** `dty`: "Regular", "Composition". */
  taxpayerType: string;
  legalName: string;
  tradeName: string;
  /** The principal place first. */
  places: RegistryPlaceState[];
  /** Monthly returns that were not filed, counted back from the newest due one. */
  unfiledMonths: number;
  /** How the services misbehave for this shop. */
  fault: LookUpFault | null;
}

export interface RegistryPlaceState {
  building: string;
  street: string;
  city: string;
  district: string;
  /** The State's NAME, as the registry has it. */
  state: string;
  pin: string;
}

export const LOOK_UP_FAULTS = [
  'hang', // no answer until the caller gives up
  'html', // a page where JSON belongs
  'truncated', // JSON that ends in the middle
  'huge', // more than anybody reads
  'date-format', // "1 Jul 2020" where "01/07/2020" was
  'other-number', // an answer about somebody else
  'limited', // 429, with Retry-After
  'payment', // the balance is spent
  'key-refused', // the key was taken back
  'expired-token', // sandbox.co.in: the token of 24 h died early
  'source-down', // the GST system does not answer the service
] as const;
export type LookUpFault = (typeof LOOK_UP_FAULTS)[number];

/** The registration as it should be: every place of the shop stands on it, every return is filed. */
export function cleanRegistry(shopName: string): RegistryState {
  const place = { district: 'Mumbai City', state: 'Maharashtra' };
  return {
    status: 'Active',
    taxpayerType: 'Regular',
    legalName: 'Meera Invented',
    tradeName: shopName,
    places: [
      { ...place, building: '14', street: 'Invented Mill Lane', city: 'Mumbai', pin: '400013' },
      { ...place, building: 'Gala 7', street: 'Invented Compound', city: 'Bhiwandi', district: 'Thane', pin: '421302' },
      { ...place, building: '3', street: 'Invented Market', city: 'Nagpur', district: 'Nagpur', pin: '440010' },
    ],
    unfiledMonths: 0,
    fault: null,
  };
}

/** The shop's own part of the registry; made when it is first asked for. */
export function registryOf(shop: ShopState): RegistryState {
  return (shop.registry ??= cleanRegistry(shop.name));
}
