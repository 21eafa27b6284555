import { describe, expect, it } from '@jest/globals';
import { standingOf } from './standing.ts';
import type { ScriptItem } from './script-item.ts';

function anItem(parts: Partial<ScriptItem> = {}): ScriptItem {
  return {
    ...{ identity: 'https://reviews.example/r.js', what: 'script', origin: 'vendor' },
    ...{ address: 'https://reviews.example/r.js', host: 'reviews.example', scheme: 'https', hash: 'sha256-a' },
    ...{ hasIntegrity: false, isModule: false, vendorKey: 'host:reviews.example', namesHosts: [], behaviours: [] },
    ...{ pageKinds: ['home'], place: 'shop.example/', asks: [], seenBy: 'visit' },
    ...parts,
  };
}

describe('the standing of a script', () => {
  const approved = { verdict: 'approved' } as const;
  it.each([
    ['nobody decided', anItem(), null, [], 'open'],
    ['approved', anItem(), approved, [], 'approved'],
    ['approved, and changed since', anItem(), approved, ['https://reviews.example/r.js'], 'open'],
    ['approved, and another one changed', anItem(), approved, ['https://other.example/r.js'], 'approved'],
    ['rejected, and still there', anItem(), { verdict: 'rejected' }, [], 'rejected'],
    ['of the shop', anItem({ origin: 'own' }), null, [], 'not-asked'],
    ['of Shopify', anItem({ origin: 'platform' }), null, [], 'not-asked'],
    ['in the page', anItem({ origin: 'inline-plain', address: null }), null, [], 'not-asked'],
  ] as const)('%s', (_, item, decision, changed, standing) => {
    expect(standingOf({ ...item, decision }, new Set(changed))).toBe(standing);
  });
});
