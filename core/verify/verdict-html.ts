import type { Language } from '../text.ts';
import { VIEW_WORDS } from './verdict-texts.ts';
import type { VerdictView } from './verdict-view.ts';

/** The verdict as a piece of a page: the same from the server and in the browser. Everything typed is escaped. */
export function verdictHtml({ tone, heading, sentences, facts, suggestions }: VerdictView, language: Language): string {
  const rows = facts.map(({ name, value }) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`);
  return [
    `<section class="verdict ${tone}"><h2>${escapeHtml(heading)}</h2>`,
    ...sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`),
    ...(rows.length > 0 ? [`<dl>${rows.join('')}</dl>`] : []),
    ...(suggestions.length > 0 ? [suggestionsHtml(suggestions, language)] : []),
    '</section>',
  ].join('');
}

/** Each a form of its own: a choice works without a script, and no number stands in an address. */
function suggestionsHtml(suggestions: readonly string[], language: Language): string {
  const forms = suggestions.map(
    (gstin) =>
      `<form method="post" action="/verify"><input type="hidden" name="lang" value="${language}"><button name="gstin" value="${escapeHtml(gstin)}">${escapeHtml(gstin)}</button></form>`,
  );
  return `<p>${escapeHtml(VIEW_WORDS.didYouMean[language])}</p><div class="choices">${forms.join('')}</div>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
