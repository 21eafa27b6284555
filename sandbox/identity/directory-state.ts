import type { ShopState } from '../shops/shop-state.ts';

/** Who works in an invented shop: what its mail provider knows, and what Shopify's list of users says. */
export interface DirectoryState {
  people: DirectoryPerson[];
  mail: {
    minLength: number;
    /** Days after which a password must change; 0: never. */
    expiryDays: number;
    isSecondFactorEnforced: boolean;
  };
  /** The service account that reads the directory; made when its key file is first asked for. */
  googleKey?: { readonly id: string; readonly publicKey: string; readonly privateKey: string };
  /** How the providers misbehave for this shop. */
  fault: IdentityFault | null;
}

export interface DirectoryPerson {
  readonly email: string;
  readonly name: string;
  mailbox: {
    isSuspended: boolean;
    isAdmin: boolean;
    secondFactor: FactorState;
    password: 'STRONG' | 'WEAK';
    /** Null: never. */
    lastLogInDaysAgo: number | null;
  } | null;
  /** As the list of users writes it; null: no user of the shop. */
  shopify: { role: string; status: string; secondFactor: string } | null;
}

export type FactorState = 'none' | 'sms' | 'app' | 'key';

export const IDENTITY_FAULTS = [
  'revoked', // the key was taken back
  'not-permitted', // the key lacks the right
  'limited', // 429 for an hour
  'looping', // the next page is the same page
  'elsewhere', // the next page is on another host
  'html', // a page where JSON belongs
  'truncated', // JSON that ends in the middle
  'hang', // no answer until the caller gives up
] as const;
export type IdentityFault = (typeof IDENTITY_FAULTS)[number];

/** Everybody in order: second factors, strong passwords, used mailboxes, one owner. All invented. */
export function cleanDirectory(handle: string): DirectoryState {
  const mailbox = { isSuspended: false, isAdmin: false, password: 'STRONG', lastLogInDaysAgo: 1 } as const;
  return {
    people: [
      {
        ...{ email: `meera@${handle}.example`, name: 'Meera Invented' },
        mailbox: { ...mailbox, isAdmin: true, secondFactor: 'key' },
        shopify: { role: 'Store owner', status: 'Active', secondFactor: 'Security key' },
      },
      {
        ...{ email: `anil@${handle}.example`, name: 'Anil Invented' },
        mailbox: { ...mailbox, secondFactor: 'app', lastLogInDaysAgo: 3 },
        shopify: { role: 'Administrator', status: 'Active', secondFactor: 'Authenticator app' },
      },
      {
        ...{ email: `ramesh@${handle}.example`, name: 'Ramesh Invented' },
        mailbox: { ...mailbox, secondFactor: 'app' },
        shopify: { role: 'Packing', status: 'Active', secondFactor: 'Authenticator app' },
      },
      {
        ...{ email: 'farah@agency.example', name: 'Farah Invented' },
        mailbox: null,
        shopify: { role: 'Collaborator', status: 'Active', secondFactor: 'Authenticator app' },
      },
    ],
    mail: { minLength: 14, expiryDays: 0, isSecondFactorEnforced: true },
    fault: null,
  };
}

/** The shop's own directory; made when it is first asked for. */
export function directoryOf(shop: ShopState): DirectoryState {
  return (shop.directory ??= cleanDirectory(shop.handle));
}

/** The one with this part before the @. */
export function personNamed({ people }: DirectoryState, name: string): DirectoryPerson | undefined {
  return people.find(({ email }) => email.startsWith(`${name}@`));
}
