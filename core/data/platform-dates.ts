import type { Text } from '../text.ts';
import type { Day } from '../time.ts';

/** A day on which Shopify changes something that shops depend on. */
export interface PlatformDate {
  readonly id: string;
  readonly on: Day;
  readonly text: Text;
  /** `legacy-scripts`: shops whose pages still load apps' scripts by the old loader. */
  readonly concerns: 'legacy-scripts';
  readonly source: string;
  readonly status: 'verified' | 'unverified';
}

/** Days that concern makers of apps alone are not here. */
export const PLATFORM_DATES: readonly PlatformDate[] = [
  {
    id: 'script-tags-end',
    on: '2027-03-01',
    text: {
      en: 'Scripts that apps added in the old way (script tags) stop running on your shop.',
      hi: 'ऐप ने पुराने तरीके (script tag) से जो स्क्रिप्ट डाली हैं, वे आपके स्टोर पर चलना बंद कर देंगी।',
    },
    concerns: 'legacy-scripts',
    source: 'Shopify, end of script tags: storefronts 2027-03-01',
    status: 'verified',
  },
];
