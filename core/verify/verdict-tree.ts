import type { Language } from '../text.ts';
import { VIEW_WORDS } from './verdict-texts.ts';
import type { VerdictView } from './verdict-view.ts';

/** A piece of a page before it is HTML on the server, or elements in the browser. */
export interface PageElement {
  readonly tag: 'section' | 'h2' | 'p' | 'dl' | 'dt' | 'dd' | 'div' | 'form' | 'input' | 'button';
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (PageElement | string)[];
}

/** The verdict as a piece of the public page. */
export function verdictTree(
  { tone, heading, sentences, facts, suggestions }: VerdictView,
  language: Language,
): PageElement {
  const rows = facts.flatMap(({ name, value }) => [element('dt', {}, name), element('dd', {}, value)]);
  return element(
    'section',
    { class: `verdict ${tone}` },
    element('h2', {}, heading),
    ...sentences.map((sentence) => element('p', {}, sentence)),
    ...(rows.length > 0 ? [element('dl', {}, ...rows)] : []),
    ...(suggestions.length > 0 ? choices(suggestions, language) : []),
  );
}

/** Each a form of its own: a choice works without a script, and no number stands in an address. */
function choices(suggestions: readonly string[], language: Language): PageElement[] {
  const forms = suggestions.map((gstin) =>
    element(
      'form',
      { method: 'post', action: '/verify' },
      element('input', { type: 'hidden', name: 'lang', value: language }),
      element('button', { name: 'gstin', value: gstin }, gstin),
    ),
  );
  return [element('p', {}, VIEW_WORDS.didYouMean[language]), element('div', { class: 'choices' }, ...forms)];
}

function element(
  tag: PageElement['tag'],
  attributes: PageElement['attributes'],
  ...children: PageElement['children']
): PageElement {
  return { tag, attributes, children };
}
