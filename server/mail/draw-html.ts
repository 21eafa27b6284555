import type { Letter } from '../../core/notices/letter.ts';
import { escapeHtml } from '../public-verify/html.ts';
import { blockHtml } from './draw-block.ts';
import { FOOT_TEXTS, type LetterFoot } from './letter-foot.ts';
import { letterLink } from './letter-link.ts';
import { COLOURS, DARK_STYLE, FONT } from './letter-look.ts';

/**
 * The letter as the HTML of a mail: one column of tables, styles at each element for programs that drop all others, and a
 * dark look for those that know one. No image, no script, nothing from elsewhere.
 */
export function drawHtml(letter: Letter, { stopUrl }: LetterFoot): string {
  const { language, subject, preheader, blocks, because } = letter;
  const quiet = `font-family:${FONT};font-size:14px;line-height:20px;color:${COLOURS.quiet}`;
  const stop =
    stopUrl === null
      ? ''
      : `<p class="quiet" style="margin:8px 0 0;${quiet}"><a class="link" href="${escapeHtml(letterLink(stopUrl))}" style="color:${COLOURS.link}">${escapeHtml(FOOT_TEXTS.stop[language])}</a></p>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${escapeHtml(subject)}</title>
<style>${DARK_STYLE}</style>
</head>
<body class="page" style="margin:0;padding:0;background:${COLOURS.page}">
<div style="display:none;max-height:0;overflow:hidden;opacity:0">${escapeHtml(preheader)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${COLOURS.page}"><tr><td align="center" style="padding:16px 8px">
<table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;background:${COLOURS.card};border:1px solid ${COLOURS.line};border-radius:12px">
<tr><td style="padding:20px 24px 0"><p class="ink" style="margin:0;font-family:${FONT};font-size:15px;line-height:20px;font-weight:600;color:${COLOURS.ink}">Prahari</p></td></tr>
${blocks.map((block, place) => `<tr><td style="padding:0 24px;overflow-wrap:anywhere;word-break:break-word">${blockHtml(block, place === 0)}</td></tr>`).join('\n')}
<tr><td style="padding:16px 24px 20px;overflow-wrap:anywhere;word-break:break-word"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="line" style="border-top:1px solid ${COLOURS.line};padding-top:12px">
<p class="quiet" style="margin:0;${quiet}">${escapeHtml(because)}</p>
<p class="quiet" style="margin:8px 0 0;${quiet}">${escapeHtml(FOOT_TEXTS.neverAsk[language])}</p>
${stop}
</td></tr></table></td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}
