import type { PaperBars, PaperBox, PaperFigures } from './paper.ts';
import { INK, LINE_FACTOR, QUIET, RULE, type Element, type Sheet } from './sheet.ts';
import type { Line, Type } from './type-setter.ts';

const NAME: Type = { size: 8.5, weight: '400' };
const VALUE: Type = { size: 19, weight: '700' };
const TEXT: Type = { size: 9.5, weight: '400' };
const BOLD: Type = { size: 9.5, weight: '700' };
const HEADING: Type = { size: 12, weight: '700' };
const GAP = 12;
const BAR_NAME_SHARE = 0.34;
const BAR_WORDS_SHARE = 0.3;
const BAR_HEIGHT = 7;
const BOX_INDENT = 12;

const heightOf = (lines: readonly Line[], { size }: Type): number => lines.length * size * LINE_FACTOR;

/** Numbers side by side. A screen reader hears a list: name, number, note. */
export function drawFigures(sheet: Sheet, { figures }: PaperFigures): void {
  const width = (sheet.width() - GAP * (figures.length - 1)) / Math.max(1, figures.length);
  const columns = figures.map(({ name, value, note }) => ({
    name: sheet.setter.lines(name, width, NAME, 2, 100),
    value: sheet.setter.lines(value, width, VALUE, 1, 40),
    note: sheet.setter.lines(note, width, NAME, 3, 200),
  }));
  const nameHeight = Math.max(0, ...columns.map(({ name }) => heightOf(name, NAME)));
  const noteHeight = Math.max(0, ...columns.map(({ note }) => heightOf(note, NAME)));
  const height = nameHeight + VALUE.size * LINE_FACTOR + noteHeight;
  if (!sheet.isRoom(height + 12)) sheet.addPage();
  sheet.rule(sheet.y(), sheet.left, sheet.width());
  sheet.move(4);
  const top = sheet.y();
  const list = sheet.doc.struct('L');
  sheet.root.add(list);
  columns.forEach(({ name, value, note }, index) => {
    const x = sheet.left + index * (width + GAP);
    const item = sheet.doc.struct('LI');
    list.add(item);
    const body = sheet.doc.struct('LBody');
    item.add(body);
    sheet.move(top - sheet.y());
    sheet.flow(body, name, x, NAME, QUIET);
    sheet.move(top + nameHeight - sheet.y());
    sheet.flow(body, value, x, VALUE);
    sheet.flow(body, note, x, NAME, QUIET);
    body.end();
    item.end();
  });
  list.end();
  sheet.move(top + height + 4 - sheet.y());
  sheet.rule(sheet.y(), sheet.left, sheet.width());
  sheet.move(8);
}

/** For a screen reader a table of names and words; the lengths are for the eye alone. */
export function drawBars(sheet: Sheet, { bars }: PaperBars): void {
  const nameWidth = sheet.width() * BAR_NAME_SHARE;
  const wordsWidth = sheet.width() * BAR_WORDS_SHARE;
  const length = sheet.width() - nameWidth - wordsWidth - 2 * GAP;
  const table = sheet.doc.struct('Table');
  sheet.root.add(table);
  for (const { name, words, share } of bars) {
    const names = sheet.setter.lines(name, nameWidth, TEXT, 2, 200);
    const said = sheet.setter.lines(words, wordsWidth, TEXT, 2, 200);
    const height = Math.max(heightOf(names, TEXT), heightOf(said, TEXT));
    if (!sheet.isRoom(height)) sheet.addPage();
    const row = sheet.doc.struct('TR');
    table.add(row);
    const top = sheet.y();
    sideBySide(sheet, row, [
      { lines: names, x: sheet.left, scope: 'Row' },
      { lines: said, x: sheet.left + nameWidth + length + 2 * GAP, scope: null },
    ]);
    drawBar(sheet, { x: sheet.left + nameWidth + GAP, y: top + 3.5, length, share });
    row.end();
    sheet.move(top + height + 3 - sheet.y());
  }
  table.end();
  sheet.move(4);
}

function sideBySide(
  sheet: Sheet,
  row: Element,
  cells: readonly { readonly lines: readonly Line[]; readonly x: number; readonly scope: 'Row' | null }[],
): void {
  const top = sheet.y();
  for (const { lines, x, scope } of cells) {
    const cell = sheet.cell(scope);
    row.add(cell);
    sheet.flow(cell, lines, x, TEXT);
    sheet.move(top - sheet.y());
    cell.end();
  }
}

function drawBar(
  sheet: Sheet,
  { x, y, length, share }: { readonly x: number; readonly y: number; readonly length: number; readonly share: number },
): void {
  const part = Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
  sheet.artifact(() => {
    sheet.doc.lineWidth(0.5).strokeColor(RULE).rect(x, y, length, BAR_HEIGHT).stroke();
    if (part > 0)
      sheet.doc
        .fillColor('#444444')
        .rect(x, y, Math.max(1, length * part), BAR_HEIGHT)
        .fill();
    sheet.doc.fillColor(INK);
  });
}

/** A heading and some lines behind a thick line. It stays on one page. */
export function drawBox(sheet: Sheet, { heading, lines }: PaperBox): void {
  const width = sheet.width() - BOX_INDENT;
  const parts = [
    { tag: 'H2', type: HEADING, lines: sheet.setter.lines(heading, width, HEADING, 2, 200) },
    ...lines.map((line, index) => {
      const type = index === 0 ? BOLD : TEXT;
      return { tag: 'P', type, lines: sheet.setter.lines(line, width, type, 4, 600) };
    }),
  ];
  const height = parts.reduce((sum, part) => sum + heightOf(part.lines, part.type) + 2, 0);
  if (!sheet.isRoom(height)) sheet.addPage();
  const top = sheet.y();
  for (const part of parts) {
    const element = sheet.doc.struct(part.tag);
    sheet.root.add(element);
    sheet.flow(element, part.lines, sheet.left + BOX_INDENT, part.type);
    element.end();
    sheet.move(2);
  }
  sheet.artifact(() => sheet.doc.fillColor(INK).rect(sheet.left, top, 3, height).fill());
  sheet.move(8);
}
