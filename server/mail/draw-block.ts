import type { LetterBlock } from '../../core/notices/letter.ts';
import { escapeHtml } from '../public-verify/html.ts';
import { letterLink } from './letter-link.ts';
import { COLOURS, FONT } from './letter-look.ts';

const INK = `font-family:${FONT};color:${COLOURS.ink}`;
const QUIET = `font-family:${FONT};color:${COLOURS.quiet}`;
const BODY = 'font-size:16px;line-height:24px';
const SMALL = 'font-size:14px;line-height:20px';
const TABLE = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';

/** One block as it stands in a cell of its own. The first heading is the letter's title. */
export function blockHtml(block: LetterBlock, isFirst: boolean): string {
  switch (block.kind) {
    case 'heading':
      return isFirst
        ? `<h1 class="ink" style="margin:8px 0 4px;font-size:24px;line-height:32px;font-weight:600;${INK}">${escapeHtml(block.text)}</h1>`
        : `<h2 class="ink" style="margin:20px 0 4px;font-size:18px;line-height:26px;font-weight:600;${INK}">${escapeHtml(block.text)}</h2>`;
    case 'paragraph':
      return block.isQuiet
        ? `<p class="quiet" style="margin:4px 0;${SMALL};${QUIET}">${escapeHtml(block.text)}</p>`
        : `<p class="ink" style="margin:8px 0 4px;${BODY};${INK}">${escapeHtml(block.text)}</p>`;
    case 'button':
      return `<table ${TABLE} style="margin:16px 0 8px"><tr><td class="button" style="background:${COLOURS.button};border-radius:8px"><a class="on-button" href="${hrefOf(block)}" style="display:inline-block;padding:12px 20px;font-family:${FONT};${BODY.replace('24px', '20px')};font-weight:600;color:${COLOURS.onButton};text-decoration:none">${escapeHtml(block.text)}</a></td></tr></table>`;
    case 'link':
      return `<p style="margin:0 0 8px"><a class="link" href="${hrefOf(block)}" style="display:inline-block;padding:10px 0;font-family:${FONT};${BODY};color:${COLOURS.link}">${escapeHtml(block.text)}</a></p>`;
    case 'list':
      return `<ul class="ink" style="margin:8px 0;padding:0 0 0 20px;${BODY};${INK}">${block.items.map((item) => `<li style="margin:0 0 4px">${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'facts':
      return `<table ${TABLE} style="margin:8px 0">${block.facts.map(factRow).join('')}</table>`;
    case 'bar':
      return barHtml(block);
    case 'table':
      return tableHtml(block);
  }
}

const hrefOf = ({ href }: { href: string }): string => escapeHtml(letterLink(href));

const factRow = ([name, value]: readonly [string, string]): string =>
  `<tr><td class="quiet" style="padding:2px 16px 2px 0;vertical-align:top;${SMALL};${QUIET}">${escapeHtml(name)}</td><td class="ink" style="padding:2px 0;${BODY};font-weight:600;${INK}">${escapeHtml(value)}</td></tr>`;

/** The length is said in words beside it, so it shows where backgrounds do not. */
function barHtml({ name, percent, words }: Extract<LetterBlock, { kind: 'bar' }>): string {
  const length = Math.round(Math.min(100, Math.max(0, percent)));
  const cell = (kind: 'bar' | 'rail', width: number) =>
    width === 0
      ? ''
      : `<td class="${kind}" width="${width}%" height="10" style="background:${COLOURS[kind]};font-size:0;line-height:10px">&nbsp;</td>`;
  return `<table ${TABLE} width="100%" style="margin:8px 0"><tr><td class="ink" style="padding:0 0 4px;${SMALL};${INK}">${escapeHtml(name)}</td><td align="right" class="ink" style="padding:0 0 4px;font-weight:600;${SMALL};${INK}">${escapeHtml(words)}</td></tr><tr><td colspan="2"><table ${TABLE} width="100%"><tr>${cell('bar', length)}${cell('rail', 100 - length)}</tr></table></td></tr></table>`;
}

/** A table of facts, so it is announced as one. Its last columns are figures, which stand to the right. */
function tableHtml({ columns, rows }: Extract<LetterBlock, { kind: 'table' }>): string {
  const side = (place: number) => (place === 0 ? 'left' : 'right');
  const head = columns.map(
    (column, place) =>
      `<th scope="col" class="quiet line" align="${side(place)}" style="padding:6px 8px 6px 0;border-bottom:1px solid ${COLOURS.line};font-weight:600;${SMALL};${QUIET}">${escapeHtml(column)}</th>`,
  );
  const body = rows.map(
    (row) =>
      `<tr>${columns.map((_, place) => `<td class="ink line" align="${side(place)}" style="padding:6px 8px 6px 0;border-bottom:1px solid ${COLOURS.line};vertical-align:top;${SMALL};${INK}">${escapeHtml(row[place] ?? '')}</td>`).join('')}</tr>`,
  );
  return `<table cellpadding="0" cellspacing="0" border="0" width="100%" style="margin:8px 0;border-collapse:collapse"><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}
