import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { somePrivacySettings } from '../../../test/factories.ts';
import { privacyBanner } from './privacy-banner.ts';

describe('security/privacy-banner', () => {
  it.each([
    [true, ['DE'], 'pass', undefined],
    [false, ['DE', 'US-CA'], 'fail', 'DE, US-CA'],
    [false, ['AT', 'BE', 'BG', 'DE', 'FR', 'IE', 'IT'], 'fail', 'AT, BE, BG, DE, FR +2'],
    [false, [], 'notApplicable', undefined],
  ])('banner %s, consent due in %j: %s', (isBannerEnabled, consentRequiredIn, outcome, regions) => {
    const result = assess(privacyBanner, { privacy: somePrivacySettings({ isBannerEnabled, consentRequiredIn }) });
    expect(result.outcome).toBe(outcome);
    expect(result.findings[0]?.data.regions).toBe(regions);
  });
});
