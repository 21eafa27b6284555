import { z } from 'zod';
import { EvidenceShapeError } from '../../shopify/admin-errors.ts';
import type { AdminApi } from '../../shopify/admin-api.ts';
import { permitted } from '../access-denied.ts';
import { THEME_FILE_BODIES, THEME_FILE_LIST } from '../documents.ts';
import { outsideText, pageInfo, parseEvidence } from '../parse-evidence.ts';
import { EMBEDS_FILE } from './app-blocks.ts';
import { languageOf, mayWriteHtml } from './file-languages.ts';
import { RELEASE_FILE } from './theme-release.ts';

export const SCOPES = ['read_themes'];
const MAX_FILES = 500;
const MAX_FILE_BYTES = 512 * 1024;
/** Shopify's own limit of the file that names every embedded app. */
const MAX_EMBEDS_FILE_BYTES = 1_536 * 1024;
/** Shopify takes at most 50 names in one question. */
const NAMES_A_QUESTION = 50;
const MAX_PAGES = 40;

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
export type FileHead = z.output<typeof FileList>['themes']['nodes'][number]['files']['nodes'][number];

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
                    content: outsideText(MAX_EMBEDS_FILE_BYTES).optional(),
                    contentBase64: outsideText(MAX_EMBEDS_FILE_BYTES * 2).optional(),
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

/** A larger file is listed and not read. */
export function maxBytesOf(filename: string): number {
  return filename === EMBEDS_FILE ? MAX_EMBEDS_FILE_BYTES : MAX_FILE_BYTES;
}

/** All files by name; of more than 500, those that write HTML come first, then other code. */
export async function listFiles(admin: AdminApi, signal: AbortSignal) {
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
      const kept = heads.toSorted((a, b) => rank(a) - rank(b)).slice(0, MAX_FILES);
      const isVintage = !heads.some(({ filename }) => /^templates\/.+\.json$/.test(filename));
      return { ...theme, isVintage, heads: kept, moreFiles: heads.length - kept.length };
    }
    after = node.files.pageInfo.endCursor;
  }
  throw new EvidenceShapeError('Shopify', new Error('theme files without end'));
}

function rank(head: FileHead): number {
  if (mayWriteHtml(head) || head.filename === RELEASE_FILE) return 0;
  return languageOf(head.filename) ? 1 : 2;
}

/** The texts of these files, fifty at a time, each question in as many pages as its answer takes. */
export async function* readFiles(
  admin: AdminApi,
  themeId: string,
  names: readonly string[],
  signal: AbortSignal,
): AsyncIterable<readonly { readonly filename: string; readonly source: string }[]> {
  for (let first = 0; first < names.length; first += NAMES_A_QUESTION) {
    const batch = names.slice(first, first + NAMES_A_QUESTION);
    let after: string | null = null;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const answer = permitted(await admin.query(THEME_FILE_BODIES, { names: batch, after }, { signal }), SCOPES);
      const node: z.output<typeof FileBodies>['themes']['nodes'][number] | undefined = parseEvidence(FileBodies, answer)
        .themes.nodes[0];
      if (node?.id !== themeId) throw new EvidenceShapeError('Shopify', new Error('another theme was published'));
      yield node.files.nodes.flatMap(({ filename, body }) => {
        const source = body.content ?? decoded(body.contentBase64);
        return source === null ? [] : [{ filename, source: source.slice(0, maxBytesOf(filename)) }];
      });
      if (!node.files.pageInfo.hasNextPage) break;
      after = node.files.pageInfo.endCursor;
    }
  }
}

/** A very large file is handed over as an address only, which is not fetched: it stays unread, and is said to be. */
function decoded(base64: string | undefined): string | null {
  return base64 === undefined ? null : Buffer.from(base64, 'base64').toString('utf8');
}
