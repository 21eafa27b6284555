import { HttpResponseError, InvalidJwtError, RequestedTokenType } from '@shopify/shopify-api';
import type { Session, Shopify } from '@shopify/shopify-api';
import { AppError } from '../errors.ts';
import { AdminUnreachableError, EvidenceShapeError, TokenRefusedError } from './admin-errors.ts';
import { SessionTokenError } from './session-token.ts';

/** Answers that say no to what we sent; all others say nothing about it. */
const REFUSALS = new Set([400, 401, 403]);

/** An expiring access token and what renews it. */
export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: Date;
  readonly refreshExpiresAt: Date;
  readonly scopes: readonly string[];
}

/** Shopify's token endpoint. */
export interface OAuth {
  /**
   * A person's session token for the shop's expiring offline pair.
   * @throws {SessionTokenError} Shopify does not take the session token
   * @throws {TokenRefusedError} Shopify does not let us in to this shop
   * @throws {EvidenceShapeError} the answer lacks a part of the pair
   * @throws {AdminUnreachableError}
   */
  exchange(shop: string, sessionToken: string): Promise<TokenPair>;
  /**
   * @throws {TokenRefusedError} the refresh token is spent: a person must open the app
   * @throws {EvidenceShapeError} the answer lacks a part of the pair: keep the old one
   * @throws {AdminUnreachableError}
   */
  refresh(shop: string, refreshToken: string): Promise<TokenPair>;
  /** Whether Shopify calls this person the account's owner. The online token is used for this and dropped. */
  isAccountOwner(shop: string, userId: string, sessionToken: string): Promise<boolean>;
}

export function createOAuth(shopify: Shopify): OAuth {
  const exchangeFor = (shop: string, sessionToken: string, requestedTokenType: RequestedTokenType) =>
    asking(shopify.auth.tokenExchange({ shop, sessionToken, requestedTokenType, expiring: true }));

  return {
    exchange: async (shop, sessionToken) =>
      pairOf(await exchangeFor(shop, sessionToken, RequestedTokenType.OfflineAccessToken)),

    refresh: async (shop, refreshToken) => pairOf(await asking(shopify.auth.refreshToken({ shop, refreshToken }))),

    async isAccountOwner(shop, userId, sessionToken) {
      const session = await exchangeFor(shop, sessionToken, RequestedTokenType.OnlineAccessToken);
      const user = session.onlineAccessInfo?.associated_user;
      if (!user) throw new EvidenceShapeError("Shopify's token endpoint");
      return user.account_owner === true && String(user.id) === userId;
    },
  };
}

/** The library's errors may hold what we sent, so only their kind goes on. */
async function asking(answer: Promise<{ session: Session }>): Promise<Session> {
  try {
    return (await answer).session;
  } catch (error) {
    if (error instanceof InvalidJwtError) throw new SessionTokenError();
    if (error instanceof HttpResponseError) throw refusalOf((error as HttpResponseError).response);
    // By name: the runtime's own fetch may belong to another realm.
    if ((error as { name?: unknown }).name === 'SyntaxError') throw new EvidenceShapeError("Shopify's token endpoint");
    throw new AdminUnreachableError(error instanceof AppError ? error : undefined);
  }
}

/** A stale session token is worth another try with a new one; any other no is not. */
function refusalOf({ code, body }: { code: number; body?: { error?: unknown } }): AppError {
  if (!REFUSALS.has(code)) return new AdminUnreachableError();
  return body?.error === 'invalid_subject_token' ? new SessionTokenError() : new TokenRefusedError();
}

/** Without an end the library's session would look eternal, and a pair without its refresh token could never be renewed. */
function pairOf({ accessToken, refreshToken, expires, refreshTokenExpires, scope }: Session): TokenPair {
  if (!accessToken || !refreshToken || !expires || !refreshTokenExpires) {
    throw new EvidenceShapeError("Shopify's token endpoint");
  }
  const scopes = (scope ?? '').split(',').filter((name) => name !== '');
  return { accessToken, refreshToken, expiresAt: expires, refreshExpiresAt: refreshTokenExpires, scopes };
}
