import type { PageKind } from '../../core/evidence/storefront.ts';
import { fill, type Language } from '../../core/text.ts';
import type { Paper, PaperBlock } from '../pdf/paper.ts';
import { momentText } from './moment-text.ts';
import { PAPER, SAQ, SIGNATURE_FIELDS } from './paper-words.ts';
import { saqEvidence, saqGaps } from './saq-findings.ts';
import type { ChangesRecord, InventoryRecord, InventoryRow, SaqRecord } from './script-records.ts';
import {
  BROWSERS,
  INTEGRITY_WORDS,
  LIMITS,
  LOG_WORDS,
  NO_CHECK,
  NOTICES,
  ORIGIN_WORDS,
  PAGE_WORDS,
  STANDING_WORDS,
  TITLES,
  WHAT_WORDS,
} from './script-words.ts';

type AnyRecord = InventoryRecord | ChangesRecord | SaqRecord;

/** The inventory on paper: what a person who reviews it needs to see, script by script. */
export function inventoryPaper(record: InventoryRecord, language: Language): Paper {
  const { pagesRead, pagesNotRead, scripts } = record;
  const words = (text: { readonly [L in Language]: string }) => text[language];
  const lookedAt = pagesRead.map(({ place, kind, isPartial }) =>
    fill(words(isPartial ? PAPER.partial : PAPER.whole), { place, kind: words(PAGE_WORDS[kind]) }),
  );
  return paperOf(record, language, true, [
    { kind: 'heading', text: words(PAPER.pagesRead) },
    lookedAt.length === 0 ? paragraph(words(NO_CHECK)) : { kind: 'list', items: lookedAt },
    ...(pagesNotRead.length > 0
      ? [paragraph(fill(words(PAPER.notRead), { kinds: kindsText(pagesNotRead, language) }))]
      : []),
    ...limitBlocks(record.browsersReport, language),
    { kind: 'heading', text: words(PAPER.scripts) },
    scripts.length === 0
      ? paragraph(words(PAPER.noScripts))
      : {
          kind: 'table',
          moreWords: words(PAPER.more),
          columns: [
            { title: words(PAPER.script), share: 4 },
            { title: words(PAPER.whose), share: 2 },
            { title: words(PAPER.where), share: 2 },
            { title: words(PAPER.authorised), share: 2.5 },
            { title: words(PAPER.why), share: 3 },
            { title: words(PAPER.integrity), share: 3 },
          ],
          rows: scripts.map((row) => inventoryCells(row, language)),
        },
  ]);
}

function inventoryCells(row: InventoryRow, language: Language): string[] {
  const pages = kindsText(row.pages, language);
  return [
    row.what === 'script' ? row.identity : `${WHAT_WORDS[row.what][language]}: ${row.host ?? row.identity}`,
    row.vendor ?? ORIGIN_WORDS[row.origin][language],
    joined(
      row.nearPayment ? fill(PAPER.nearPayment[language], { pages }) : pages,
      row.seenBy === 'beacon' ? PAPER.browsersOnly[language] : '',
    ),
    authorisation(row, language),
    row.standing === 'open' ? '' : joined(row.owner ?? '', row.reason ?? ''),
    joined(
      INTEGRITY_WORDS[row.integrity][language],
      row.identity === row.hash ? '' : (row.hash ?? ''),
      row.firstSeenAt === null ? '' : fill(PAPER.firstSeen[language], { time: momentText(row.firstSeenAt, language) }),
    ),
  ];
}

/** Who decided and when; a decision that does not cover the script any more is said to be none. */
function authorisation({ standing, decidedAt, decidedBy, coversNewTexts }: InventoryRow, language: Language): string {
  const words = STANDING_WORDS[standing][language];
  if (decidedAt === null || decidedBy === null) return words;
  const data = { standing: words, time: momentText(decidedAt, language), user: decidedBy };
  if (standing === 'open') return fill(PAPER.lapsed[language], data);
  return joined(fill(PAPER.byUser[language], data), coversNewTexts ? PAPER.newTexts[language] : '');
}

/** What changed, what waits, and who decided. */
export function changesPaper(record: ChangesRecord, language: Language): Paper {
  const words = (text: { readonly [L in Language]: string }) => text[language];
  const textsOf = ({ fromHash, toHash }: { fromHash: string | null; toHash: string | null }) =>
    joined(
      fromHash === null ? '' : fill(words(PAPER.before), { hash: fromHash }),
      toHash === null ? '' : fill(words(PAPER.after), { hash: toHash }),
    );
  const columns = (first: string, last: string) => [
    { title: first, share: 1.6 },
    { title: words(PAPER.change), share: 1.8 },
    { title: words(PAPER.script), share: 4 },
    { title: words(PAPER.texts), share: 3.4 },
    { title: last, share: 2.2 },
  ];
  return paperOf(record, language, true, [
    paragraph(words(PAPER.headers)),
    { kind: 'heading', text: words(PAPER.waiting) },
    record.undecided.length === 0
      ? paragraph(words(record.takenAt === null ? NO_CHECK : PAPER.noWaiting))
      : {
          kind: 'table',
          moreWords: words(PAPER.more),
          columns: columns(words(PAPER.since), words(PAPER.whose)),
          rows: record.undecided.map((row) => [
            momentText(row.since, language),
            words(LOG_WORDS[row.kind]),
            row.identity,
            textsOf(row),
            row.vendor ?? '',
          ]),
        },
    { kind: 'heading', text: words(PAPER.log) },
    record.log.length === 0
      ? paragraph(words(PAPER.noLog))
      : {
          kind: 'table',
          moreWords: words(PAPER.more),
          columns: columns(words(PAPER.when), words(PAPER.by)),
          rows: record.log.map((row) => [
            momentText(row.at, language),
            words(LOG_WORDS[row.kind]),
            row.identity,
            joined(textsOf(row), row.reason ?? ''),
            row.by === 'prahari' ? 'Prahari' : fill(words(PAPER.user), { user: row.by }),
          ]),
        },
  ]);
}

/** What a person may stand on, and what is missing; nothing in it says that a line is met. */
export function saqPaper(record: SaqRecord, language: Language): Paper {
  const evidence = saqEvidence(record, language).map(({ words }) => words);
  const gaps = saqGaps(record, language).map(({ words }) => words);
  return paperOf(record, language, false, [
    paragraph(SAQ.line[language]),
    paragraph(SAQ.ways[language]),
    { kind: 'heading', text: SAQ.exists[language] },
    evidence.length === 0 ? paragraph(NO_CHECK[language]) : { kind: 'list', items: evidence },
    { kind: 'heading', text: SAQ.missing[language] },
    gaps.length === 0 ? paragraph(SAQ.nothingMissing[language]) : { kind: 'list', items: gaps },
    { kind: 'heading', text: PAPER.limits[language] },
    { kind: 'list', items: [...LIMITS, SAQ.papers].map((text) => text[language]) },
    { kind: 'heading', text: SAQ.sign[language] },
    { kind: 'signature', fields: SIGNATURE_FIELDS.map((text) => text[language]) },
  ]);
}

function paperOf(record: AnyRecord, language: Language, isWide: boolean, blocks: readonly PaperBlock[]): Paper {
  const { what, shop, takenAt, madeAt, standard } = record;
  const taken = takenAt === null ? PAPER.none[language] : momentText(takenAt, language);
  const asOf = fill(PAPER.asOf[language], { time: taken });
  return {
    ...{ language, title: TITLES[what][language], madeAt, isWide },
    running: [shop, TITLES[what][language], ...(takenAt === null ? [] : [asOf])].join(' · '),
    foot: `Prahari · ${standard.name} ${standard.version} · ${standard.requirement}`,
    pageWords: PAPER.page[language],
    blocks: [
      paragraph(NOTICES[what][language]),
      {
        kind: 'facts',
        facts: [
          [PAPER.shop[language], shop],
          [PAPER.newestCheck[language], taken],
          [PAPER.made[language], momentText(madeAt, language)],
        ],
      },
      ...blocks,
    ],
  };
}

function limitBlocks(browsersReport: boolean, language: Language): PaperBlock[] {
  const items = [...LIMITS, BROWSERS[browsersReport ? 'on' : 'off']].map((text) => text[language]);
  return [
    { kind: 'heading', text: PAPER.limits[language] },
    { kind: 'list', items },
  ];
}

const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
const kindsText = (kinds: readonly PageKind[], language: Language): string =>
  kinds.map((kind) => PAGE_WORDS[kind][language]).join(', ');
