import type { Day } from '../time.ts';

/** A script library that code or an address gives away. */
export interface LibrarySeen {
  readonly component: string;
  readonly version: string;
  readonly by: 'address' | 'file-name' | 'content' | 'deep-scan';
}

/** What the list of known flaws says of one version. */
export interface VulnerableLibrary {
  readonly component: string;
  readonly version: string;
  readonly worst: 'critical' | 'high' | 'medium' | 'low';
  /** "CVE-2020-11022", the worst first, at most 60. */
  readonly cves: readonly string[];
  readonly isEndOfLife: boolean;
}

/** The flaws of the libraries seen, and how old the list is that says so. */
export interface LibraryFlaws {
  readonly dataDay: Day;
  readonly flaws: readonly VulnerableLibrary[];
}

/** A credential in code that everybody can read. The value is not kept. */
export interface SecretSeen {
  /** "razorpay-key-secret": core/code/secret-rules. */
  readonly type: string;
  /** `info`: a key that is meant to be public. */
  readonly level: 'critical' | 'info';
  readonly line: number;
  readonly lastFour: string;
}

export const BEHAVIOURS = [
  'reads-payment-fields-and-sends', // payment or password inputs and a foreign sink in one script
  'reads-form-and-beacons', // form values put into an image's or a beacon's address
  'decoded-eval', // a decoded string handed to eval or Function
  'dense-obfuscation', // most of the text is escapes or one unbroken random-looking string
  'look-alike-host', // a host that differs from a well-known one by a letter
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

/** Something that skimmers do, in one piece of code. */
export interface BehaviourSeen {
  readonly behaviour: Behaviour;
  readonly line: number;
  /** The host that it sends to or imitates, where the code names one. */
  readonly host: string | null;
}

/** What one file or one inline script shows. The code itself is not kept. */
export interface CodeSeen {
  readonly libraries: readonly LibrarySeen[];
  readonly secrets: readonly SecretSeen[];
  readonly behaviours: readonly BehaviourSeen[];
  /** Hosts that the code names in text, at most 50. */
  readonly hosts: readonly string[];
  /** The code could not be read to its end, or its Liquid does not parse: what is seen is a part. */
  readonly isPartial: boolean;
}
