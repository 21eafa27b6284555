/** A webhook to send: a topic of sandbox/webhooks/topics.ts and, for tests, how to spoil it. */
export interface WebhookOrder {
  readonly topic: string;
  /** Extra deliveries of the same event under the same webhook id. Default 1. */
  readonly copies?: number;
  /** Spoils one thing: the signature, the body after signing, or leaves the signature out. */
  readonly corrupt?: 'hmac' | 'body' | 'missing-hmac' | null;
  /** ISO 8601; default now. An old one stands for a late or replayed event. */
  readonly triggeredAt?: string;
  /** Default a fresh one. Naming an old one replays it. */
  readonly webhookId?: string;
}

/** One webhook and what became of it. */
export interface Delivery {
  readonly webhookId: string;
  readonly eventId: string;
  readonly topic: string;
  readonly triggeredAt: string;
  /** HTTP status of each attempt, in order; 0 means no answer in time. */
  readonly attempts: readonly number[];
  readonly state: 'waiting' | 'delivered' | 'failed';
}
