import { drawBars, drawBox, drawFigures } from './draw-blocks.ts';
import { drawTable } from './draw-table.ts';
import { drawTrend } from './draw-trend.ts';
import { MOST_PAGES, MOST_PARAGRAPH_CHARACTERS, type Paper, type PaperBlock } from './paper.ts';
import { LINE_FACTOR, QUIET, sheetFor, type Sheet } from './sheet.ts';
import type { Type } from './type-setter.ts';

const TITLE: Type = { size: 17, weight: '700' };
const HEADING: Type = { size: 12, weight: '700' };
const LEAD: Type = { size: 11.5, weight: '700' };
const TEXT: Type = { size: 9.5, weight: '400' };
const NAME: Type = { size: 9.5, weight: '700' };
const MOST_LINES = 60;
const NAME_WIDTH = 150;
const INDENT = 12;

/**
 * Writes a paper as a PDF: A4, tagged, with its fonts inside, page numbers and a running line. The same paper gives the
 * same bytes. Other requests are let through between the rows of a long table.
 */
export async function writePdf(paper: Paper): Promise<Buffer> {
  const sheet = sheetFor(paper);
  write(sheet, 'H1', paper.title, TITLE, 4);
  for (const block of paper.blocks) {
    if (sheet.pages() >= MOST_PAGES) break;
    await drawBlock(sheet, block);
  }
  return sheet.finish();
}

async function drawBlock(sheet: Sheet, block: PaperBlock): Promise<void> {
  switch (block.kind) {
    case 'heading':
      // A heading does not stand alone at the foot of a page.
      if (!sheet.isRoom(70)) sheet.addPage();
      sheet.move(8);
      write(sheet, 'H2', block.text, HEADING, 3);
      return;
    case 'paragraph':
      write(sheet, 'P', block.text, block.isLead ? LEAD : TEXT, 5, block.isQuiet === true ? QUIET : undefined);
      return;
    case 'list':
      return drawList(sheet, block.items, block.mostLines ?? MOST_LINES);
    case 'facts':
      return drawFacts(sheet, block.facts);
    case 'table':
      return drawTable(sheet, block);
    case 'figures':
      return drawFigures(sheet, block);
    case 'trend':
      return drawTrend(sheet, block);
    case 'bars':
      return drawBars(sheet, block);
    case 'box':
      return drawBox(sheet, block);
    case 'page':
      return sheet.addPage();
    case 'signature':
      return drawSignature(sheet, block.fields);
  }
}

function write(sheet: Sheet, tag: string, text: string, type: Type, after: number, colour?: string): void {
  const lines = sheet.setter.lines(text, sheet.width(), type, MOST_LINES, MOST_PARAGRAPH_CHARACTERS);
  const element = sheet.doc.struct(tag);
  sheet.root.add(element);
  sheet.flow(element, lines, sheet.left, type, colour);
  element.end();
  sheet.move(after);
}

function drawList(sheet: Sheet, items: readonly string[], mostLines: number): void {
  const list = sheet.doc.struct('L');
  sheet.root.add(list);
  for (const item of items) {
    const lines = sheet.setter.lines(item, sheet.width() - INDENT, TEXT, mostLines, MOST_PARAGRAPH_CHARACTERS);
    if (!sheet.isRoom(TEXT.size * LINE_FACTOR)) sheet.addPage();
    const entry = sheet.doc.struct('LI');
    list.add(entry);
    const mark = sheet.doc.struct('Lbl');
    const body = sheet.doc.struct('LBody');
    entry.add(mark);
    entry.add(body);
    const start = sheet.y();
    sheet.flow(mark, sheet.setter.lines('•', INDENT, TEXT, 1, 1), sheet.left, TEXT);
    sheet.move(start - sheet.y());
    sheet.flow(body, lines, sheet.left + INDENT, TEXT);
    for (const element of [mark, body, entry]) element.end();
    sheet.move(2);
  }
  list.end();
  sheet.move(3);
}

/** Names and values side by side; for a screen reader a table whose rows are named. */
function drawFacts(sheet: Sheet, facts: readonly (readonly [string, string])[]): void {
  const table = sheet.doc.struct('Table');
  sheet.root.add(table);
  for (const [name, value] of facts) {
    const names = sheet.setter.lines(name, NAME_WIDTH - 10, NAME, 4, 200);
    const values = sheet.setter.lines(value, sheet.width() - NAME_WIDTH, TEXT, 20, MOST_PARAGRAPH_CHARACTERS);
    const height = Math.max(names.length, values.length) * TEXT.size * LINE_FACTOR;
    if (!sheet.isRoom(height)) sheet.addPage();
    const row = sheet.doc.struct('TR');
    table.add(row);
    const head = sheet.cell('Row');
    const cell = sheet.cell(null);
    row.add(head);
    row.add(cell);
    const start = sheet.y();
    sheet.flow(head, names, sheet.left, NAME);
    sheet.move(start - sheet.y());
    sheet.flow(cell, values, sheet.left + NAME_WIDTH, TEXT);
    for (const element of [head, cell, row]) element.end();
    sheet.move(start + height + 2 - sheet.y());
  }
  table.end();
  sheet.move(4);
}

function drawSignature(sheet: Sheet, fields: readonly string[]): void {
  const room = 30;
  if (!sheet.isRoom(fields.length * room)) sheet.addPage();
  for (const field of fields) {
    sheet.move(room - TEXT.size * LINE_FACTOR - 3);
    write(sheet, 'P', field, TEXT, 3);
    sheet.rule(sheet.y() - 3, sheet.left + NAME_WIDTH, 260);
  }
}
