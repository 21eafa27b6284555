import type { Role } from '../../core/api/home.ts';

/** A person's request that Shopify passes on. Neither name nor address of the person is taken from it. */
export interface CustomerRequest {
  readonly requestId: string;
  /** The numbers in the ids of the person's orders: "1001" of "gid://shopify/Order/1001". */
  readonly orders: readonly string[];
  /** Orders that the request names beyond those: unreadable, or too many. */
  readonly ordersLeftOut: number;
}

/** What happens to a shop from outside: sign-in and webhooks tell, the product acts. Each call is safe to repeat. */
export interface ShopLifecycle {
  /** After the first token exchange of an install, once: makes the shop known and queues its first scan. */
  installed(shop: string, scopes: readonly string[]): Promise<void>;
  /** A person opened the app and access works again. */
  visited(shop: string): Promise<void>;
  /** Shopify refused the token and nothing could renew it: jobs stop until a visit. */
  accessLost(shop: string): Promise<void>;
  /** `triggeredAt` decides against a later reinstall; an event older than the install changes nothing. */
  uninstalled(shop: string, triggeredAt: Date): Promise<void>;
  scopesChanged(shop: string, scopes: readonly string[]): Promise<void>;
  /** Something that checks read has changed; a scan follows soon, once for a burst of events. */
  changed(shop: string, topic: string): Promise<void>;
  /**
   * customers/data_request: records on how many of the person's orders a tax number is kept, the only thing of a person
   * that is. `stillAtWork` is called now and then while the work goes on.
   */
  customerDataRequested(shop: string, request: CustomerRequest, stillAtWork: () => Promise<void>): Promise<void>;
  /** customers/redact: removes those tax numbers from all that is kept, and keeps none when they are read again. */
  customerRedacted(shop: string, request: CustomerRequest, stillAtWork: () => Promise<void>): Promise<void>;
  /** shop/redact: all of the shop's documents go; a receipt with the shop's hash, date and counts stays. */
  shopRedacted(shop: string): Promise<void>;
}

/** The people who open the app. Names and addresses are not kept. */
export interface MemberDirectory {
  /** Known person: their role. New one: owner when Shopify says account owner, else viewer. */
  roleOf(shop: string, userId: string, isAccountOwner: () => Promise<boolean>): Promise<Role>;
}

/** What the sign-in middleware leaves for each /api route: from the verified token, never from the request. */
export interface Merchant {
  readonly shop: string;
  readonly userId: string;
  readonly role: Role;
}
