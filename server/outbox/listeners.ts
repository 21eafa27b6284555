import type { NoticeRule } from '../../core/notices/rules.ts';
import type { ChannelName, Delivery } from './channel.ts';

/** Somebody, or something, that is told of alerts. */
export interface Listener {
  /** Id of the reader or webhook; "flow". */
  readonly id: string;
  readonly rule: NoticeRule;
}

/** `code`: why not: "gone", "not-confirmed", "bounced", "switched-off", "not-wanted". */
export type MayHear =
  { readonly may: true; readonly rule: NoticeRule } | { readonly may: false; readonly code: string };

/** Who is told by one way out. */
export interface Listeners {
  readonly channel: ChannelName;
  /** Those who hear of alerts now. */
  list(shop: string): Promise<readonly Listener[]>;
  /** Asked again before each try: rights and wishes may have been withdrawn since the delivery was planned. */
  mayHear(delivery: Pick<Delivery, 'shop' | 'to' | 'kind'>): Promise<MayHear>;
}

interface SwitchedListener extends Listener {
  readonly getsWeekly?: boolean;
}

/** Targets that a person of the shop set up, of which `listening` names those that are on. */
export function targetListeners(
  channel: ChannelName,
  listening: (shop: string) => Promise<readonly SwitchedListener[]>,
): Listeners {
  return {
    channel,
    list: listening,
    async mayHear({ shop, to, kind }) {
      const target = (await listening(shop)).find(({ id }) => id === to);
      if (!target) return { may: false, code: 'switched-off' };
      if (kind === 'weekly' && target.getsWeekly === false) return { may: false, code: 'not-wanted' };
      return { may: true, rule: target.rule };
    },
  };
}
