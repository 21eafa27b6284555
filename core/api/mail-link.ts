import type { Severity } from '../severity.ts';
import type { Text } from '../text.ts';

/** POST /mail/open { token }: what the link of a mail would do, and for which shop. Addresses are masked. */
export type OpenedMailLink =
  | {
      readonly purpose: 'confirm';
      readonly shop: string;
      readonly address: string;
      readonly getsAlerts: boolean;
      readonly getsWeekly: boolean;
      /** The reader may ask for one weekly report of all shops that invited this address. */
      readonly offersCombined: boolean;
      /** It was pressed before. */
      readonly isDone: boolean;
    }
  | {
      readonly purpose: 'stop-alerts' | 'stop-weekly';
      readonly shop: string;
      readonly address: string;
      readonly isDone: boolean;
    }
  | {
      readonly purpose: 'acknowledge';
      readonly shop: string;
      /** Those that are open still, gravest first. */
      readonly alerts: readonly { readonly text: Text; readonly severity: Severity }[];
    };

/** POST /mail/confirm { isCombined? }, /mail/acknowledge {}, /mail/leave {}: it is done. Pressed again it answers the same. */
export interface DoneMailLink {
  readonly purpose: OpenedMailLink['purpose'];
}
