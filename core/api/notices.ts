import type { NoticeRule, QuietHours } from '../notices/rules.ts';
import type { Language } from '../text.ts';
import type { Instant } from '../time.ts';
import type { Role } from './home.ts';

/** GET /api/notices (manager): who hears of what, and how. Addresses and targets are masked: "m…@shop.example". */
export interface NoticeSettings {
  readonly quietHours: QuietHours | null;
  /** False: the operator gave no way to send mail, so addresses wait. */
  readonly isMailOn: boolean;
  readonly readers: readonly Reader[];
  readonly webhooks: readonly OutgoingWebhook[];
  readonly flow: FlowSettings;
}

/** Somebody who gets mail. `waiting`: the address was not confirmed yet; `bounced`: mail to it came back. */
export interface Reader {
  readonly id: string;
  readonly address: string;
  readonly state: 'waiting' | 'confirmed' | 'bounced';
  /** What the reader may see of the shop; judged again whenever something is sent. */
  readonly role: Role;
  readonly language: Language;
  readonly rule: NoticeRule;
  /** Whether alerts are mailed at all; the weekly report is a choice of its own. */
  readonly getsAlerts: boolean;
  readonly getsWeekly: boolean;
  /** The reader asked for one digest of all shops that invited the same address. */
  readonly isCombined: boolean;
  readonly addedAt: Instant;
}

/** POST /api/notices/readers (manager; `role` at most one's own). Answer: the reader; a mail asks to confirm. */
export interface NewReader {
  readonly address: string;
  readonly role: Role;
  readonly language: Language;
  readonly getsAlerts: boolean;
  readonly getsWeekly: boolean;
  readonly rule: NoticeRule;
}
/** PATCH /api/notices/readers/:id. DELETE forgets the address. POST …/:id/invite asks again, once an hour. */
export type ReaderChange = Partial<Omit<NewReader, 'address'>>;

/** PATCH /api/notices (manager). */
export interface NoticeChange {
  readonly quietHours: QuietHours | null;
}

export const WEBHOOK_FORMATS = ['json', 'slack', 'teams', 'google-chat'] as const;
export type WebhookFormat = (typeof WEBHOOK_FORMATS)[number];

/** Where notices are posted. The secret is told once, when it is made. */
export interface OutgoingWebhook {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly format: WebhookFormat;
  readonly language: Language;
  readonly rule: NoticeRule;
  readonly getsWeekly: boolean;
  readonly isOn: boolean;
  /** `gone`: it answered 410 and was switched off. */
  readonly trouble: 'gone' | 'failing' | null;
  /** Two secrets sign while one is exchanged for the other; until then. */
  readonly oldSecretUntil: Instant | null;
  readonly last: { readonly at: Instant; readonly status: number | null; readonly code: string } | null;
}

/** POST /api/notices/webhooks (owner). Answer: WebhookWithSecret. PATCH …/:id takes all but `url`. */
export interface NewWebhook {
  readonly name: string;
  readonly url: string;
  readonly format: WebhookFormat;
  readonly language: Language;
  readonly rule: NoticeRule;
  readonly getsWeekly: boolean;
}
/** POST /api/notices/webhooks/:id/secret (owner) answers the same, with a new secret beside the old. */
export interface WebhookWithSecret {
  readonly webhook: OutgoingWebhook;
  readonly secret: string;
}
/** POST /api/notices/webhooks/:id/test (manager): sends an example now. The receiver's status and nothing else of it. */
export interface WebhookTest {
  readonly isDelivered: boolean;
  readonly status: number | null;
  /** "sent", or why not: "timed-out", "refused-address", "unreachable", "status" … */
  readonly code: string;
}

/** Triggers of extensions/, by their handles. */
export const FLOW_TRIGGERS = ['alert-raised', 'gst-status-changed', 'vendor-added'] as const;
export type FlowTrigger = (typeof FLOW_TRIGGERS)[number];

/** PATCH /api/notices/flow (manager); without `triggers` all of them. */
export interface FlowSettings {
  readonly isOn: boolean;
  /** Of alerts; the other triggers know no rule. */
  readonly rule: NoticeRule;
  /** Those that start workflows, at least one. */
  readonly triggers: readonly FlowTrigger[];
}

export const DELIVERY_STATES = ['waiting', 'sent', 'parked', 'dropped'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** GET /api/notices/deliveries (manager): the newest hundred. `parked`: given up for now; may be sent again. */
export interface Deliveries {
  readonly deliveries: readonly DeliveryRow[];
}
export interface DeliveryRow {
  readonly id: string;
  /** What every copy of it carries. */
  readonly identity: string;
  readonly channel: 'mail' | 'webhook' | 'flow';
  readonly kind: 'alerts' | 'digest' | 'weekly' | 'invitation' | 'visit' | 'test' | 'gst-status' | 'vendor';
  /** Masked address, webhook's name, or "flow"; null: it is gone. */
  readonly to: string | null;
  readonly alerts: number;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Why the last attempt failed, as a code; why it was dropped. */
  readonly code: string | null;
  readonly dueAt: Instant;
  readonly sentAt: Instant | null;
}
