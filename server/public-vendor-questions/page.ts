import type { Language } from '../../core/text.ts';
import { escapeHtml } from '../public-verify/html.ts';
import { STYLE } from './page-style.ts';
import { PAGE_TEXTS } from './page-texts.ts';

/**
 * The page before its script runs: it is the same for every link, since no link reaches the server with a GET.
 *
 * @param script null: it is not built, and the page says that it needs one
 */
export function vendorQuestionsPage({ language, script }: { language: Language; script: string | null }): string {
  const needsScript = `<p class="card">${escapeHtml(PAGE_TEXTS.needsScript[language])}</p>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(PAGE_TEXTS.title[language])} · Prahari</title>
<style>${STYLE}</style>
${script === null ? '' : `<script type="module" src="${escapeHtml(script)}"></script>`}
</head>
<body>
<main id="vendor-questions">
${script === null ? needsScript : `<noscript>${needsScript}</noscript>`}
</main>
</body>
</html>
`;
}
