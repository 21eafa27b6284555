import { createHash } from 'node:crypto';
import type { Language, Text } from '../../core/text.ts';
import { escapeHtml } from '../public-verify/html.ts';
import { LINK_PAGE_STYLE } from './link-page-style.ts';

/** What sets one page behind a link apart from the others, before its script runs. */
export interface LinkPageLook {
  readonly texts: { readonly title: Text; readonly needsScript: Text };
  /** Added to the look of all. */
  readonly style?: string;
  /** Origins that its script may speak to, beside us. */
  readonly origins?: readonly string[];
  /** Its script has a worker of ours. */
  readonly hasWorker?: boolean;
  /** What its script reads off the page, by the names of `data-` attributes. Nothing of any link. */
  readonly data?: Readonly<Record<string, string>>;
}

/** Sent with each answer: no frame, no foreign script, and nobody to speak to but us and the look's origins. */
export function linkPagePolicy(look: LinkPageLook): string {
  const hash = createHash('sha256').update(styleOf(look)).digest('base64');
  return [
    "default-src 'none'",
    "script-src 'self'",
    ...(look.hasWorker ? ["worker-src 'self'"] : []),
    `style-src 'sha256-${hash}'`,
    ["connect-src 'self'", ...(look.origins ?? [])].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The page before its script runs: it is the same for every link, since no link reaches the server with a GET.
 *
 * @param name id of the element that the script fills
 * @param script its address; null: it is not built, and the page says that it needs one
 */
export function linkPageHtml({
  name,
  look,
  language,
  script,
}: {
  name: string;
  look: LinkPageLook;
  language: Language;
  script: string | null;
}): string {
  const needsScript = `<p class="card">${escapeHtml(look.texts.needsScript[language])}</p>`;
  const data = Object.entries(look.data ?? {}).map(([key, value]) => ` data-${key}="${escapeHtml(value)}"`);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(look.texts.title[language])} · Prahari</title>
<style>${styleOf(look)}</style>
${script === null ? '' : `<script type="module" src="${escapeHtml(script)}"></script>`}
</head>
<body>
<main id="${name}"${data.join('')}>
${script === null ? needsScript : `<noscript>${needsScript}</noscript>`}
</main>
</body>
</html>
`;
}

/** All of it is allowed by its hash alone. */
const styleOf = ({ style }: LinkPageLook): string => [LINK_PAGE_STYLE, ...(style ? [style] : [])].join('\n');
