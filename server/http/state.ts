import type { Middleware as KoaMiddleware, ParameterizedContext } from 'koa';
import type { Merchant } from '../shopify/lifecycle.ts';

/** What middleware leaves for those after it. */
export interface AppState {
  requestId: string;
  /** The page's shop, once its token was verified: who may frame the answer. */
  frameShop?: string;
  /** Set for each /api route. */
  merchant: Merchant;
}

export type Middleware = KoaMiddleware<AppState>;
export type AppContext = ParameterizedContext<AppState>;

declare module 'koa' {
  interface Request {
    /** The parsed JSON body; undefined when there was none. Unchecked: `parse` it. */
    body?: unknown;
  }
}
