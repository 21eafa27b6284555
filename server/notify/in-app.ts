import type { ScanStore } from '../shop/scans.ts';

export type InAppNotifier = ReturnType<typeof inAppNotifier>;

/** The notice inside the app: the page that waits for a scan learns that it is done and what it changed. */
export function inAppNotifier({ scans }: { scans: ScanStore }) {
  return {
    /** Repeated, it tells nothing new. */
    async scanJudged(shop: string, scanId: string): Promise<boolean> {
      return scans.finish(shop, scanId);
    },
  };
}
