import PDFDocument from 'pdfkit';
import { fill } from '../../core/text.ts';
import type { Paper } from './paper.ts';
import { typeSetter, type Line, type Type } from './type-setter.ts';

/** 12 mm. */
const MARGIN = 34;
/** What the running line and the foot take, within the margins. */
const RUNNING_HEIGHT = 20;
const FOOT_HEIGHT = 18;
export const LINE_FACTOR = 1.4;
/** From the top of a line to its baseline. */
const BASELINE = 1.05;
export const INK = '#1a1a1a';
export const QUIET = '#555555';
export const RULE = '#bbbbbb';
const SMALL: Type = { size: 7.5, weight: '400' };

export type Element = ReturnType<InstanceType<typeof PDFDocument>['struct']>;
export type Sheet = ReturnType<typeof sheetFor>;

/** Pages one below the other, with a place where the next thing stands. Sizes in points. */
export function sheetFor({ language, title, madeAt, isWide, running, foot, pageWords }: Paper) {
  const doc = new PDFDocument({
    size: 'A4',
    layout: isWide ? 'landscape' : 'portrait',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    font: '',
    // pdfkit writes it into XML as it is.
    info: {
      Title: title.replaceAll(/[<>&]/g, ' '),
      Creator: 'Prahari',
      Producer: 'Prahari',
      CreationDate: new Date(madeAt),
    },
  });
  const bytes: Buffer[] = [];
  const ended = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (piece: Buffer) => bytes.push(piece));
    doc.on('end', () => resolve(Buffer.concat(bytes)));
    doc.on('error', reject);
  });
  const setter = typeSetter(doc);
  const root = doc.struct('Document', { lang: language });
  doc.addStructure(root);
  let pages = 0;
  let y = 0;
  addPage();

  function addPage(): void {
    doc.addPage();
    doc.fillColor(INK);
    pages += 1;
    y = MARGIN + RUNNING_HEIGHT;
  }

  const bottom = () => doc.page.height - MARGIN - FOOT_HEIGHT;

  function artifact(draw: () => void): void {
    doc.markContent('Artifact', { type: 'Layout' });
    draw();
    doc.endMarkedContent();
  }

  /** The running line and the foot of every page, when it is known how many there are. */
  function frame(): void {
    const width = doc.page.width - 2 * MARGIN;
    for (let page = 0; page < pages; page += 1) {
      doc.switchToPage(page);
      const numbers = fill(pageWords, { page: page + 1, pages });
      artifact(() => {
        doc.fillColor(QUIET);
        const [top] = setter.lines(running, width, SMALL, 1, 300);
        if (top) setter.draw(top, MARGIN, MARGIN + 8, SMALL);
        const [number] = setter.lines(numbers, 120, SMALL, 1, 60);
        const base = doc.page.height - MARGIN - 4;
        if (number) setter.draw(number, MARGIN + width - setter.widthOf(number), base, SMALL);
        const [low] = setter.lines(foot, width - 130, SMALL, 1, 300);
        if (low) setter.draw(low, MARGIN, base, SMALL);
      });
    }
  }

  return {
    doc,
    root,
    setter,
    left: MARGIN,
    width: () => doc.page.width - 2 * MARGIN,
    pages: () => pages,
    y: () => y,
    addPage,
    artifact,

    /** An element of a row; a head says whether it names a column or a row. The types of pdfkit do not know scopes. */
    cell(scope: 'Column' | 'Row' | null): Element {
      const options = { title: '', ...(scope !== null && { scope }) };
      return doc.struct(scope === null ? 'TD' : 'TH', options);
    },

    /** A picture; what it tells stands in words. The types of pdfkit do not know its place on the page. */
    figure(alt: string, height: number, draw: () => void): void {
      const options = { alt, bbox: [MARGIN, y, doc.page.width - MARGIN, y + height], placement: 'Block' };
      const element = doc.struct('Figure', options);
      root.add(element);
      element.add(draw);
      element.end();
    },

    move: (points: number) => void (y += points),
    isRoom: (points: number) => y + points <= bottom(),

    /** A line under what was drawn. */
    rule(at: number, from: number, width: number): void {
      artifact(() =>
        doc
          .lineWidth(0.5)
          .strokeColor(RULE)
          .moveTo(from, at)
          .lineTo(from + width, at)
          .stroke(),
      );
    },

    /** Lines of one element, over as many pages as they take. */
    flow(element: Element, lines: readonly Line[], x: number, type: Type, colour = INK): void {
      const height = type.size * LINE_FACTOR;
      let rest = lines;
      while (rest.length > 0) {
        if (y + height > bottom()) addPage();
        const fit = Math.max(1, Math.floor((bottom() - y) / height));
        const now = rest.slice(0, fit);
        const top = y;
        element.add(() => {
          doc.fillColor(colour);
          now.forEach((line, index) => setter.draw(line, x, top + index * height + type.size * BASELINE, type));
        });
        y += now.length * height;
        rest = rest.slice(fit);
      }
    },

    finish(): Promise<Buffer> {
      root.end();
      frame();
      doc.end();
      return ended;
    },
  };
}
