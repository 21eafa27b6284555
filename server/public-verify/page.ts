import { judgeGstin } from '../../core/gst/gstin.ts';
import { fill, type Language, type TextData } from '../../core/text.ts';
import { verdictTree } from '../../core/verify/verdict-tree.ts';
import { LIMITS } from '../../core/verify/verdict-texts.ts';
import { verdictView } from '../../core/verify/verdict-view.ts';
import { escapeHtml, treeHtml } from './html.ts';
import { PAGE_TEXTS } from './page-texts.ts';
import { STYLE } from './page-style.ts';

const PORTAL = 'https://www.gst.gov.in/';
/** As much of what was typed as is shown again. */
const LONGEST_SHOWN = 60;

export interface PageParts {
  readonly language: Language;
  /** What was typed; null before anything was. */
  readonly typed: string | null;
  /** What went wrong instead of a verdict. */
  readonly trouble: { readonly text: 'tooOften' | 'unreadable'; readonly data?: TextData } | null;
  /** Address of the script that judges while one types; null where there is none: the page works without. */
  readonly script: string | null;
}

/** The whole page, complete without a script. */
export function verifyPage({ language, typed, trouble, script }: PageParts): string {
  const say = (name: keyof typeof PAGE_TEXTS, data: TextData = {}) =>
    escapeHtml(fill(PAGE_TEXTS[name][language], data));
  const other = language === 'hi' ? 'en' : 'hi';
  const limits = LIMITS.map((limit) => `<li>${escapeHtml(limit[language])}</li>`).join('');
  const shown = typed === null ? '' : ` value="${escapeHtml(typed.slice(0, LONGEST_SHOWN))}"`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say('title')} · Prahari</title>
<meta name="description" content="${say('description')}">
<style>${STYLE}</style>
${script === null ? '' : `<script type="module" src="${escapeHtml(script)}"></script>`}
</head>
<body>
<main>
<header><h1>${say('title')}</h1><a href="/verify?lang=${other}" lang="${other}" hreflang="${other}">${say('otherLanguage')}</a></header>
<p>${say('description')}</p>
<form class="card" method="post" action="/verify" id="verify">
<input type="hidden" name="lang" value="${language}">
<label for="gstin">${say('label')}</label>
<p class="hint" id="hint">${say('hint')}</p>
<div class="row">
<input type="text" id="gstin" name="gstin"${shown} maxlength="200" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="hint" required>
<button>${say('check')}</button>
</div>
</form>
<div id="verdict" role="status" aria-live="polite">${answer()}</div>
<footer>
<h2>${say('limitsTitle')}</h2>
<ul>${limits}</ul>
<p><a href="${PORTAL}" rel="noopener noreferrer">${say('portal')}</a></p>
<p>${say('privacy')}</p>
</footer>
</main>
</body>
</html>
`;

  function answer(): string {
    if (trouble) return `<section class="verdict bad"><p>${say(trouble.text, trouble.data)}</p></section>`;
    return typed === null ? '' : treeHtml(verdictTree(verdictView(judgeGstin(typed), language), language));
  }
}
