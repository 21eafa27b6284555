import { fill } from '../../core/text.ts';
import { MOST_CELL_CHARACTERS, MOST_CELL_LINES, MOST_PAGES, MOST_ROWS, type PaperTable } from './paper.ts';
import { LINE_FACTOR, type Element, type Sheet } from './sheet.ts';
import type { Line, Type } from './type-setter.ts';

const CELL: Type = { size: 7.5, weight: '400' };
const HEAD: Type = { size: 7.5, weight: '700' };
const GAP = 6;
const PADDING = 3;
/** So many rows are drawn before other requests are let through. */
const ROWS_AT_ONCE = 25;

interface Column {
  readonly x: number;
  readonly width: number;
  readonly isNumber: boolean;
}

/** A table over as many pages as it takes; each begins with the heads. Rows stay whole. */
export async function drawTable(sheet: Sheet, { columns, rows, moreWords, mostRows }: PaperTable): Promise<void> {
  const places = placesOf(sheet, columns);
  const heads = columns.map(({ title }, index) => linesOf(sheet, title, places[index], HEAD));
  const table = sheet.doc.struct('Table');
  sheet.root.add(table);
  const head = sheet.doc.struct('THead');
  table.add(head);
  if (!sheet.isRoom(heightOf(heads) * 3)) sheet.addPage();
  drawRow(sheet, places, heads, HEAD, { under: head, scopeOf: () => 'Column' });
  head.end();
  const body = sheet.doc.struct('TBody');
  table.add(body);
  let drawn = 0;
  for (const row of rows.slice(0, Math.min(mostRows ?? MOST_ROWS, MOST_ROWS))) {
    const cells = columns.map((_, index) => linesOf(sheet, row[index] ?? '', places[index], CELL));
    if (!sheet.isRoom(heightOf(cells))) {
      if (sheet.pages() >= MOST_PAGES) break;
      sheet.addPage();
      // Seen again by the eye, read once by a screen reader.
      sheet.artifact(() => drawCells(sheet, places, heads, HEAD));
      underline(sheet, heads);
    }
    drawRow(sheet, places, cells, CELL, { under: body, scopeOf: (index) => (index === 0 ? 'Row' : null) });
    drawn += 1;
    if (drawn % ROWS_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  body.end();
  table.end();
  sheet.move(4);
  if (drawn < rows.length) more(sheet, fill(moreWords, { count: rows.length - drawn }));
}

interface Tagging {
  readonly under: Element;
  readonly scopeOf: (index: number) => 'Column' | 'Row' | null;
}

function drawRow(
  sheet: Sheet,
  places: readonly Column[],
  cells: readonly Line[][],
  type: Type,
  tagging: Tagging,
): void {
  const row = sheet.doc.struct('TR');
  tagging.under.add(row);
  cells.forEach((lines, index) => {
    const cell = sheet.cell(tagging.scopeOf(index));
    row.add(cell);
    if (lines.length > 0) cell.add(() => drawLines(sheet, lines, places[index], type));
    cell.end();
  });
  row.end();
  underline(sheet, cells);
}

function drawCells(sheet: Sheet, places: readonly Column[], cells: readonly Line[][], type: Type): void {
  cells.forEach((lines, index) => drawLines(sheet, lines, places[index], type));
}

function drawLines(sheet: Sheet, lines: readonly Line[], place: Column | undefined, type: Type): void {
  const top = sheet.y() + PADDING + type.size;
  lines.forEach((line, index) => {
    const free = place?.isNumber ? place.width - sheet.setter.widthOf(line) : 0;
    sheet.setter.draw(line, (place?.x ?? 0) + free, top + index * type.size * LINE_FACTOR, type);
  });
}

function underline(sheet: Sheet, cells: readonly Line[][]): void {
  sheet.move(heightOf(cells));
  sheet.rule(sheet.y(), sheet.left, sheet.width());
}

function linesOf(sheet: Sheet, text: string, place: Column | undefined, type: Type): Line[] {
  return sheet.setter.lines(text, place?.width ?? 0, type, MOST_CELL_LINES, MOST_CELL_CHARACTERS);
}

function heightOf(cells: readonly Line[][]): number {
  return Math.max(1, ...cells.map(({ length }) => length)) * CELL.size * LINE_FACTOR + 2 * PADDING;
}

function placesOf(sheet: Sheet, columns: PaperTable['columns']): Column[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const room = sheet.width() - GAP * (columns.length - 1);
  let x = sheet.left;
  return columns.map(({ share, isNumber }) => {
    const width = (room * share) / whole;
    const place = { x, width, isNumber: isNumber === true };
    x += width + GAP;
    return place;
  });
}

function more(sheet: Sheet, words: string): void {
  const type: Type = { size: 9, weight: '700' };
  const element = sheet.doc.struct('P');
  sheet.root.add(element);
  sheet.flow(element, sheet.setter.lines(words, sheet.width(), type, 3, 300), sheet.left, type);
  element.end();
  sheet.move(4);
}
