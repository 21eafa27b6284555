import type { DeliveryRow } from '../../core/api/notices.ts';
import type { AlertNews } from '../../core/notices/news.ts';
import type { FlowFact } from '../flow/flow-fact.ts';
import type { Day } from '../../core/time.ts';

export type ChannelName = DeliveryRow['channel'];

/** One thing that one reader, target or trigger is to be told. */
export interface Delivery {
  readonly shop: string;
  readonly id: string;
  /** The same in every copy and try: receivers tell repeats by it. */
  readonly identity: string;
  readonly channel: ChannelName;
  readonly kind: DeliveryRow['kind'];
  /** Id of the reader or webhook; "flow". */
  readonly to: string;
  /** For alerts and digests; the alerts may have moved on since. */
  readonly news: readonly AlertNews[];
  /** For weekly reports. */
  readonly monday: Day | null;
  /** For workflows, where it is not about alerts. */
  readonly fact?: FlowFact;
  readonly createdAt: Date;
}

/** `again`: it may work later. `never`: it will not; the code says why. */
export type Attempt =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'again'; readonly code: string; readonly afterMs?: number }
  | { readonly outcome: 'never'; readonly code: string };

/** One way out. Each fails alone. */
export interface Channel {
  readonly name: ChannelName;
  /**
   * What will be sent, made once before the first try and kept sealed, so that every try sends the same. Rights and
   * wishes are judged here, at the last moment; null: nobody is to be told any more.
   */
  compose(delivery: Delivery): Promise<string | null>;
  /** One try. Throws nothing but defects; a defect counts as `again`. */
  send(delivery: Delivery, body: string): Promise<Attempt>;
}
