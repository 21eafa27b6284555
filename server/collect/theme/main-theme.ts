import { z } from 'zod';
import type { ThemeFile } from '../../../core/evidence/kinds.ts';
import { EvidenceShapeError } from '../../shopify/admin-errors.ts';
import type { AdminApi } from '../../shopify/admin-api.ts';
import { permitted } from '../access-denied.ts';
import { defineCollector } from '../collector.ts';
import { THEME_FILE_BODIES, THEME_FILE_LIST } from '../documents.ts';
import { outsideText, pageInfo, parseEvidence } from '../parse-evidence.ts';
import { themeResources } from './theme-resources.ts';

const SCOPES = ['read_themes'];
const NO_FLAWS = { dataDay: '1970-01-01', flaws: [] };
const MAX_FILES = 500;
const MAX_FILE_BYTES = 512 * 1024;
/** Shopify takes at most 50 names in one question. */
const NAMES_A_QUESTION = 50;
const MAX_PAGES = 40;

/** Files that write HTML; assets, locales and configuration data write none. */
const WRITES_HTML = /\.(liquid|json)$/;
const WRITES_NONE = /^(locales\/|config\/settings_schema\.json$)/;

const userErrors = z.array(z.object({ filename: outsideText(300), code: outsideText(60) })).max(250);
const fileHead = { filename: outsideText(300), checksumMd5: outsideText(64).nullable() };

const FileList = z.object({
  themes: z.object({
    nodes: z
      .array(
        z.object({
          id: outsideText(100),
          name: outsideText(200),
          files: z.object({
            nodes: z.array(z.object({ ...fileHead, size: z.coerce.number().int().nonnegative() })).max(2_500),
            pageInfo,
            userErrors,
          }),
        }),
      )
      .max(1),
  }),
});
type FileHead = z.output<typeof FileList>['themes']['nodes'][number]['files']['nodes'][number];

const FileBodies = z.object({
  themes: z.object({
    nodes: z
      .array(
        z.object({
          id: z.string(),
          files: z.object({
            nodes: z
              .array(
                z.object({
                  ...fileHead,
                  body: z.object({
                    content: outsideText(MAX_FILE_BYTES).optional(),
                    contentBase64: outsideText(MAX_FILE_BYTES * 2).optional(),
                  }),
                }),
              )
              .max(NAMES_A_QUESTION),
            pageInfo,
            userErrors,
          }),
        }),
      )
      .max(1),
  }),
});

/**
 * The published theme: every file's name and checksum, and what its pages load from elsewhere. Only files whose
 * checksum changed since `previous` are read, fifty at a time; 500 files and 512 KB a file at most. Code is not kept.
 * Source: Admin GraphQL `themes(roles: [MAIN]).files`.
 */
export const mainTheme = defineCollector({
  kind: 'theme',
  rung: 'platform',
  deadlineMs: 90_000,
  scopes: SCOPES,
  async collect({ admin, previous, signal }) {
    const { id, name, heads, moreFiles } = await listFiles(admin, signal);
    const known = new Map(previous?.id === id ? previous.files.map((file) => [file.filename, file]) : []);
    const isKnown = (head: FileHead) =>
      head.checksumMd5 !== null && known.get(head.filename)?.checksumMd5 === head.checksumMd5;

    const isReadable = (head: FileHead) => mayWriteHtml(head) && head.size <= MAX_FILE_BYTES;
    const unread = heads.filter((head) => !isKnown(head) && isReadable(head)).map((head) => head.filename);
    const read = await readFiles(admin, id, unread, signal);
    const files = heads.map((head): ThemeFile => {
      const before = isKnown(head) ? known.get(head.filename) : undefined;
      const resources = before?.resources ?? read.get(head.filename);
      return {
        filename: head.filename,
        checksumMd5: head.checksumMd5,
        sizeBytes: head.size,
        isRead: before?.isRead ?? (!mayWriteHtml(head) || resources !== undefined),
        resources: resources ?? [],
        code: null,
      };
    });
    return { id, name, files, moreFiles, release: null, isVintage: false, libraries: NO_FLAWS, scannerVersion: '0' };
  },
});

function mayWriteHtml({ filename }: FileHead): boolean {
  return WRITES_HTML.test(filename) && !WRITES_NONE.test(filename);
}

/** All files by name; of more than 500, those that write HTML come first. */
async function listFiles(admin: AdminApi, signal: AbortSignal) {
  const heads: FileHead[] = [];
  let theme: { id: string; name: string } | undefined;
  let after: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = permitted(await admin.query(THEME_FILE_LIST, { after }, { signal }), SCOPES);
    const node: z.output<typeof FileList>['themes']['nodes'][number] | undefined = parseEvidence(FileList, answer)
      .themes.nodes[0];
    if (!node) throw new EvidenceShapeError('Shopify', new Error('no main theme'));
    if (theme && theme.id !== node.id)
      throw new EvidenceShapeError('Shopify', new Error('another theme was published'));
    theme = { id: node.id, name: node.name };
    heads.push(...node.files.nodes);
    if (!node.files.pageInfo.hasNextPage) {
      const order = (head: FileHead) => (mayWriteHtml(head) ? 0 : 1);
      const kept = heads.sort((a, b) => order(a) - order(b)).slice(0, MAX_FILES);
      return { ...theme, heads: kept, moreFiles: heads.length - kept.length };
    }
    after = node.files.pageInfo.endCursor;
  }
  throw new EvidenceShapeError('Shopify', new Error('theme files without end'));
}

/** Large answers come in several pages, so each question is paged too. */
async function readFiles(admin: AdminApi, themeId: string, names: readonly string[], signal: AbortSignal) {
  const read = new Map<string, ThemeFile['resources']>();
  for (let first = 0; first < names.length; first += NAMES_A_QUESTION) {
    const batch = names.slice(first, first + NAMES_A_QUESTION);
    let after: string | null = null;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const answer = permitted(await admin.query(THEME_FILE_BODIES, { names: batch, after }, { signal }), SCOPES);
      const node: z.output<typeof FileBodies>['themes']['nodes'][number] | undefined = parseEvidence(FileBodies, answer)
        .themes.nodes[0];
      if (node?.id !== themeId) throw new EvidenceShapeError('Shopify', new Error('another theme was published'));
      for (const { filename, body } of node.files.nodes) {
        const source = body.content ?? decoded(body.contentBase64);
        if (source !== null) read.set(filename, themeResources(filename, source));
      }
      if (!node.files.pageInfo.hasNextPage) break;
      after = node.files.pageInfo.endCursor;
    }
  }
  return read;
}

/** A very large file is handed over as an address only, which is not fetched: it stays unread, and is said to be. */
function decoded(base64: string | undefined): string | null {
  return base64 === undefined ? null : Buffer.from(base64, 'base64').toString('utf8');
}
