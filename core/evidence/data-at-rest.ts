import type { Instant } from '../time.ts';

export const PERSONAL_NUMBERS = ['card', 'aadhaar', 'pan'] as const;
export type PersonalNumber = (typeof PERSONAL_NUMBERS)[number];

export const DATA_PLACES = [
  'order-note',
  'order-tag',
  'order-attribute',
  'customer-note',
  'customer-tag',
  'product-metafield',
] as const;
export type DataPlace = (typeof DATA_PLACES)[number];

/** A number that should not stand there. The number itself is not kept. */
export interface NumberSeen {
  readonly type: PersonalNumber;
  readonly place: DataPlace;
  readonly lastFour: string;
  /** "#1001", or a customer's number in the admin. */
  readonly subject: string;
  readonly adminPath: string | null;
}

/** A sample of the shop's own texts, read because the merchant switched it on. */
export interface DataSample {
  readonly orders: number;
  readonly customers: number;
  readonly seen: readonly NumberSeen[];
}

/** A file that a person scanned in the browser: it went nowhere, and only these counts were sent. */
export interface FileScan {
  readonly id: string;
  readonly scannedAt: Instant;
  readonly scannedBy: string;
  readonly rows: number;
  readonly counts: Readonly<Record<PersonalNumber, number>>;
}
