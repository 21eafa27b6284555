import { describe, expect, it } from '@jest/globals';
import { judgeGstin } from '../../core/gst/gstin.ts';
import { verdictTree } from '../../core/verify/verdict-tree.ts';
import { verdictView } from '../../core/verify/verdict-view.ts';
import { treeHtml } from './html.ts';

const htmlOf = (input: string) => treeHtml(verdictTree(verdictView(judgeGstin(input), 'en'), 'en'));

describe('treeHtml', () => {
  it.each(['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', "'&amp;"])('writes %j as text', (input) => {
    expect(htmlOf(input).replace(/<\/?(section|h2|p|dl|dt|dd)( class="[a-z ]+")?>/g, '')).not.toMatch(/[<>"']/);
  });

  it('escapes what stands in an attribute', () => {
    const tree = { tag: 'button', attributes: { value: '"><b>' }, children: ['<'] } as const;
    expect(treeHtml(tree)).toBe('<button value="&quot;&gt;&lt;b&gt;">&lt;</button>');
  });

  it('makes a suggestion a form of its own', () => {
    expect(htmlOf('27AAPFUO939F1ZV')).toContain(
      '<form method="post" action="/verify"><input type="hidden" name="lang" value="en">' +
        '<button name="gstin" value="27AAPFU0939F1ZV">27AAPFU0939F1ZV</button></form>',
    );
  });
});
