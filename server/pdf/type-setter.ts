import type PDFDocument from 'pdfkit';
import { visibleText } from '../../core/visible-text.ts';
import { faceFile, runsOf, SCRIPTS, type Face, type Script, type Weight } from './faces.ts';

/** How a text is set. Sizes and widths in points. */
export interface Type {
  readonly size: number;
  readonly weight: Weight;
}

/** One line: pieces of text side by side, each with the face that draws it. */
export type Line = readonly { readonly script: Script; readonly text: string; readonly width: number }[];

/** A word longer than this may be cut behind a slash, a dot or a dash: addresses are one word. */
const LONG_WORD = 24;
const MEASURED_AT = 100;

/** Breaks texts into lines and draws them, several scripts on one line. */
export function typeSetter(doc: InstanceType<typeof PDFDocument>) {
  for (const script of SCRIPTS) {
    for (const weight of ['400', '700'] as const)
      doc.registerFont(`${script}-${weight}`, faceFile(`${script}-${weight}`));
  }
  const graphemes = new Intl.Segmenter('hi', { granularity: 'grapheme' });
  const measured = new Map<string, number>();

  function widthOf(text: string, script: Script, { size, weight }: Type): number {
    const face: Face = `${script}-${weight}`;
    const key = `${face} ${text}`;
    let width = measured.get(key);
    if (width === undefined) {
      width = doc.font(face).fontSize(MEASURED_AT).widthOfString(text);
      measured.set(key, width);
    }
    return (width * size) / MEASURED_AT;
  }

  const runWidths = (text: string, type: Type) =>
    runsOf(text).map((run) => ({ ...run, width: widthOf(run.text, run.script, type) }));
  const sum = (line: Line) => line.reduce((total, { width }) => total + width, 0);

  /** Pieces between which a line may break; a piece that is wider than the line is cut into letters. */
  function* piecesOf(text: string, widthPt: number, type: Type): Generator<Line> {
    for (const word of text.match(/\s+|\S+/gu) ?? []) {
      const parts = word.length > LONG_WORD ? (word.match(/[^/._\-&=?]+[/._\-&=?]*|[/._\-&=?]+/gu) ?? [word]) : [word];
      for (const part of parts) {
        const line = runWidths(part, type);
        if (sum(line) <= widthPt) yield line;
        else for (const { segment } of graphemes.segment(part)) yield runWidths(segment, type);
      }
    }
  }

  return {
    /** At most `most` lines of this width; the last ends in an ellipsis when there is more. */
    lines(text: string, widthPt: number, type: Type, most: number, mostCharacters: number): Line[] {
      const clean = visibleText(text).trim();
      const capped = clean.length > mostCharacters ? `${clean.slice(0, mostCharacters).trimEnd()}…` : clean;
      const lines: Line[] = [];
      let line: Line = [];
      let used = 0;
      for (const piece of piecesOf(capped, widthPt, type)) {
        const width = sum(piece);
        const isBlank = piece.every(({ text: part }) => part.trim() === '');
        if (used + width > widthPt && line.length > 0) {
          if (lines.length === most - 1) return [...lines, joined([...line, ...runWidths('…', type)])];
          lines.push(joined(line));
          line = [];
          used = 0;
        }
        if (isBlank && line.length === 0) continue;
        line = [...line, ...piece];
        used += width;
      }
      return line.length > 0 ? [...lines, joined(line)] : lines;
    },

    draw(line: Line, x: number, baseline: number, { size, weight }: Type): void {
      let at = x;
      for (const { script, text, width } of line) {
        if (text.trim() !== '') {
          doc.font(`${script}-${weight}`).fontSize(size);
          doc.text(text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
        }
        at += width;
      }
    },

    widthOf: (line: Line) => sum(line),
  };
}

/** Neighbours of one script as one run, so that a word is one piece for whoever copies it. */
function joined(pieces: Line): Line {
  const runs: { script: Script; text: string; width: number }[] = [];
  for (const { script, text, width } of pieces) {
    const last = runs.at(-1);
    if (last?.script !== script) runs.push({ script, text, width });
    else {
      last.text += text;
      last.width += width;
    }
  }
  return runs;
}
