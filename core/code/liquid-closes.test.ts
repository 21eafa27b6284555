import { describe, expect, it } from '@jest/globals';
import { liquidCloses } from './liquid-closes.ts';

describe('Liquid that closes', () => {
  it.each([
    [''],
    ['no Liquid { at all }'],
    ['{{ shop.name }}'],
    ['{%- if a -%}b{%- elsif c -%}d{%- else -%}e{%- endif -%}'],
    ['{% for a in b %}{% unless a %}{% continue %}{% endunless %}{% endfor %}'],
    ["{% form 'cart' %}{% endform %}{% paginate a by 5 %}{% endpaginate %}"],
    ['{% comment %}{% if never %}{{ {% endcomment %}'],
    ['{% raw %}{{ mustache }} {% if %}{% endraw %}'],
    ['{% schema %}{"a": "{% if %}"}{% endschema %}'],
    ['{% liquid\n  if a\n    echo b\n  endif\n%}'],
    ['{% case a %}{% when 1 %}{% endcase %}{% assign a = 1 %}{% render "b" %}'],
  ])('%s', (source) => {
    expect(liquidCloses(source)).toBe(true);
  });

  it.each([
    ['{{ shop.name'],
    ['{% if a'],
    ['{% if a %}'],
    ['{% if a %}{% for b in c %}{% endif %}{% endfor %}'],
    ['{% endif %}'],
    ['{% comment %}'],
    ['{% liquid\n  if a\n%}'],
    ['{%'.repeat(50_000)],
    ['{% if a %}'.repeat(20_000)],
  ])('never: %s', (source) => {
    expect(liquidCloses(source)).toBe(false);
  });
});
