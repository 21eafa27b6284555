import { describe, expect, it } from '@jest/globals';
import { assess, assessWithout } from '../../../test/assess.ts';
import { aHostProbe, aPage, aPageScript, aStorefront } from '../../../test/security-factories.ts';
import { aScriptBook, aScriptDecision } from '../../../test/vendor-factories.ts';
import type { PageKind } from '../../evidence/storefront.ts';
import { nearPaymentScripts } from './near-payment-scripts.ts';

const WIDGET = 'https://reviews.example/widget.js';
const widget = aPageScript({ address: WIDGET, host: 'reviews.example' });
const page = (kind: PageKind, isPartial = false) => aPage({ kind, path: `/${kind}`, scripts: [widget], isPartial });
const judged = (pages: readonly ReturnType<typeof page>[], decision: Parameters<typeof aScriptDecision>[0] | null) =>
  assess(nearPaymentScripts, {
    storefront: aStorefront({ hosts: [aHostProbe({ pages })] }),
    scriptBook: aScriptBook({ decisions: decision === null ? [] : [aScriptDecision(decision)] }),
  });

describe('security/near-payment-scripts', () => {
  it.each<[string, readonly PageKind[], Parameters<typeof aScriptDecision>[0] | null, string]>([
    ['approved for the home page, now in the cart', ['home', 'cart'], {}, 'fail'],
    ['approved for the home page, now on the account', ['cart', 'account'], { pageKinds: ['home', 'cart'] }, 'fail'],
    ['approved for the cart', ['home', 'cart'], { pageKinds: ['home', 'cart'] }, 'pass'],
    ['other pages alone', ['home', 'product', 'cart'], { pageKinds: ['cart'] }, 'pass'],
    ['even if new texts are covered', ['cart'], { coversNewTexts: true }, 'fail'],
    ['refused is told elsewhere', ['cart'], { verdict: 'rejected' }, 'notApplicable'],
    ['nobody decided on anything', ['cart'], null, 'notApplicable'],
  ])('%s: %s', (_what, kinds, decision, outcome) => {
    expect(
      judged(
        kinds.map((kind) => page(kind)),
        decision,
      ).outcome,
    ).toBe(outcome);
  });

  it('tells a vendor once', () => {
    const { findings } = judged([page('cart'), page('account')], {});
    expect(findings).toMatchObject([{ subject: 'host:reviews.example', data: { address: WIDGET, count: 1 } }]);
  });

  it.each([
    ['no cart was read', [page('home')]],
    ['the cart was cut', [page('cart', true)]],
  ])('does not pass by silence: %s', (_what, pages) => {
    expect(judged(pages, { pageKinds: ['home', 'cart'] })).toMatchObject({
      outcome: 'notAssessed',
      notAssessed: [{ kind: 'storefront', reason: 'too-little' }],
    });
  });

  it.each(['storefront', 'scriptBook'] as const)('without %s nobody knows', (kind) => {
    expect(assessWithout(kind, nearPaymentScripts).outcome).toBe('notAssessed');
  });
});
