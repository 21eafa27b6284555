import { describe, expect, it } from '@jest/globals';
import { AS_OF } from '../../../test/a-gstin.ts';
import { assess, assessWithout } from '../../../test/assess.ts';
import { aHostProbe, aPage, aPageScript, aStorefront } from '../../../test/security-factories.ts';
import { aScriptBook, aScriptDecision, aScriptSighting } from '../../../test/vendor-factories.ts';
import { scriptChanges } from './script-changes.ts';

const DAY_MS = 86_400_000;
const before = (ms: number) => new Date(Date.parse(AS_OF) - ms).toISOString();
const widget = aPageScript({ address: 'https://reviews.example/widget.js', host: 'reviews.example' });
const seen = (visitedAt = AS_OF) =>
  aStorefront({ hosts: [aHostProbe({ visitedAt, pages: [aPage({ scripts: [widget] })] })] });
const sighted = (firstSeenAt: string, over = {}) =>
  assess(scriptChanges, {
    storefront: seen(),
    scriptBook: aScriptBook({ sightings: [aScriptSighting({ firstSeenAt })], ...over }),
  });
const blocked = aStorefront({ hosts: [aHostProbe({ outcome: 'blocked', pages: [] })] });

describe('security/script-changes', () => {
  it('a shop without changes passes', () => expect(assess(scriptChanges).outcome).toBe('pass'));

  it.each([
    ['this moment', 0, 'pass'],
    ['seven days to the millisecond', 7 * DAY_MS, 'pass'],
    ['a millisecond more', 7 * DAY_MS + 1, 'fail'],
    ['a year', 365 * DAY_MS, 'fail'],
  ])('a change that waits %s: %s', (_what, ms, outcome) => expect(sighted(before(ms)).outcome).toBe(outcome));

  it('one that was decided on waits no more', () => {
    expect(sighted(before(30 * DAY_MS), { decisions: [aScriptDecision()] }).outcome).toBe('pass');
  });

  it('tells the whole queue once, with its oldest day', () => {
    const scripts = ['a', 'b'].map((name) =>
      aPageScript({ address: `https://${name}.example/x.js`, host: `${name}.example` }),
    );
    const sightings = [
      aScriptSighting({ identity: 'https://a.example/x.js', firstSeenAt: '2026-10-01T00:00:00.000Z' }),
      aScriptSighting({ identity: 'https://b.example/x.js', firstSeenAt: '2026-10-02T00:00:00.000Z' }),
    ];
    const storefront = aStorefront({ hosts: [aHostProbe({ visitedAt: AS_OF, pages: [aPage({ scripts })] })] });
    expect(assess(scriptChanges, { storefront, scriptBook: aScriptBook({ sightings }) }).findings).toMatchObject([
      { subject: 'queue', messageId: 'undecided', data: { count: 2, day: '2026-10-01' } },
    ]);
  });

  it.each([
    ['never compared', null, 'notAssessed'],
    ['compared six days ago', before(6 * DAY_MS), 'notAssessed'],
    ['compared seven days ago', before(7 * DAY_MS), 'fail'],
  ])('pages that turn us away, %s: %s', (_what, lastComparedAt, outcome) => {
    const scriptBook = aScriptBook({ lastComparedAt });
    expect(assess(scriptChanges, { storefront: blocked, scriptBook }).outcome).toBe(outcome);
  });

  it('an old look is no new one', () => {
    const scriptBook = aScriptBook({ lastComparedAt: null });
    const storefront = aStorefront({ hosts: [aHostProbe({ visitedAt: before(8 * DAY_MS) })] });
    expect(assess(scriptChanges, { storefront, scriptBook }).findings).toMatchObject([{ messageId: 'uncompared' }]);
  });

  it.each(['storefront', 'scriptBook'] as const)('without %s nobody knows', (kind) => {
    expect(assessWithout(kind, scriptChanges).outcome).toBe('notAssessed');
  });
});
