import type { CodeSeen, LibrarySeen } from '../../../core/evidence/code.ts';
import type { MainTheme, ThemeFile, ThemeResource } from '../../../core/evidence/kinds.ts';
import type { AppBlock } from '../../../core/evidence/vendors.ts';
import type { CodeScanner } from '../../code/code-scanner.ts';
import { defineCollector } from '../collector.ts';
import { appBlocksOf } from './app-blocks.ts';
import { appAnswers } from './app-records.ts';
import { languageOf } from './file-languages.ts';
import { listFiles, maxBytesOf, readFiles, SCOPES, type FileHead } from './theme-files.ts';
import { RELEASE_FILE, themeRelease } from './theme-release.ts';
import { themeResources } from './theme-resources.ts';

/** A snapshot holds no more parts of apps than this; a shop's theme places some dozens. */
const MAX_APP_BLOCKS = 2_000;

/** What reading one file told. */
interface ReadFile {
  readonly resources: readonly ThemeResource[];
  readonly code: CodeSeen | null;
  /** Null: it should place parts of apps, and is not JSON. */
  readonly appBlocks: readonly AppBlock[] | null;
}

/**
 * The published theme: every file's name and checksum, what its pages load from elsewhere, which apps it places, and what
 * its code shows. Only files whose checksum changed since `previous` are read, fifty at a time, and all of them when the
 * rules that read code changed; 500 files and 512 KB a file at most (1.5 MB of the file that names the embeds). Code is
 * not kept. Source: Admin GraphQL `themes(roles: [MAIN]).files`, `appByHandle`.
 */
export const mainTheme = defineCollector({
  kind: 'theme',
  rung: 'platform',
  deadlineMs: 120_000,
  scopes: SCOPES,
  async collect({ admin, previous, world: { code: scanner }, asOf, signal }) {
    // The list of libraries may be renewed while files are read; what was read then is read again next time.
    const { version: scannerVersion } = scanner;
    const { id, name, isVintage, heads, moreFiles } = await listFiles(admin, signal);
    const before = isReadSo(previous, id, scannerVersion) ? previous.files : [];
    const known = new Map(before.map((file) => [file.filename, file]));
    const unread = heads.filter((head) => isReadable(head) && !knownFile(known, head)).map(({ filename }) => filename);

    let release = isReadSo(previous, id, scannerVersion) ? previous.release : null;
    const read = new Map<string, ReadFile>();
    for await (const batch of readFiles(admin, id, unread, signal)) {
      const schema = batch.find(({ filename }) => filename === RELEASE_FILE);
      if (schema) release = themeRelease(schema.source);
      for (const [filename, seen] of await readBatch(scanner, batch, signal)) read.set(filename, seen);
    }

    const files = withinBlocks(heads.map((head) => fileOf(head, knownFile(known, head), read.get(head.filename))));
    const libraries = scanner.flawsOf(files.flatMap(({ code }) => code?.libraries ?? []));
    const handles = new Set(files.flatMap(({ appBlocks }) => appBlocks.map(({ appHandle }) => appHandle)));
    const apps = await appAnswers(admin, [...handles], previous?.apps ?? [], { asOf, signal });
    return { id, name, files, moreFiles, release, isVintage, libraries, scannerVersion, apps };
  },
});

/** The same theme, read by the same rules. A snapshot older than the reading of code or of apps' parts was not. */
function isReadSo(previous: MainTheme | null, id: string, version: string): previous is MainTheme {
  if (previous?.id !== id || previous.scannerVersion !== version) return false;
  return previous.files.every(({ appBlocks }) => appBlocks !== undefined);
}

function knownFile(known: ReadonlyMap<string, ThemeFile>, head: FileHead): ThemeFile | undefined {
  const before = known.get(head.filename);
  return head.checksumMd5 !== null && before?.checksumMd5 === head.checksumMd5 ? before : undefined;
}

function holdsCode({ filename }: FileHead): boolean {
  return languageOf(filename) !== null || filename === RELEASE_FILE;
}

function isReadable(head: FileHead): boolean {
  return holdsCode(head) && head.size <= maxBytesOf(head.filename);
}

function fileOf(head: FileHead, before: ThemeFile | undefined, read: ReadFile | undefined) {
  return {
    filename: head.filename,
    checksumMd5: head.checksumMd5,
    sizeBytes: head.size,
    isRead: before?.isRead ?? (!holdsCode(head) || (read !== undefined && read.appBlocks !== null)),
    resources: before?.resources ?? read?.resources ?? [],
    code: before?.code ?? read?.code ?? null,
    appBlocks: before?.appBlocks ?? read?.appBlocks ?? [],
  } satisfies ThemeFile;
}

/** The first 2,000 parts of apps that the files place, in all. */
function withinBlocks(files: readonly ReturnType<typeof fileOf>[]) {
  let left = MAX_APP_BLOCKS;
  return files.map((file) => {
    const appBlocks = file.appBlocks.slice(0, left);
    left -= appBlocks.length;
    return { ...file, appBlocks };
  });
}

async function readBatch(
  scanner: CodeScanner,
  batch: readonly { readonly filename: string; readonly source: string }[],
  signal: AbortSignal,
): Promise<Map<string, ReadFile>> {
  const texts = batch.flatMap(({ filename, source }) => {
    const language = languageOf(filename);
    return language ? [{ name: filename, language, text: source }] : [];
  });
  const codes = await scanner.scan(texts, signal);
  const read = new Map<string, ReadFile>(
    batch.map(({ filename, source }) => [
      filename,
      { resources: [], code: null, appBlocks: appBlocksOf(filename, source) },
    ]),
  );
  for (const [index, { name, language, text }] of texts.entries()) {
    // A plain script is no page: what it loads, it does so later.
    const isPage = language !== 'javascript' || name.endsWith('.liquid');
    const resources = isPage ? themeResources(name, text) : [];
    const code = codes[index];
    const appBlocks = read.get(name)?.appBlocks ?? null;
    read.set(name, { resources, code: code ? withLoaded(code, resources, scanner) : null, appBlocks });
  }
  return read;
}

/** Libraries that a file loads from elsewhere are told by their addresses. */
function withLoaded(code: CodeSeen, resources: readonly ThemeResource[], scanner: CodeScanner): CodeSeen {
  const loaded = new Map<string, LibrarySeen>();
  for (const { element, scheme, host, path } of resources) {
    if (element !== 'script') continue;
    for (const seen of scanner.librariesAt(`${scheme}://${host}${path}`)) {
      loaded.set(`${seen.component}@${seen.version}`, seen);
    }
  }
  for (const { component, version } of code.libraries) loaded.delete(`${component}@${version}`);
  return loaded.size === 0 ? code : { ...code, libraries: [...code.libraries, ...loaded.values()] };
}
