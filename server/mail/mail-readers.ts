import type { Role } from '../../core/api/home.ts';
import type { NoticeRule } from '../../core/notices/rules.ts';
import type { Language } from '../../core/text.ts';

/** Somebody who gets mail of a shop, with the address open. */
export interface MailReader {
  readonly id: string;
  readonly address: string;
  readonly state: 'waiting' | 'confirmed' | 'bounced';
  readonly role: Role;
  readonly language: Language;
  readonly rule: NoticeRule;
  readonly getsAlerts: boolean;
  readonly getsWeekly: boolean;
}

/** What mail asks of the store of readers. Of an unknown reader nothing is changed. */
export interface MailReaders {
  find(shop: string, readerId: string): Promise<MailReader | null>;
  /** The address was confirmed by whoever reads it. Again: nothing changes. */
  confirm(shop: string, readerId: string): Promise<void>;
  /** The reader wants no more of these; what else the reader gets goes on. Again: nothing changes. */
  stop(shop: string, readerId: string, kind: 'alerts' | 'weekly'): Promise<void>;
  /** Mail to the address came back. */
  bounced(shop: string, readerId: string): Promise<void>;
}
