import { createHash } from 'node:crypto';

import { GraphQLError, Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

import type { ShopState, ShopTheme, ThemeFileState } from '../shops/shop-state.ts';
import { connection, type PageArguments } from './connection.ts';
import { fitsGlob } from './glob.ts';

const LARGEST_FILE_PAGE = 2_500;
const MOST_FILENAMES = 50;
/** A page that carries bodies ends here. Shopify ends pages early too, at a size that it does not publish. */
const LARGEST_PAGE_BYTES = 32_768;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  liquid: 'application/x-liquid',
  json: 'application/json',
  css: 'text/css',
  js: 'application/javascript',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** OnlineStoreTheme nodes, in the order that they were made. */
export function themeNodes(
  shop: ShopState,
  roles: readonly string[] | null | undefined,
): ReturnType<typeof themeNode>[] {
  return shop.themes.filter(({ role }) => !roles || roles.includes(role)).map(themeNode);
}

export function themeNode(theme: ShopTheme) {
  return {
    id: `gid://shopify/OnlineStoreTheme/${theme.id}`,
    name: theme.name,
    role: theme.role,
    prefix: `/t/${theme.id}`,
    processing: false,
    processingFailed: false,
    themeStoreId: null,
    createdAt: theme.createdAt,
    updatedAt: theme.updatedAt,
    files: (args: FileArguments, _context: unknown, info: GraphQLResolveInfo) => fileConnection(theme, args, info),
  };
}

interface FileArguments extends PageArguments {
  readonly filenames?: readonly string[] | null;
}

function fileConnection(theme: ShopTheme, args: FileArguments, info: GraphQLResolveInfo) {
  if ((args.filenames?.length ?? 0) > MOST_FILENAMES)
    throw new GraphQLError(`At most ${MOST_FILENAMES} filenames are taken.`);
  const files = Object.entries(theme.files)
    .filter(([name]) => !args.filenames || args.filenames.some((pattern) => fitsGlob(name, pattern)))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, file]) => fileNode(name, file));
  const carriesBodies = info.fieldNodes.some((node) => selects(node.selectionSet, 'body', info));
  const page = connection(files, args, {
    largestPage: LARGEST_FILE_PAGE,
    ...(carriesBodies && { fits: (taken, next) => sumOfBytes([...taken, next]) <= LARGEST_PAGE_BYTES }),
  });
  return { ...page, userErrors: missingNames(args.filenames ?? [], files) };
}

function fileNode(filename: string, file: ThemeFileState) {
  const bytes = bytesOf(file);
  return {
    filename,
    checksumMd5: createHash('md5').update(bytes).digest('hex'),
    size: String(bytes.length),
    contentType: CONTENT_TYPES[filename.slice(filename.lastIndexOf('.') + 1)] ?? 'text/plain',
    createdAt: file.updatedAt,
    updatedAt: file.updatedAt,
    body:
      file.encoding === 'base64'
        ? { __typename: 'OnlineStoreThemeFileBodyBase64', contentBase64: file.content }
        : { __typename: 'OnlineStoreThemeFileBodyText', content: file.content },
  };
}

export function bytesOf(file: ThemeFileState): Buffer {
  return Buffer.from(file.content, file.encoding === 'base64' ? 'base64' : 'utf8');
}

function sumOfBytes(files: readonly { size: string }[]): number {
  return files.reduce((sum, { size }) => sum + Number(size), 0);
}

/** A plain name that no file has is told; a pattern that fits nothing is not. */
function missingNames(asked: readonly string[], files: readonly { filename: string }[]) {
  return asked
    .filter((name) => !name.includes('*') && !files.some(({ filename }) => filename === name))
    .map((filename) => ({ filename, code: 'NOT_FOUND' }));
}

function selects(selections: SelectionSetNode | undefined, name: string, info: GraphQLResolveInfo): boolean {
  return (selections?.selections ?? []).some((selection) => {
    if (selection.kind === Kind.FIELD)
      return selection.name.value === name || selects(selection.selectionSet, name, info);
    if (selection.kind === Kind.INLINE_FRAGMENT) return selects(selection.selectionSet, name, info);
    return selects(info.fragments[selection.name.value]?.selectionSet, name, info);
  });
}
