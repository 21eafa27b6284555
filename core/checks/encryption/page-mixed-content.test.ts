import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aHostProbe, aPage, aStorefront } from '../../../test/security-factories.ts';
import { pageMixedContent } from './page-mixed-content.ts';

const judged = (...pages: ReturnType<typeof aPage>[]) =>
  assess(pageMixedContent, { storefront: aStorefront({ hosts: [aHostProbe({ pages })] }) });
const loads = (element: string, host = 'old.example') => ({ element, host, path: '/x' });

describe('security/page-mixed-content', () => {
  it.each([
    ['nothing', [], []],
    ['a script', [loads('script')], ['code high']],
    ['a style sheet', [loads('link')], ['code high']],
    ['a frame', [loads('iframe')], ['code high']],
    ['a picture', [loads('img')], ['image low']],
    ['a video', [loads('video')], ['image low']],
  ])('%s', (_, insecure, wanted) => {
    const { findings } = judged(aPage({ insecure }));
    expect(findings.map(({ messageId, severity }) => `${messageId} ${severity}`)).toEqual(wanted);
  });

  it('makes one finding of a host, at its gravest place', () => {
    const { findings } = judged(
      aPage({ insecure: [loads('img'), loads('img', 'b.example')] }),
      aPage({ kind: 'product', path: '/products/a', insecure: [loads('script'), loads('img')] }),
    );
    expect(findings).toMatchObject([
      { subject: 'old.example', messageId: 'code', data: { page: 'invented-shop.example/products/a', count: 3 } },
      { subject: 'b.example', messageId: 'image', data: { count: 1 } },
    ]);
  });

  it('passes no page of which only a part was read', () => {
    expect(judged(aPage({ isPartial: true }))).toMatchObject({
      outcome: 'notAssessed',
      notAssessed: [{ reason: 'too-little' }],
    });
    expect(judged(aPage({ isPartial: true, insecure: [loads('script')] })).outcome).toBe('fail');
  });
});
