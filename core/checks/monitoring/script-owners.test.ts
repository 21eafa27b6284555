import { describe, expect, it } from '@jest/globals';
import { assess, assessWithout } from '../../../test/assess.ts';
import { aDomain, aResource, aTheme, aThemeFile } from '../../../test/factories.ts';
import { aHostProbe, aPage, aPageScript, aStorefront, noCode } from '../../../test/security-factories.ts';
import { anAppRecord, aScriptBook, aScriptDecision } from '../../../test/vendor-factories.ts';
import type { EvidenceByKind } from '../../evidence/kinds.ts';
import type { PageScript, PageSeen } from '../../evidence/storefront.ts';
import { scriptOwners } from './script-owners.ts';

const WIDGET = 'https://reviews.example/widget.js';
const script = (address: string, over: Partial<PageScript> = {}) =>
  aPageScript({ address, host: new URL(address).hostname, ...over });
const inline = (over: Partial<PageScript>) =>
  aPageScript({ address: null, host: null, scheme: 'inline', hash: 'sha256-a', ...over });
const shop = (...pages: readonly Partial<PageSeen>[]) =>
  aStorefront({ hosts: [aHostProbe({ pages: pages.map((page) => aPage(page)) })] });
const judged = (page: Partial<PageSeen>, decisions: Parameters<typeof aScriptDecision>[0][] = [], rest = {}) =>
  assess(scriptOwners, {
    storefront: shop(page),
    scriptBook: aScriptBook({ decisions: decisions.map((one) => aScriptDecision(one)) }),
    ...rest,
  });
const told = (...given: Parameters<typeof judged>) =>
  judged(...given).findings.map(({ subject, messageId }) => `${subject} ${messageId}`);

describe('security/script-owners', () => {
  it('a shop of Shopify’s and its own scripts passes', () => expect(assess(scriptOwners).outcome).toBe('pass'));

  it.each<[string, Partial<PageSeen>, Parameters<typeof aScriptDecision>[0][], readonly string[]]>([
    ['nobody decided', { scripts: [script(WIDGET)] }, [], ['host:reviews.example unapproved']],
    ['it was approved', { scripts: [script(WIDGET)] }, [{}], []],
    [
      'its text changed',
      { scripts: [script(WIDGET, { hash: 'sha256-b' })] },
      [{ hash: 'sha256-a' }],
      ['host:reviews.example changed'],
    ],
    [
      'new texts are covered',
      { scripts: [script(WIDGET, { hash: 'sha256-b' })] },
      [{ hash: 'sha256-a', coversNewTexts: true }],
      [],
    ],
    ['it was refused', { scripts: [script(WIDGET)] }, [{ verdict: 'rejected' }], ['host:reviews.example rejected']],
    [
      'it comes from another host',
      { scripts: [script('https://cdn.reviews.example/widget.js')] },
      [{}],
      ['host:reviews.example changed'],
    ],
    ['a frame', { frameHosts: ['video.example'] }, [], ['host:video.example frame']],
    ['an approved frame', { frameHosts: ['video.example'] }, [{ identity: 'frame:video.example' }], []],
    ['a form', { forms: [{ host: 'list.example', scheme: 'https', asks: [] }] }, [], ['host:list.example form']],
    [
      'a form that asks for something is another check’s',
      { forms: [{ host: 'list.example', scheme: 'https', asks: ['email'] }] },
      [],
      [],
    ],
    [
      'inline code with a stranger’s host',
      { scripts: [inline({ code: noCode({ hosts: ['reviews.example'] }) })] },
      [],
      ['host:reviews.example unapproved'],
    ],
    [
      'inline code that does odd things',
      { scripts: [inline({ code: noCode({ behaviours: [{ behaviour: 'decoded-eval', line: 1, host: null }] }) })] },
      [],
      ['inline odd'],
    ],
    [
      'approved elsewhere and new near payment is another check’s',
      { kind: 'cart', scripts: [script(WIDGET)] },
      [{}],
      [],
    ],
  ])('%s', (_what, page, decisions, expected) => expect(told(page, decisions)).toEqual(expected));

  it('tells a vendor once, by the gravest, with how many', () => {
    const scripts = ['a', 'b', 'c', 'd'].map((name) =>
      script(`https://${name}.reviews.example/${name}.js`, { hash: 'sha256-b' }),
    );
    const decided = (name: string, over = {}) => ({ identity: `https://${name}.reviews.example/${name}.js`, ...over });
    const { findings } = judged({ scripts }, [
      decided('a', { hash: 'sha256-a' }),
      decided('b', { hash: 'sha256-a' }),
      decided('d', { hash: 'sha256-b' }),
    ]);
    expect(findings).toMatchObject([{ subject: 'host:reviews.example', messageId: 'changed', data: { count: 2 } }]);
  });

  it('calls an app by its name where Shopify tells it', () => {
    const address =
      'https://cdn.shopify.com/extensions/019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b/invented-reviews-12/assets/x.js';
    const apps = [{ handle: 'invented-reviews', askedAt: '2026-11-21T00:00:00.000Z', record: anAppRecord() }];
    const theme = aTheme({ apps });
    const other = { identity: 'https://chat.example/old.js' };
    const { findings } = judged({ scripts: [script(address)] }, [other], { theme });
    expect(findings).toMatchObject([{ subject: 'app:invented-reviews', data: { vendor: 'Invented Reviews' } }]);
    // Before anybody decided on anything, those known by name are told of once.
    const strange = script('https://nobody.example/x.js');
    expect(told({ scripts: [script(address), strange] }, [], { theme })).toEqual([
      'host:nobody.example unapproved',
      'scripts notBegun',
    ]);
  });

  it('leaves Prahari’s own script alone', () => {
    const own = 'https://cdn.shopify.com/extensions/019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b/prahari-3/assets/x.js';
    expect(told({ scripts: [script(own)] })).toEqual([]);
  });

  it('leaves hosts that the theme names to theme-foreign-scripts, until something of them is approved', () => {
    const theme = aTheme({ files: [aThemeFile({ resources: [aResource({ host: 'reviews.example' })] })] });
    const scripts = [script(WIDGET), script('https://reviews.example/chat.js')];
    expect(told({ scripts }, [], { theme })).toEqual([]);
    expect(told({ scripts }, [{}], { theme })).toEqual(['host:reviews.example unapproved']);
  });

  it('the shop’s own domains are no stranger', () => {
    const domains = [aDomain({ host: 'www.other-shop.example' })];
    expect(told({ scripts: [script('https://static.other-shop.example/x.js')] }, [], { domains })).toEqual([]);
  });

  it.each<[string, EvidenceByKind['storefront'], string]>([
    ['the shop turned us away', aStorefront({ hosts: [aHostProbe({ outcome: 'blocked', pages: [] })] }), 'blocked'],
    ['no host was visited', aStorefront({ hosts: [] }), 'too-little'],
    ['a page was cut', shop({ isPartial: true }), 'too-little'],
    ['inline code could not be read', shop({ scripts: [inline({ code: null })] }), 'too-little'],
  ])('does not pass by silence: %s', (_what, storefront, reason) => {
    expect(assess(scriptOwners, { storefront })).toMatchObject({
      outcome: 'notAssessed',
      notAssessed: [{ kind: 'storefront', reason }],
    });
  });

  it('fails all the same for what it did see', () => {
    expect(judged({ isPartial: true, scripts: [script(WIDGET)] }).outcome).toBe('fail');
  });

  it.each(['storefront', 'scriptBook'] as const)('without %s nobody knows', (kind) => {
    expect(assessWithout(kind, scriptOwners).outcome).toBe('notAssessed');
  });
});
