import type { Connection } from 'mongoose';
import type { Registry } from 'prom-client';
import type { Clock } from '../clock.ts';
import type { World } from '../collect/collector.ts';
import type { GuardedFetch } from '../http/guarded-fetch.ts';
import type { LawSource } from '../law/law-folder.ts';
import type { Log } from '../log.ts';
import type { MailOutlet } from '../mail/mail-side.ts';
import type { AdminApi } from '../shopify/admin-api.ts';
import type { RestUsers } from '../shopify/rest-users.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { KeyRing } from '../store/key-ring.ts';

/** What the product is made of, and told by whoever starts it. */
export interface ProductOptions {
  /** Our own origin: links that people get begin with it. */
  readonly appUrl: string;
  /** Our number at Shopify, which stands in links to the theme editor. */
  readonly clientId: string;
  readonly connection: Connection;
  readonly redisUrl: string;
  readonly cipher: FieldCipher;
  /** Signs what stands in public on shops' pages. */
  readonly ring: Pick<KeyRing, 'activeId' | 'derive'>;
  readonly adminFor: (shop: string) => AdminApi;
  readonly forgetAccess: (shop: string) => Promise<void>;
  /** The way out for mail; without it mail waits. */
  readonly mail?: MailOutlet;
  /** The admin's origin, where it is not Shopify's own. */
  readonly adminOrigin?: string;
  /** The way out to look-up services. */
  readonly guardedFetch: GuardedFetch;
  readonly clock: Clock;
  readonly log: Log;
  readonly metricsRegistry: Registry;
  readonly requiredScopes: readonly string[];
  readonly optionalScopes: readonly string[];
  /** The operator's changes of the law; without it the tables are ours. */
  readonly law?: LawSource;
  /** Who the store's users are, by REST: for a custom app on Plus. */
  readonly restUsers?: RestUsers;
  /** The ways out that collectors use, beside the guarded fetch. */
  readonly world: Omit<World, 'guardedFetch'>;
  /** How long the jobs of a dead worker wait for another. */
  readonly stalledMs?: number;
  readonly sweepEveryMs?: number;
}
