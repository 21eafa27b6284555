import type { ShopState } from './shops/shop-state.ts';

/** Something wrong in a shop, and the check that must find it. */
export interface ShopDefect {
  readonly where: 'shop';
  readonly id: string;
  readonly title: string;
  readonly checkId: string;
  /** What Shopify fires when it changes; null where it fires nothing that the app takes. */
  readonly webhookTopic: string | null;
  /** The location or domain that the webhook is about. */
  readonly webhookSubjectId?: (shop: ShopState) => number;
  /** Pages of the admin where it can be mended, its own first, when it is about one thing; else the check's page. */
  adminPaths?(shop: ShopState, nowMs: number): readonly string[];
  isPresent(shop: ShopState): boolean;
  plant(shop: ShopState, nowIso: string): void;
  mend(shop: ShopState, nowIso: string): void;
}

/** Something wrong in what the merchant enters in Prahari: no setting of the shop shows it. */
export interface AppDefect {
  readonly where: 'app';
  readonly id: string;
  readonly title: string;
  readonly checkId: string;
}

export type Defect = ShopDefect | AppDefect;
