import PDFDocument from 'pdfkit';
import { drawReportPdf, reportPaper } from '../../server/exports/report-paper.ts';
import { inventoryRecord } from '../../server/exports/script-records.ts';
import { inventoryPaper } from '../../server/exports/script-papers.ts';
import { faceFile } from '../../server/pdf/faces.ts';
import type { Paper } from '../../server/pdf/paper.ts';
import { writePdf } from '../../server/pdf/write-pdf.ts';
import { aReport } from '../report-factory.ts';
import { aDecisionRow, aScriptBoard, aScriptRow } from '../script-board.ts';
import { ms, times, type BenchLine } from './table.ts';
import { medianMs } from './timing.ts';

const SCRIPTS = 300;
const GOAL_MS = 1_500;
const GOAL_KB = 400;

/**
 * The inventory of a shop with many scripts as a PDF, with its tags, heads on each page and two scripts of writing.
 * The peer is pdfkit alone: the same words in the same fonts, one below the other, without a table or a tag.
 */
export async function benchPdf(): Promise<BenchLine[]> {
  const items = Array.from({ length: SCRIPTS }, (_, n) => {
    const identity = `https://cdn-${n % 40}.reviews.example/static/js/widgets/${n}/loader.min.js`;
    const reason = 'Shows reviews under each product. हर प्रॉडक्ट के नीचे समीक्षा दिखाती है।';
    return aScriptRow({ identity, decision: aDecisionRow({ identity, reason }) });
  });
  const record = inventoryRecord(aScriptBoard({ items, changes: [] }), {
    shop: 'invented-shop.example',
    madeAt: '2026-11-22T07:00:00.000Z',
  });
  const paper = inventoryPaper(record, 'hi');
  const bytes = (await writePdf(paper)).length;
  await bare(paper);
  const ours = await medianMs(5, () => writePdf(paper));
  const peer = await medianMs(5, () => bare(paper));
  return [
    ...(await benchReport()),
    {
      what: `inventory of ${SCRIPTS} scripts as a tagged PDF in Hindi`,
      ours: ms(ours),
      peer: `pdfkit 0.20.2, the same words one below the other ${ms(peer)}`,
      ratio: times(ours / peer),
      goal: `< ${GOAL_MS} ms`,
      isMet: ours < GOAL_MS,
    },
    {
      what: 'its size',
      ours: `${Math.round(bytes / 1024)} KB`,
      peer: `pdfkit 0.20.2, without tags ${Math.round((await bare(paper)).length / 1024)} KB`,
      ratio: times(bytes / (await bare(paper)).length),
      goal: `< ${GOAL_KB} KB`,
      isMet: bytes < GOAL_KB * 1024,
    },
  ];
}

/** A week with much to tell, in Hindi. */
async function benchReport(): Promise<BenchLine[]> {
  const report = aReport();
  const paper = reportPaper(report, 'hi');
  const bytes = (await drawReportPdf(report, 'hi')).length;
  const ours = await medianMs(5, () => drawReportPdf(report, 'hi'));
  const peer = await medianMs(5, () => bare(paper));
  return [
    {
      what: 'weekly report as a tagged PDF in Hindi',
      ours: ms(ours),
      peer: `pdfkit 0.20.2, the cells of its tables one below the other ${ms(peer)}`,
      ratio: times(ours / peer),
      goal: `< ${GOAL_MS} ms`,
      isMet: ours < GOAL_MS,
    },
    {
      what: 'its size',
      ours: `${Math.round(bytes / 1024)} KB`,
      peer: `pdfkit 0.20.2, without tags ${Math.round((await bare(paper)).length / 1024)} KB`,
      ratio: times(bytes / (await bare(paper)).length),
      goal: `< ${GOAL_KB} KB`,
      isMet: bytes < GOAL_KB * 1024,
    },
  ];
}

function bare({ blocks }: Paper): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', layout: 'landscape', font: '' });
  const pieces: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve) => {
    doc.on('data', (piece: Buffer) => pieces.push(piece));
    doc.on('end', () => resolve(Buffer.concat(pieces)));
  });
  doc.registerFont('latin', faceFile('latin-400'));
  doc.registerFont('devanagari', faceFile('devanagari-400'));
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const row of block.rows) {
      for (const cell of row) {
        const isHindi = /[\u0900-\u097F]/u.test(cell);
        doc
          .font(isHindi ? 'devanagari' : 'latin')
          .fontSize(7.5)
          .text(cell);
      }
    }
  }
  doc.end();
  return whole;
}
