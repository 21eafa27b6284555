import type { PaperTrend } from './paper.ts';
import { INK, QUIET, RULE, type Sheet } from './sheet.ts';
import type { Type } from './type-setter.ts';

const LABEL: Type = { size: 7.5, weight: '400' };
const NUMBER: Type = { size: 8.5, weight: '700' };
const PLOT_HEIGHT = 84;
/** For numbers above a dot at 100, for the days below, and for the key. */
const ABOVE = 12;
const BELOW = 14;
const KEY_HEIGHT = 14;
const AXIS_WIDTH = 22;
const SIDE = 16;
const DOT = 2.4;
/** Days that stand below the plot; with more points every second one, third one … */
const MOST_DAYS = 9;

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** Two lines with dots over 0 to 100; told apart in grey by weight, dashes and hollow dots. */
export function drawTrend(sheet: Sheet, { alt, names, points }: PaperTrend): void {
  const height = ABOVE + PLOT_HEIGHT + BELOW + KEY_HEIGHT;
  if (!sheet.isRoom(height)) sheet.addPage();
  const frame: Frame = {
    left: sheet.left + AXIS_WIDTH,
    top: sheet.y() + ABOVE,
    width: sheet.width() - AXIS_WIDTH - SIDE,
  };
  sheet.figure(alt, height, () => {
    drawAxis(sheet, frame);
    drawDays(sheet, frame, points);
    const places = (key: 'first' | 'second') =>
      points.map((point, index) => placeOf(frame, point[key], { index, of: points.length }));
    drawLine(sheet, places('second'), false);
    drawLine(sheet, places('first'), true);
    drawNumbers(sheet, frame, points);
    drawKey(sheet, frame, names);
    sheet.doc.undash().fillColor(INK);
  });
  sheet.move(height + 6);
}

interface Place {
  readonly x: number;
  readonly y: number;
}

const xOf = ({ left, width }: Frame, { index, of }: { index: number; of: number }): number =>
  of === 1 ? left + width / 2 : left + SIDE + ((width - SIDE) * index) / (of - 1);

function placeOf(frame: Frame, value: number | null, at: { index: number; of: number }): Place | null {
  if (value === null) return null;
  const share = Math.min(100, Math.max(0, value)) / 100;
  return { x: xOf(frame, at), y: frame.top + PLOT_HEIGHT * (1 - share) };
}

function drawAxis(sheet: Sheet, { left, top, width }: Frame): void {
  for (const value of [0, 50, 100]) {
    const y = top + PLOT_HEIGHT * (1 - value / 100);
    sheet.doc
      .lineWidth(0.5)
      .strokeColor(RULE)
      .moveTo(left, y)
      .lineTo(left + width + SIDE / 2, y)
      .stroke();
    write(sheet, String(value), { x: left - 5, y: y + 2.5, side: 'right' }, LABEL);
  }
}

function drawDays(sheet: Sheet, frame: Frame, points: PaperTrend['points']): void {
  const step = Math.ceil(points.length / MOST_DAYS);
  points.forEach(({ at }, index) => {
    if ((points.length - 1 - index) % step !== 0) return;
    const x = xOf(frame, { index, of: points.length });
    write(sheet, at, { x, y: frame.top + PLOT_HEIGHT + BELOW - 3, side: 'middle' }, LABEL);
  });
}

/** A gap where nothing was counted; a dot alone stays visible. */
function drawLine(sheet: Sheet, places: readonly (Place | null)[], isFirst: boolean): void {
  const { doc } = sheet;
  const colour = isFirst ? INK : QUIET;
  doc.lineWidth(isFirst ? 1.6 : 0.9).strokeColor(colour);
  if (isFirst) doc.undash();
  else doc.dash(3, { space: 3 });
  places.forEach((place, index) => {
    const before = places[index - 1];
    if (place && before) doc.moveTo(before.x, before.y).lineTo(place.x, place.y).stroke();
  });
  doc.undash().lineWidth(0.9);
  for (const place of places) if (place) drawDot(sheet, place, isFirst);
}

function drawDot(sheet: Sheet, { x, y }: Place, isFirst: boolean): void {
  const colour = isFirst ? INK : QUIET;
  sheet.doc
    .circle(x, y, isFirst ? DOT : DOT - 0.6)
    .fillAndStroke(isFirst ? colour : '#ffffff', colour)
    .fillColor(INK);
}

/** The first line's numbers above their dots, as many as there are days. */
function drawNumbers(sheet: Sheet, frame: Frame, points: PaperTrend['points']): void {
  const step = Math.ceil(points.length / MOST_DAYS);
  points.forEach(({ first }, index) => {
    const place = placeOf(frame, first, { index, of: points.length });
    if (!place || (points.length - 1 - index) % step !== 0) return;
    const y = place.y - DOT - 3;
    // The other line may run here.
    sheet.doc
      .fillColor('#ffffff')
      .rect(place.x - 6, y - 7, 12, 8)
      .fill();
    write(sheet, String(first), { x: place.x, y, side: 'middle' }, NUMBER);
  });
}

function drawKey(sheet: Sheet, { left, top }: Frame, names: PaperTrend['names']): void {
  const y = top + PLOT_HEIGHT + BELOW + KEY_HEIGHT - 7;
  let x = left;
  names.forEach((name, index) => {
    drawLine(
      sheet,
      [
        { x, y },
        { x: x + 18, y },
      ],
      index === 0,
    );
    x = write(sheet, name, { x: x + 25, y: y + 2.5, side: 'left' }, LABEL) + 18;
  });
}

/** Answers where the text ends. */
function write(
  sheet: Sheet,
  text: string,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: 'left' | 'middle' | 'right' },
  type: Type,
): number {
  const [line] = sheet.setter.lines(text, 200, type, 1, 60);
  if (!line) return x;
  const width = sheet.setter.widthOf(line);
  const from = side === 'left' ? x : side === 'right' ? x - width : x - width / 2;
  sheet.doc.fillColor(side === 'right' ? QUIET : INK);
  sheet.setter.draw(line, from, y, type);
  return from + width;
}
