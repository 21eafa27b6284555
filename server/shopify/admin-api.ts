/** The one Admin API version that Prahari speaks. */
export const ADMIN_API_VERSION = '2026-10';

/**
 * Shopify's Admin GraphQL, as collectors see it. `ACCESS_DENIED` is data, never "all good": put every root that may be
 * refused in its own document, since a denied non-null field empties its parent.
 */
export interface AdminApi {
  /**
   * @throws {ThrottledError} the shop's query cost is spent and the waiting time allowed is over
   * @throws {TokenRefusedError} Shopify answered 401: a person must open the app
   * @throws {AdminUnreachableError} no connection, or 5xx after all retries
   * @throws {ShopFrozenError} Shopify closed the shop to apps
   * @throws {EvidenceShapeError} the answer is not GraphQL's shape, or names an error that we do not know
   */
  query(
    document: string,
    variables?: Readonly<Record<string, unknown>>,
    options?: { signal?: AbortSignal },
  ): Promise<AdminAnswer>;

  /**
   * The lines of a file that an answer named, such as a bulk operation's result. No token travels there.
   *
   * @throws {AdminUnreachableError} the file is gone, or breaks off
   * @throws {EvidenceShapeError} it is too large, or not where a file of Shopify's may lie
   */
  fileLines(url: string, options?: { signal?: AbortSignal }): AsyncIterable<string>;
}

export interface AdminAnswer {
  /** Null fields where access was denied. Unparsed: collectors parse. */
  readonly data: unknown;
  readonly denied: readonly AccessDenial[];
}

export interface AccessDenial {
  /** "shop.shopPolicies" */
  readonly path: string;
  /** Shopify's own words, English: "`read_legal_policies` access scope." */
  readonly requiredAccess: string | null;
}
