import { gstSummary } from './evidence/derived/gst-summary.ts';
import type { Snapshot } from './evidence/snapshot.ts';
import type { GstSummary } from './evidence/summaries.ts';
import { scriptsSummary, type ScriptsSummary } from './scripts-summary.ts';
import { securitySummary, type SecuritySummary } from './security-summary.ts';
import { vendorsSummary, type VendorsSummary } from './vendors-summary.ts';

/** What each page shows of a judged snapshot: made once, so that no page unpacks one. */
export interface PageSummaries {
  readonly gst: GstSummary;
  readonly security: SecuritySummary;
  readonly vendors: VendorsSummary;
  readonly scripts: ScriptsSummary;
}

export function pageSummaries(snapshot: Snapshot): PageSummaries {
  return {
    gst: gstSummary(snapshot),
    security: securitySummary(snapshot),
    vendors: vendorsSummary(snapshot),
    scripts: scriptsSummary(snapshot),
  };
}
