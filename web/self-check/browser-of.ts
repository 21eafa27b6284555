import type { BrowserName, DeviceSelfCheck, OperatingSystem } from '../../core/evidence/attestations.ts';

/** What browsers tell of themselves; the first part only those of the Chromium family. */
export interface ToldByBrowser {
  readonly brands?: readonly { readonly brand: string; readonly version: string }[];
  readonly platform?: string;
  readonly userAgent: string;
  /** Fingers that the screen takes: an iPad calls itself a Macintosh, and takes five. */
  readonly maxTouchPoints: number;
}

/** Other browsers that name Chromium alone (Brave, Vivaldi) have its version, which is what counts. */
const BRANDS: readonly (readonly [string, BrowserName])[] = [
  ['Microsoft Edge', 'edge'],
  ['Opera', 'opera'],
  ['Samsung Internet', 'samsung'],
  ['Google Chrome', 'chrome'],
  ['Chromium', 'chrome'],
];

/** In this order: most browsers carry the names of those before them as well. */
const AGENTS: readonly (readonly [RegExp, BrowserName])[] = [
  [/\bEdg(?:A|iOS)?\/(\d+)/, 'edge'],
  [/\bOPR\/(\d+)/, 'opera'],
  [/\bSamsungBrowser\/(\d+)/, 'samsung'],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, 'firefox'],
  [/\b(?:Chrome|CriOS)\/(\d+)/, 'chrome'],
  [/\bVersion\/(\d+)\S* (?:Mobile\/\S+ )?Safari\//, 'safari'],
];

/** Null: one that we do not know. */
export function browserOf({ brands = [], userAgent }: ToldByBrowser): DeviceSelfCheck['browser'] {
  for (const [brand, name] of BRANDS) {
    const version = Number.parseInt(brands.find((one) => one.brand === brand)?.version ?? '', 10);
    if (version > 0) return { name, majorVersion: version };
  }
  for (const [pattern, name] of AGENTS) {
    const version = Number.parseInt(pattern.exec(userAgent)?.[1] ?? '', 10);
    if (version > 0) return { name, majorVersion: version };
  }
  return null;
}

const SYSTEMS: readonly (readonly [RegExp, OperatingSystem])[] = [
  [/windows/i, 'windows'],
  [/android/i, 'android'],
  [/iphone|ipad|ipod|\bios\b/i, 'ios'],
  [/\bcros\b|chrome ?os|chromium os/i, 'chromeos'],
  [/mac ?os|macintosh/i, 'macos'],
  [/linux/i, 'linux'],
];

/** Null: one that we do not know. */
export function operatingSystemOf({ platform, userAgent, maxTouchPoints }: ToldByBrowser): OperatingSystem | null {
  const told = platform || userAgent;
  const system = SYSTEMS.find(([pattern]) => pattern.test(told))?.[1] ?? null;
  return system === 'macos' && maxTouchPoints > 1 ? 'ios' : system;
}
