import type { ApiTrace, ApiTraceSource } from '../../../core/evidence/vendors.ts';
import type { AdminApi } from '../../shopify/admin-api.ts';

/** One question, or several about one thing, and the sources that its answer tells of. */
export interface TraceGroup {
  readonly sources: readonly ApiTraceSource[];
  /** Asked each by itself: what one is refused, another may tell. */
  readonly parts: readonly TracePart[];
}

export interface TracePart {
  /** All of them are needed. */
  readonly scopes: readonly string[];
  /**
   * @throws {AccessDeniedError} Shopify keeps it from us, whatever was granted
   * @throws the errors of AdminApi
   */
  ask(admin: AdminApi, signal: AbortSignal): Promise<Told>;
}

export interface Told {
  readonly traces: readonly ApiTrace[];
  readonly isPartial: boolean;
}
